/** Compares a run with reference flows, volumes, parameters and recorders, case by case. */
@NullMarked
package org.darya.basin.conformance;

import org.jspecify.annotations.NullMarked;

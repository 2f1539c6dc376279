/** The parameter types: each computes one number for each step and scenario. */
@NullMarked
package org.darya.basin.parameter;

import org.jspecify.annotations.NullMarked;

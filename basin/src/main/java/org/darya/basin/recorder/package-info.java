/** The recorder types: each folds the course of a simulation into values for each scenario. */
@NullMarked
package org.darya.basin.recorder;

import org.jspecify.annotations.NullMarked;

package org.darya.basin.recorder;

import org.darya.basin.time.Step;

/** A number to look at after each step. */
@FunctionalInterface
interface Sample {
    double at(Step step, int scenario);
}

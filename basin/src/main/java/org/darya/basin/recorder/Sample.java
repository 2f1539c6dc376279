package org.darya.basin.recorder;

import org.darya.basin.time.Step;

/** A number to look at after each step. */
@FunctionalInterface
interface Sample {

    /** The number for one scenario. */
    double at(Step step, int scenario);

    /** The numbers of all scenarios. */
    default void all(Step step, double[] into) {
        for (int s = 0; s < into.length; s++) {
            into[s] = at(step, s);
        }
    }

    /** The numbers that stand in an array by scenario, times a factor. */
    static Sample of(double[] values, double factor) {
        return new Values(values, factor, false);
    }

    /** The numbers that stand in an array by scenario, times a factor and the length of the step in days. */
    static Sample perDay(double[] values, double factor) {
        return new Values(values, factor, true);
    }

    /** Numbers in an array, read at once. */
    @SuppressWarnings("ArrayRecordComponent") // the array of a node or parameter, shared on purpose
    record Values(double[] values, double factor, boolean perDay) implements Sample {
        @Override
        public double at(Step step, int scenario) {
            return values[scenario] * factor * (perDay ? step.days() : 1);
        }

        @Override
        public void all(Step step, double[] into) {
            double scale = perDay ? factor * step.days() : factor;
            if (scale == 1) {
                System.arraycopy(values, 0, into, 0, into.length);
                return;
            }
            for (int s = 0; s < into.length; s++) {
                into[s] = values[s] * scale;
            }
        }
    }
}

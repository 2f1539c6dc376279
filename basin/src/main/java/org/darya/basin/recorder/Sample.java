package org.darya.basin.recorder;

import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

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

    /** What a node lacks of the flow that it wants, times the length of the step in days. */
    static Sample deficit(Node node) {
        return new Deficit(node);
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

    /** What a node lacks, read from its arrays where it has them. */
    final class Deficit implements Sample {
        private final Node node;
        private double @Nullable [] wanted;

        private Deficit(Node node) {
            this.node = node;
        }

        @Override
        public double at(Step step, int scenario) {
            double[] wish = wanted;
            if (wish == null) {
                // not before the run: the node may have been without bounds when the recorder was read
                Quantity quantity = node.wish();
                if (quantity == null) {
                    return (node.wanted(scenario) - node.flow[scenario]) * step.days();
                }
                wish = quantity.values();
                wanted = wish;
            }
            return (wish[scenario] - node.flow[scenario]) * step.days();
        }
    }
}

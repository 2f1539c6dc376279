package org.darya.basin.recorder;

import java.util.Arrays;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Keeps for every step the aggregate of a number over the last steps. */
final class RollingTable extends Recorder {

    private final Sample sample;
    private final int window;
    private final Aggregator function;
    private final double @Nullable [] last;
    private double[][] seen = {};
    private double[][] data = {};

    /** {@code last} holds the values of the recorder, if it has any: what the last step left there. */
    RollingTable(Sample sample, int window, Aggregator function, double @Nullable [] last) {
        this.sample = sample;
        this.last = last;
        this.window = window;
        this.function = function;
    }

    @Override
    public void reset(int steps, int scenarios) {
        data = new double[steps][scenarios];
        seen = new double[scenarios][window];
    }

    @Override
    public void after(Step step) {
        int filled = Math.min(step.index() + 1, window);
        for (int s = 0; s < seen.length; s++) {
            seen[s][step.index() % window] = sample.at(step, s);
            data[step.index()][s] = function.of(filled == window ? seen[s] : Arrays.copyOf(seen[s], filled));
        }
    }

    @Override
    public double[][] data() {
        return data;
    }

    @Override
    public double @Nullable [] values() {
        return last == null ? null : last.clone();
    }
}

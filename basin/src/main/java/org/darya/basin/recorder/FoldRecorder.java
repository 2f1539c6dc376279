package org.darya.basin.recorder;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.darya.basin.time.Step;

/** Keeps one running number for each scenario: a sum, a mean, a minimum or a count. */
final class FoldRecorder extends Recorder {

    private final double start;
    private final DoubleBinaryOperator join;
    private final Sample sample;
    private final boolean mean;
    private double[] state = {};
    private int steps;

    private FoldRecorder(double start, DoubleBinaryOperator join, Sample sample, boolean mean) {
        this.start = start;
        this.join = join;
        this.sample = sample;
        this.mean = mean;
    }

    static FoldRecorder sum(Sample sample) {
        return new FoldRecorder(0, Double::sum, sample, false);
    }

    static FoldRecorder mean(Sample sample) {
        return new FoldRecorder(0, Double::sum, sample, true);
    }

    static FoldRecorder min(Sample sample) {
        return new FoldRecorder(Double.POSITIVE_INFINITY, Math::min, sample, false);
    }

    static FoldRecorder max(Sample sample) {
        return new FoldRecorder(0, Math::max, sample, false);
    }

    @Override
    public void reset(int count, int scenarios) {
        state = new double[scenarios];
        Arrays.fill(state, start);
        steps = 0;
    }

    @Override
    public void after(Step step) {
        for (int s = 0; s < state.length; s++) {
            state[s] = join.applyAsDouble(state[s], sample.at(step, s));
        }
        steps++;
    }

    @Override
    public double[] values() {
        double[] values = state.clone();
        if (mean) {
            for (int s = 0; s < values.length; s++) {
                values[s] /= steps;
            }
        }
        return values;
    }

    @Override
    public double recorded(int step, int scenario) {
        return step < 0 ? 0 : state[scenario];
    }
}

package org.darya.basin.recorder;

import java.util.Arrays;
import org.darya.basin.time.Step;

/** Keeps one running number for each scenario: a sum, a mean, a minimum or a maximum. */
final class FoldRecorder extends Recorder {

    private enum Kind {
        SUM,
        MEAN,
        MIN,
        MAX
    }

    private final Kind kind;
    private final Sample sample;
    private double[] state = {};
    private double[] seen = {};
    private int steps;

    private FoldRecorder(Kind kind, Sample sample) {
        this.kind = kind;
        this.sample = sample;
    }

    static FoldRecorder sum(Sample sample) {
        return new FoldRecorder(Kind.SUM, sample);
    }

    static FoldRecorder mean(Sample sample) {
        return new FoldRecorder(Kind.MEAN, sample);
    }

    static FoldRecorder min(Sample sample) {
        return new FoldRecorder(Kind.MIN, sample);
    }

    /** The greatest number, at least 0. */
    static FoldRecorder max(Sample sample) {
        return new FoldRecorder(Kind.MAX, sample);
    }

    @Override
    public void reset(int count, int scenarios) {
        state = new double[scenarios];
        seen = new double[scenarios];
        Arrays.fill(state, kind == Kind.MIN ? Double.POSITIVE_INFINITY : 0);
        steps = 0;
    }

    @Override
    public void after(Step step) {
        steps++;
        if (state.length == 1) {
            state[0] = fold(state[0], sample.at(step, 0));
            return;
        }
        sample.all(step, seen);
        switch (kind) {
            case SUM, MEAN -> {
                for (int s = 0; s < state.length; s++) {
                    state[s] += seen[s];
                }
            }
            case MIN -> {
                for (int s = 0; s < state.length; s++) {
                    state[s] = Math.min(state[s], seen[s]);
                }
            }
            case MAX -> {
                for (int s = 0; s < state.length; s++) {
                    state[s] = Math.max(state[s], seen[s]);
                }
            }
        }
    }

    private double fold(double now, double number) {
        return switch (kind) {
            case SUM, MEAN -> now + number;
            case MIN -> Math.min(now, number);
            case MAX -> Math.max(now, number);
        };
    }

    @Override
    public double[] values() {
        double[] values = state.clone();
        if (kind == Kind.MEAN) {
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

package org.darya.basin.recorder;

import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Keeps a number for every step and scenario. */
class TableRecorder extends Recorder {

    private final Sample sample;
    private final @Nullable Aggregator overTime;
    private double[][] data = {};

    /** {@code overTime} makes one value of a series; null if there is none. */
    TableRecorder(Sample sample, @Nullable Aggregator overTime) {
        this.sample = sample;
        this.overTime = overTime;
    }

    @Override
    public void reset(int steps, int scenarios) {
        data = new double[rows(steps)][scenarios];
    }

    /** Number of rows for a number of steps. */
    int rows(int steps) {
        return steps;
    }

    /** Row of a step. */
    int row(Step step) {
        return step.index();
    }

    @Override
    public void after(Step step) {
        sample.all(step, data[row(step)]);
    }

    @Override
    public double[][] data() {
        return data;
    }

    @Override
    public double @Nullable [] values() {
        if (overTime == null) {
            return null;
        }
        double[] values = new double[data.length == 0 ? 0 : data[0].length];
        for (int s = 0; s < values.length; s++) {
            values[s] = valueOf(column(s));
        }
        return values;
    }

    /** The series of a scenario. */
    final double[] column(int s) {
        double[] column = new double[data.length];
        for (int t = 0; t < column.length; t++) {
            column[t] = data[t][s];
        }
        return column;
    }

    /** One value of a series. */
    double valueOf(double[] series) {
        return overTime == null ? Double.NaN : overTime.of(series);
    }
}

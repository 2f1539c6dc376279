package org.darya.basin.recorder;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.time.Step;

/** Keeps one number for each calendar year and scenario. */
final class YearRecorder extends Recorder {

    private final Sample sample;
    private final DoubleBinaryOperator join;
    private final Aggregate overTime;
    private final int firstYear;
    private final int years;
    private final boolean table;
    private double[][] data = {};

    YearRecorder(
            int firstYear, int lastYear, Sample sample, DoubleBinaryOperator join, Aggregate overTime, boolean table) {
        this.firstYear = firstYear;
        this.years = lastYear - firstYear + 1;
        this.sample = sample;
        this.join = join;
        this.overTime = overTime;
        this.table = table;
    }

    @Override
    public void reset(int steps, int scenarios) {
        data = new double[years][scenarios];
    }

    @Override
    public void after(Step step) {
        double[] row = data[step.year() - firstYear < 0 ? 0 : step.year() - firstYear];
        for (int s = 0; s < row.length; s++) {
            row[s] = join.applyAsDouble(row[s], sample.at(step, s));
        }
    }

    @Override
    public double @org.jspecify.annotations.Nullable [][] data() {
        return table ? data : null;
    }

    @Override
    public double[] values() {
        double[] values = new double[data[0].length];
        for (int s = 0; s < values.length; s++) {
            int scenario = s;
            values[s] = overTime.of(
                    Arrays.stream(data).mapToDouble(row -> row[scenario]).toArray());
        }
        return values;
    }
}

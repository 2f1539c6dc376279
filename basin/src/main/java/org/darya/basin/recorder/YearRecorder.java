package org.darya.basin.recorder;

import java.util.Arrays;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Keeps one number for each calendar year and scenario. */
final class YearRecorder extends Recorder {

    /** What the number of a year is made of. */
    enum Kind {
        /** The number times the days of the step that fall into the year. */
        TOTAL,
        /** The sum of the numbers of its steps. */
        COUNT,
        /** The greatest number of its steps, at least 0. */
        GREATEST
    }

    private final Sample sample;
    private final Kind kind;
    private final Aggregator overTime;
    private final int firstYear;
    private final int years;
    private final boolean table;
    private double[][] data = {};
    private double[] seen = {};

    YearRecorder(int firstYear, int lastYear, Sample sample, Kind kind, Aggregator overTime, boolean table) {
        this.firstYear = firstYear;
        this.years = lastYear - firstYear + 1;
        this.sample = sample;
        this.kind = kind;
        this.overTime = overTime;
        this.table = table;
    }

    @Override
    public void reset(int steps, int scenarios) {
        data = new double[years][scenarios];
        seen = new double[scenarios];
    }

    @Override
    public void after(Step step) {
        sample.all(step, seen);
        int year = step.year() - firstYear;
        switch (kind) {
            case GREATEST -> {
                for (int s = 0; s < seen.length; s++) {
                    data[year][s] = Math.max(data[year][s], seen[s]);
                }
            }
            case COUNT -> add(year, 1);
            case TOTAL -> {
                int next = step.daysInNextYear();
                add(year, step.days() - next);
                if (next > 0 && year + 1 < years) {
                    add(year + 1, next);
                }
            }
        }
    }

    private void add(int year, double factor) {
        for (int s = 0; s < seen.length; s++) {
            data[year][s] += seen[s] * factor;
        }
    }

    @Override
    public double @Nullable [][] data() {
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

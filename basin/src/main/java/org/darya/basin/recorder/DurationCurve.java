package org.darya.basin.recorder;

import java.util.Arrays;
import java.util.Set;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a series, perhaps of some months only; its value is their mean, or how far they lie outside a lower and an
 * upper target curve, as a share of the target.
 */
final class DurationCurve extends TableRecorder {

    private final double[] percentiles;
    private final Aggregator over;
    private final @Nullable Set<Integer> months;
    private final double @Nullable [][] lower;
    private final double @Nullable [][] upper;
    private final int offset;
    private boolean[] counted = {};

    DurationCurve(
            Sample sample,
            double[] percentiles,
            Aggregator over,
            @Nullable Set<Integer> months,
            double @Nullable [][] lower,
            double @Nullable [][] upper,
            int offset) {
        super(sample, over);
        this.percentiles = percentiles;
        this.over = over;
        this.months = months;
        this.lower = lower;
        this.upper = upper;
        this.offset = offset;
    }

    @Override
    public void reset(int steps, int scenarios) {
        super.reset(steps, scenarios);
        counted = new boolean[steps];
    }

    @Override
    public void after(Step step) {
        super.after(step);
        counted[step.index()] = months == null || months.contains(step.month() + 1);
    }

    @Override
    public double[] values() {
        double[][] data = data();
        double[] values = new double[data.length == 0 ? 0 : data[0].length];
        for (int s = 0; s < values.length; s++) {
            double[] curve = curve(s);
            if (lower != null || upper != null) {
                for (int i = 0; i < curve.length; i++) {
                    curve[i] = outside(curve[i], target(lower, i, s + offset), target(upper, i, s + offset));
                }
            }
            values[s] = over.of(curve);
        }
        return values;
    }

    /** The percentiles of a scenario. */
    private double[] curve(int s) {
        double[] column = column(s);
        double[] series = new double[column.length];
        int n = 0;
        for (int t = 0; t < column.length; t++) {
            if (counted[t]) {
                series[n++] = column[t];
            }
        }
        double[] kept = Arrays.copyOf(series, n);
        return Arrays.stream(percentiles)
                .map(p -> Aggregate.percentile(kept, p))
                .toArray();
    }

    private static double target(double @Nullable [][] target, int i, int s) {
        return target == null ? Double.NaN : target[i][Math.min(s, target[i].length - 1)];
    }

    /** How far a value lies below or above its targets, as a share; NaN where a target of 0 has no share. */
    private static double outside(double value, double low, double high) {
        if (low == 0 || high == 0) {
            return Double.NaN;
        }
        double under = Double.isNaN(low) ? 0 : (low - value) / low;
        double over = Double.isNaN(high) ? 0 : (value - high) / high;
        return Math.max(0, Math.max(under, over));
    }
}

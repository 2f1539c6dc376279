package org.darya.portal.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A straight axis from value to place, with ticks at round numbers: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 * @param ticks the round numbers between the ends, lowest first
 */
record Scale(double low, double high, double from, double to, List<BigDecimal> ticks) {
    private static final double[] ROUND = {1, 2, 5, 10};
    /** A line may leave zero out, but not when zero is near enough to be seen. */
    private static final double ZERO_IS_NEAR = 0.4;

    /**
     * An axis for numbers.
     *
     * @param zero whether zero must be on the axis: bars are read by their length
     * @param about how many ticks to aim at
     */
    static Scale of(double least, double most, boolean zero, int about, double from, double to) {
        double low = least;
        double high = most;
        if (zero || near(low, high)) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
            double room = low == 0 ? 1 : Math.abs(low) / 10;
            low = zero || low == 0 ? low : low - room;
            high += room;
        }
        BigDecimal step = step((high - low) / about);
        BigDecimal first = floor(low, step);
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = first;
        ticks.add(tick);
        while (tick.doubleValue() < high - step.doubleValue() * 1e-9 && ticks.size() < 50) {
            tick = tick.add(step);
            ticks.add(tick);
        }
        return new Scale(first.doubleValue(), tick.doubleValue(), from, to, List.copyOf(ticks));
    }

    private static boolean near(double low, double high) {
        return low >= 0 ? low <= high * ZERO_IS_NEAR : high <= 0 && high >= low * ZERO_IS_NEAR;
    }

    private static BigDecimal step(double rough) {
        int power = (int) Math.floor(Math.log10(rough));
        double times = rough / Math.pow(10, power);
        for (double round : ROUND) {
            if (times <= round * (1 + 1e-9)) {
                return BigDecimal.valueOf((long) round).scaleByPowerOfTen(power);
            }
        }
        return BigDecimal.TEN.scaleByPowerOfTen(power);
    }

    private static BigDecimal floor(double value, BigDecimal step) {
        double times = Math.floor(value / step.doubleValue() + 1e-9);
        return step.multiply(new BigDecimal(times, MathContext.DECIMAL64));
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    boolean holdsZero() {
        return low <= 0 && high >= 0;
    }
}

package org.darya.basin.result;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a series are spread, over all steps and scenarios. The first {@value #EXACT} values are kept; after them only
 * how many fall into each class of values that differ by less than 1.6 %, so memory does not grow with the run.
 */
public final class Distribution {

    private static final int EXACT = 20_000;

    /** 64 classes for each doubling, from 2^-20 to 2^30; what is smaller counts as nothing. */
    private static final int SHIFT = 52 - 6;

    private static final int LOWEST = (1023 - 20) << 6;
    private static final int CLASSES = 50 << 6;

    private double[] kept = new double[16];
    private int count;
    private long @Nullable [] classes;

    /** Takes down a value; a negative one counts as nothing, and what is no number (NaN) does not count. */
    void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (classes == null && count < EXACT) {
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, Math.min(EXACT, 2 * count));
            }
            kept[count++] = Math.max(value, 0);
        } else {
            classes()[classOf(value)]++;
        }
    }

    /** Takes in what another has taken down. */
    void add(Distribution other) {
        for (int i = 0; i < other.count; i++) {
            add(other.kept[i]);
        }
        if (other.classes != null) {
            long[] own = classes();
            for (int c = 0; c < own.length; c++) {
                own[c] += other.classes[c];
            }
        }
    }

    private long[] classes() {
        long[] found = classes;
        if (found == null) {
            found = new long[CLASSES];
            for (int i = 0; i < count; i++) {
                found[classOf(kept[i])]++;
            }
            count = 0;
            kept = new double[0];
            classes = found;
        }
        return found;
    }

    private static int classOf(double value) {
        int at = value > 0 ? (int) (Double.doubleToRawLongBits(value) >>> SHIFT) - LOWEST : 0;
        return Math.clamp(at, 0, CLASSES - 1);
    }

    private static double middle(int at) {
        return at == 0
                ? 0
                : (Double.longBitsToDouble((long) (at + LOWEST) << SHIFT)
                                + Double.longBitsToDouble((long) (at + 1 + LOWEST) << SHIFT))
                        / 2;
    }

    /**
     * Points of the duration curve: the greatest values that are reached or exceeded in at least the given shares of all steps
     * and scenarios. NaN if no value was taken down.
     *
     * @param shares from 0 to 1
     */
    public double[] exceeded(double... shares) {
        long[] found = classes;
        long all = found == null ? count : Arrays.stream(found).sum();
        double[] sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted);
        double[] values = new double[shares.length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < shares.length && all > 0; i++) {
            // so many values lie below, rounding in the share aside
            long below = Math.clamp((long) Math.floor((1 - shares[i] + 1e-12) * all), 0, all - 1);
            values[i] = found == null ? sorted[(int) below] : middle(classAbove(found, below));
        }
        return values;
    }

    /** The class of the value that so many values lie below. */
    private static int classAbove(long[] found, long below) {
        int at = 0;
        for (long sum = found[0]; sum <= below; sum += found[at]) {
            at++;
        }
        return at;
    }
}

package org.darya.basin.parameter;

import java.util.Arrays;
import org.darya.basin.read.Element;

/** Ways to make one number of several. */
public enum Aggregate {
    /** The sum. */
    SUM,
    /** The smallest. */
    MIN,
    /** The greatest. */
    MAX,
    /** The arithmetic mean. */
    MEAN,
    /** The middle one, or the mean of the two in the middle. */
    MEDIAN,
    /** The product. */
    PRODUCT,
    /** A percentile, by straight lines between ranks; the median unless told which. */
    PERCENTILE,
    /** Share of the values that are below a score; needs the score. */
    PERCENTILE_OF_SCORE,
    /** How many are not zero. */
    COUNT_NONZERO,
    /** 1 if any is not zero. */
    ANY,
    /** 1 if none is zero. */
    ALL;

    /** Reads the name of a function. */
    public static Aggregate read(Element given) {
        return switch (given.word("mean")) {
            case "sum" -> SUM;
            case "min" -> MIN;
            case "max" -> MAX;
            case "mean" -> MEAN;
            case "median" -> MEDIAN;
            case "product" -> PRODUCT;
            case "count_nonzero" -> COUNT_NONZERO;
            case "any" -> ANY;
            case "all" -> ALL;
            default ->
                throw given.fail(
                        "the function " + given.show() + " is not known",
                        "use sum, min, max, mean, median or product.");
        };
    }

    /** The aggregate of the values; NaN if there are none. */
    public double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        return switch (this) {
            case SUM -> sum(values);
            case MEAN -> sum(values) / values.length;
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
            case PRODUCT -> Arrays.stream(values).reduce(1, (a, b) -> a * b);
            case MEDIAN, PERCENTILE -> percentile(values, 50);
            case PERCENTILE_OF_SCORE -> throw new IllegalStateException("a percentile of a score needs the score");
            case COUNT_NONZERO -> Arrays.stream(values).filter(x -> x != 0).count();
            case ANY -> Arrays.stream(values).anyMatch(x -> x != 0) ? 1 : 0;
            case ALL -> Arrays.stream(values).allMatch(x -> x != 0) ? 1 : 0;
        };
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The percentile (0 to 100) by straight lines between ranks (Hyndman and Fan 1996, definition 7). */
    public static double percentile(double[] values, double percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return percentileOfSorted(sorted, percent);
    }

    /** As {@link #percentile}, of values that stand in ascending order. */
    public static double percentileOfSorted(double[] sorted, double percent) {
        double rank = percent / 100 * (sorted.length - 1);
        int low = (int) Math.floor(rank);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
    }
}

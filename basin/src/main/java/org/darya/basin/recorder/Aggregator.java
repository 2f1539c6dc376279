package org.darya.basin.recorder;

import java.util.Arrays;
import java.util.Locale;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.read.Element;

/**
 * Makes one number of several, as a recorder describes it: the name of a function, or an object with {@code func} and the
 * {@code args} or {@code kwargs} of a percentile.
 *
 * @param function how; a percentile and the percentile of a score need {@code argument}
 * @param argument the percentile (0 to 100), or the score
 * @param ties how equal values count for the percentile of a score
 * @param ignoreMissing true if NaN values are left out
 */
public record Aggregator(Aggregate function, double argument, Ties ties, boolean ignoreMissing) {

    /** How values equal to a score count, as in {@code scipy.stats.percentileofscore}. */
    public enum Ties {
        /** By half and by at least one. */
        RANK,
        /** As lower values. */
        WEAK,
        /** Not at all. */
        STRICT,
        /** Midway between weak and strict. */
        MEAN
    }

    /** A function that needs no argument. */
    public static Aggregator of(Aggregate function) {
        return new Aggregator(function, Double.NaN, Ties.RANK, false);
    }

    /** Reads a description; the default if missing. */
    static Aggregator read(Element given, Aggregate otherwise) {
        if (given.missing()) {
            return of(otherwise);
        }
        if (!given.isObject()) {
            return of(Aggregate.read(given));
        }
        Element func = given.need("func");
        Element args = given.get("args");
        Element options = given.get("kwargs");
        return switch (func.word("mean")) {
            case "percentile" ->
                new Aggregator(Aggregate.PERCENTILE, argument(given, args, options, "q"), Ties.RANK, false);
            case "percentileofscore" ->
                new Aggregator(
                        Aggregate.PERCENTILE_OF_SCORE,
                        argument(given, args, options, "score"),
                        ties(args, options),
                        false);
            default -> of(Aggregate.read(func));
        };
    }

    private static double argument(Element given, Element args, Element options, String name) {
        if (!args.items().isEmpty()) {
            return args.items().get(0).number();
        }
        if (options.given() && options.has(name)) {
            return options.get(name).number();
        }
        throw given.fail("no '" + name + "' for the function", "write \"args\": [90].");
    }

    private static Ties ties(Element args, Element options) {
        Element kind = args.items().size() > 1
                ? args.items().get(1)
                : options.given() ? options.get("kind") : new Element(options.path(), null);
        return switch (kind.word("rank")) {
            case "rank" -> Ties.RANK;
            case "weak" -> Ties.WEAK;
            case "strict" -> Ties.STRICT;
            case "mean" -> Ties.MEAN;
            default -> throw kind.fail("the kind is not known", "use rank, weak, strict or mean.");
        };
    }

    /** The same, with NaN values left out. */
    Aggregator ignoringMissing(boolean ignore) {
        return new Aggregator(function, argument, ties, ignore);
    }

    /** The aggregate of the values; NaN if there are none. */
    public double of(double... values) {
        double[] kept = ignoreMissing
                ? Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray()
                : values;
        return switch (function) {
            case PERCENTILE -> kept.length == 0 ? Double.NaN : Aggregate.percentile(kept, argument);
            case PERCENTILE_OF_SCORE -> percentileOfScore(kept);
            default -> function.of(kept);
        };
    }

    private double percentileOfScore(double[] values) {
        double below = Arrays.stream(values).filter(value -> value < argument).count();
        double upTo = Arrays.stream(values).filter(value -> value <= argument).count();
        double counted = switch (ties) {
            case RANK -> (below + upTo + (upTo > below ? 1 : 0)) / 2;
            case WEAK -> upTo;
            case STRICT -> below;
            case MEAN -> (below + upTo) / 2;
        };
        return 100 * counted / values.length;
    }

    @Override
    public String toString() {
        String name = function.name().toLowerCase(Locale.ROOT);
        return Double.isNaN(argument) ? name : name + " " + argument;
    }
}

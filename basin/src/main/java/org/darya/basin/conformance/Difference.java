package org.darya.basin.conformance;

import java.util.Locale;

/** Collects how far numbers lie apart. */
final class Difference {

    private double worst;
    private String where = "";
    private long compared;

    /** Compares a number with its reference; {@code where} says which it is if it is the worst so far. */
    void add(double found, double expected, java.util.function.Supplier<String> place) {
        compared++;
        double difference = apart(found, expected);
        if (difference > worst || (Double.isNaN(difference) && !Double.isNaN(worst))) {
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            where = String.format(Locale.ROOT, "%s: %.10g, not %.10g", place.get(), found, expected);
        }
    }

    private static double apart(double found, double expected) {
        if (Double.isNaN(expected)) {
            return Double.isNaN(found) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (found == expected) {
            return 0;
        }
        return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    }

    /** Notes something that is missing altogether. */
    void missing(String what) {
        worst = Double.POSITIVE_INFINITY;
        where = what + " is missing";
    }

    double worst() {
        return worst;
    }

    String where() {
        return where;
    }

    long compared() {
        return compared;
    }
}

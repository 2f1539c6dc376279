package org.darya.basin.parameter;

import org.darya.basin.read.Element;

/** Small helps to read lists of numbers. */
final class Lists {

    private Lists() {}

    /** The element that holds the values: {@code values}, or the element itself if it describes a table. */
    static Element values(Element given) {
        return given.has("values")
                ? given.get("values")
                : given.has("url") || given.has("table") ? given : given.need("values");
    }

    /** Refuses a list that does not have the wanted length. */
    static void check(Element given, double[] values, int wanted) {
        if (values.length != wanted) {
            throw given.fail(
                    values.length + " values where " + wanted + " are needed", "a value is missing or too many.");
        }
    }

    /** Refuses a list that does not increase. */
    static void checkIncreasing(Element given, double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] <= values[i - 1]) {
                throw given.fail(
                        "the values do not increase: " + values[i - 1] + " is followed by " + values[i], "sort them.");
            }
        }
    }
}

package org.darya.methods;

import java.util.Map;
import java.util.TreeMap;

/** What a formula gives for one period: numbers by output, or the reason why an output has none. */
public record Answer(Map<String, Double> numbers, Map<String, Reason> reasons, Reason otherwise) {
    private static final Reason NONE = Reason.of(Reason.Why.NO_VALUE);

    public static Answer of(String output, double number) {
        return new Answer(Map.of(output, number), Map.of(), NONE);
    }

    /** No output has a value. */
    public static Answer none(Reason.Why why, Object... arguments) {
        return new Answer(Map.of(), Map.of(), Reason.of(why, arguments));
    }

    public static Answer empty() {
        return new Answer(Map.of(), Map.of(), NONE);
    }

    public Answer and(String output, double number) {
        Map<String, Double> more = new TreeMap<>(numbers);
        more.put(output, number);
        return new Answer(more, reasons, otherwise);
    }

    public Answer without(String output, Reason.Why why, Object... arguments) {
        Map<String, Reason> more = new TreeMap<>(reasons);
        more.put(output, Reason.of(why, arguments));
        return new Answer(numbers, more, otherwise);
    }

    /** The number over a denominator that may be zero. */
    public static Answer quotient(String output, double over, double under, double factor, String name) {
        return under == 0 ? none(Reason.Why.ZERO_DENOMINATOR, name) : of(output, factor * over / under);
    }
}

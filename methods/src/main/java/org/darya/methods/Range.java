package org.darya.methods;

import org.jspecify.annotations.Nullable;

/** Lowest and highest possible value, each open when absent. */
public record Range(@Nullable Double lowest, @Nullable Double highest) {
    public static final Range ANY = new Range(null, null);
    public static final Range NOT_NEGATIVE = new Range(0.0, null);
    public static final Range PERCENT = new Range(0.0, 100.0);
    public static final Range SHARE = new Range(0.0, 1.0);

    public static Range of(double lowest, double highest) {
        return new Range(lowest, highest);
    }

    public static Range atMost(double highest) {
        return new Range(null, highest);
    }

    public boolean contains(double number) {
        return (lowest == null || number >= lowest) && (highest == null || number <= highest);
    }

    public String from() {
        return lowest == null ? "−∞" : lowest.toString();
    }

    public String to() {
        return highest == null ? "∞" : highest.toString();
    }

    @Override
    public String toString() {
        return from() + " … " + to();
    }
}

package org.darya.basin.parameter;

import java.util.Locale;
import org.darya.basin.read.Element;

/** Relation of a number to a threshold. */
public enum Predicate {
    /** Less than. */
    LT,
    /** Greater than. */
    GT,
    /** Equal. */
    EQ,
    /** Less than or equal. */
    LE,
    /** Greater than or equal. */
    GE;

    /** Reads a relation by name or sign. */
    public static Predicate read(Element given) {
        return switch (given.text("LT").toUpperCase(Locale.ROOT)) {
            case "LT", "<" -> LT;
            case "GT", ">" -> GT;
            case "EQ", "=", "==" -> EQ;
            case "LE", "<=" -> LE;
            case "GE", ">=" -> GE;
            default -> throw given.fail("the relation " + given.show() + " is not known", "use LT, GT, EQ, LE or GE.");
        };
    }

    /** True if the number stands in the relation. */
    public boolean test(double number, double threshold) {
        return switch (this) {
            case LT -> number < threshold;
            case GT -> number > threshold;
            case EQ -> number == threshold;
            case LE -> number <= threshold;
            case GE -> number >= threshold;
        };
    }
}

package org.darya.methods;

import java.util.Locale;

/** How much is known of a value, from the best to the least. */
public enum Status {
    OBSERVED,
    ESTIMATED,
    IMPUTED,
    NOT_REPORTED,
    NOT_APPLICABLE;

    public boolean known() {
        return compareTo(IMPUTED) <= 0;
    }

    /** The weaker of the two: a sum of an observed and an imputed number is imputed. */
    public Status weaker(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The form used in files and interfaces: {@code not-reported}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

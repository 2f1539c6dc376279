package org.darya.basin.parameter;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days on which something begins anew every year. */
public final class Resets {

    private Resets() {}

    /** The day in a year; 29 February becomes 28 in a common year. */
    public static LocalDate on(int year, int day, int month) {
        return YearMonth.of(year, month)
                .atDay(Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }
}

package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of a {@link Stream}.
 *
 * @param time when, or from when
 * @param until where it is for a length of time
 * @param number null where the result is no number, or where there is none
 * @param text a result that is no number, as JSON; null where it is one
 * @param status how it came to be; null where the writer does not say
 */
public record Reading(
        Instant time,
        @Nullable Instant until,
        @Nullable BigDecimal number,
        @Nullable String text,
        @Nullable ValueStatus status) {
    /**
     * The numbers of a day, a month or a year together.
     *
     * @param first first day of the period, in UTC
     * @param last last day
     * @param count numbers in it
     * @param sure whether all of them were observed, as far as their writers say
     */
    public record Mean(
            LocalDate first, LocalDate last, double mean, double least, double most, long count, boolean sure) {}

    /** Lengths of time that numbers are brought together over. */
    public enum Span {
        @JsonProperty("day")
        DAY,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("year")
        YEAR
    }
}

package org.darya.portal.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number for a period, or the lack of one.
 *
 * @param period what the reader calls the period
 * @param first first day of the period
 * @param last last day of the period
 * @param number null where there is none
 * @param sure whether it was observed; an estimated or imputed number is drawn hollow
 * @param refused whether the number is kept and shown but not used
 * @param note why there is no number, why it is refused, or how it came to be; null where there is nothing to say
 */
public record ChartPoint(
        String period,
        LocalDate first,
        LocalDate last,
        @Nullable BigDecimal number,
        boolean sure,
        boolean refused,
        @Nullable String note) {
    /** The middle of the period as a decimal year, so that a year stands where its label stands. */
    double middle() {
        return (TimeAxis.year(first) + TimeAxis.year(last.plusDays(1))) / 2;
    }

    /** Length of the period in years. */
    double years() {
        return TimeAxis.year(last.plusDays(1)) - TimeAxis.year(first);
    }
}

package org.darya.evidence.indicator;

import java.time.LocalDate;
import org.darya.evidence.Period;

/** Periods of offices and periods of methods. Methods know years, months and days of those that offices write. */
final class Periods {
    private Periods() {}

    static org.darya.methods.Period forMethod(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        if (first.equals(last)) {
            return org.darya.methods.Period.day(first);
        }
        if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
            return org.darya.methods.Period.month(first.getYear(), first.getMonthValue());
        }
        if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
            return org.darya.methods.Period.year(first.getYear());
        }
        throw new IllegalArgumentException(
                "The period %s is no year, month or day.\nMaybe values of quarters or weeks want to be brought to years or months first."
                        .formatted(period.text()));
    }

    static Period forPeople(org.darya.methods.Period period) {
        return new Period(
                period.toString(),
                period.start().toLocalDate(),
                period.end().minusNanos(1).toLocalDate());
    }
}

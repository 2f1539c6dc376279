package org.darya.methods;

import java.time.LocalDateTime;

/** The length of a period. Pentads and decades are those of the hydrological services: six and three in a month. */
public enum Step {
    HOUR,
    DAY,
    PENTAD,
    DECADE,
    MONTH,
    YEAR;

    /** The start of the period of this length in which the moment lies. */
    LocalDateTime floor(LocalDateTime t) {
        LocalDateTime day = t.toLocalDate().atStartOfDay();
        return switch (this) {
            case HOUR -> day.withHour(t.getHour());
            case DAY -> day;
            case PENTAD -> day.withDayOfMonth(Math.min((t.getDayOfMonth() - 1) / 5, 5) * 5 + 1);
            case DECADE -> day.withDayOfMonth(Math.min((t.getDayOfMonth() - 1) / 10, 2) * 10 + 1);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDateTime next(LocalDateTime start) {
        return switch (this) {
            case HOUR -> start.plusHours(1);
            case DAY -> start.plusDays(1);
            case PENTAD -> start.getDayOfMonth() > 25 ? MONTH.next(MONTH.floor(start)) : start.plusDays(5);
            case DECADE -> start.getDayOfMonth() > 20 ? MONTH.next(MONTH.floor(start)) : start.plusDays(10);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }
}

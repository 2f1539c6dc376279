package org.darya.methods;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** A calendar period: a year, a month, a decade or pentad of a month, a day or an hour. */
public record Period(LocalDateTime start, Step step) implements Comparable<Period> {
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::step);

    public Period {
        if (!start.equals(step.floor(start))) {
            throw new IllegalArgumentException(
                    "%s does not start a %s.\nMaybe it should be %s.".formatted(start, step, step.floor(start)));
        }
    }

    public static Period year(int year) {
        return new Period(LocalDateTime.of(year, 1, 1, 0, 0), Step.YEAR);
    }

    public static Period month(int year, int month) {
        return new Period(LocalDateTime.of(year, month, 1, 0, 0), Step.MONTH);
    }

    public static Period day(LocalDate day) {
        return new Period(day.atStartOfDay(), Step.DAY);
    }

    public static Period hour(LocalDateTime hour) {
        return new Period(hour, Step.HOUR);
    }

    /** Reads {@code 2020}, {@code 2020-05}, {@code 2020-05-D2}, {@code 2020-05-P6}, {@code 2020-05-14}, {@code 2020-05-14T08}. */
    public static Period parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> year(Integer.parseInt(text));
                case 7 -> month(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
                case 10 -> {
                    int index = Character.digit(text.charAt(9), 10) - 1;
                    LocalDateTime month =
                            LocalDate.parse(text.substring(0, 8) + "01").atStartOfDay();
                    yield switch (text.charAt(8)) {
                        case 'D' -> new Period(month.plusDays(10L * index), Step.DECADE);
                        case 'P' -> new Period(month.plusDays(5L * index), Step.PENTAD);
                        default -> day(LocalDate.parse(text));
                    };
                }
                default -> hour(LocalDateTime.parse(text + ":00"));
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The period (%s) cannot be read.\nMaybe write 2020, 2020-05, 2020-05-D2, 2020-05-P6, 2020-05-14 or 2020-05-14T08."
                            .formatted(text),
                    e);
        }
    }

    public int year() {
        return start.getYear();
    }

    public LocalDateTime end() {
        return step.next(start);
    }

    public Period next() {
        return new Period(end(), step);
    }

    /** The period of the given length in which this one begins: the month of a day. */
    public Period in(Step longer) {
        return new Period(longer.floor(start), longer);
    }

    /** How many periods of the given shorter length this one holds: 365 days, 24 hours. */
    public int count(Step shorter) {
        int count = 0;
        for (LocalDateTime t = start; t.isBefore(end()); t = shorter.next(t)) {
            count++;
        }
        return count;
    }

    /** The time axis of a trend in years: the year itself, or its fraction at the middle of a shorter period. */
    public double inYears() {
        if (step == Step.YEAR) {
            return year();
        }
        double hours = ChronoUnit.HOURS.between(step.floor(start), end()) / 2.0
                + ChronoUnit.HOURS.between(Step.YEAR.floor(start), start);
        Period year = year(year());
        return year() + hours / ChronoUnit.HOURS.between(year.start(), year.end());
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String day = start.toLocalDate().toString();
        return switch (step) {
            case YEAR -> day.substring(0, 4);
            case MONTH -> day.substring(0, 7);
            case DECADE -> day.substring(0, 8) + "D" + (start.getDayOfMonth() / 10 + 1);
            case PENTAD -> day.substring(0, 8) + "P" + (start.getDayOfMonth() / 5 + 1);
            case DAY -> day;
            case HOUR -> start.toString().substring(0, 13);
        };
    }
}

package org.darya.basin.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.basin.read.Element;
import org.jspecify.annotations.Nullable;

/** How a timeline is cut into steps: a number of days, or calendar weeks, months, quarters or years. */
public sealed interface Frequency {

    /** First day of the period that contains the day. */
    LocalDate startOf(LocalDate day);

    /** First day of the period after the one that begins on {@code start}. */
    LocalDate next(LocalDate start);

    /** Steps of a fixed number of days, counted from the start of the timeline. */
    record Days(int count) implements Frequency {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusDays(count);
        }
    }

    /** Calendar weeks that end on the given day. */
    record Weeks(DayOfWeek last) implements Frequency {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.with(TemporalAdjusters.nextOrSame(last)).minusDays(6);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusDays(7);
        }
    }

    /** Periods of 1, 3 or 12 calendar months. */
    record Months(int count) implements Frequency {
        @Override
        public LocalDate startOf(LocalDate day) {
            int month = (day.getMonthValue() - 1) / count * count + 1;
            return LocalDate.of(day.getYear(), month, 1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(count);
        }
    }

    /**
     * Reads a time step: a number of days, or a pandas frequency ({@code "D"}, {@code "10D"}, {@code "W-THU"}, {@code "M"},
     * {@code "Q"}, {@code "Y"}).
     */
    static Frequency read(Element given) {
        if (given.isNumber()) {
            return days(given, given.integer());
        }
        Frequency parsed = parse(given.text());
        if (parsed == null) {
            throw given.fail(
                    "the time step " + given.show() + " is not known",
                    "use a number of days, \"W-SUN\", \"M\", \"Q\" or \"Y\"; steps shorter than a day are not supported.");
        }
        return parsed;
    }

    private static Frequency days(Element given, int count) {
        if (count < 1) {
            throw given.fail("a time step of " + count + " days", "use 1 day or more.");
        }
        return new Days(count);
    }

    private static @Nullable Frequency parse(String text) {
        Matcher days = Pattern.compile("([0-9]*)D").matcher(text.toUpperCase(Locale.ROOT));
        if (days.matches()) {
            String digits = days.group(1);
            // more digits than this are longer than any run
            int count = digits.isEmpty() ? 1 : digits.length() > 9 ? 0 : Integer.parseInt(digits);
            return count < 1 ? null : new Days(count);
        }
        Matcher weeks = Pattern.compile("W(?:-(MON|TUE|WED|THU|FRI|SAT|SUN))?").matcher(text.toUpperCase(Locale.ROOT));
        if (weeks.matches()) {
            String name = weeks.group(1) == null ? "SUN" : weeks.group(1);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(name)) {
                    return new Weeks(day);
                }
            }
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "M", "ME", "MS" -> new Months(1);
            case "Q", "QE", "QS", "Q-DEC" -> new Months(3);
            case "Y", "A", "YE", "YS", "AS", "A-DEC", "Y-DEC" -> new Months(12);
            default -> null;
        };
    }
}

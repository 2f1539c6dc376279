package org.darya.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a value stands for, in the words of its office and as the days it covers.
 *
 * @param text a year, a month, a day, or a period of SDMX such as {@code 2015-Q1}
 */
public record Period(String text, LocalDate first, LocalDate last) {
    private static final Pattern CALENDAR = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern REPORTING = Pattern.compile("(\\d{4})-([ASTQMWD])(\\d{1,3})");

    /**
     * @throws DateTimeException where the text is no period; its message says why
     */
    public static Period of(String text) {
        if (CALENDAR.matcher(text).matches()) {
            return switch (text.length()) {
                case 4 -> {
                    Year year = Year.parse(text);
                    yield new Period(text, year.atDay(1), year.atMonth(12).atEndOfMonth());
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield new Period(text, month.atDay(1), month.atEndOfMonth());
                }
                default -> new Period(text, LocalDate.parse(text), LocalDate.parse(text));
            };
        }
        Matcher reporting = REPORTING.matcher(text);
        if (!reporting.matches()) {
            throw new DateTimeException("it is no year, month, day, quarter or week");
        }
        int year = Integer.parseInt(reporting.group(1));
        int number = Integer.parseInt(reporting.group(3));
        return switch (reporting.group(2)) {
            case "A" -> months(text, year, number, 12);
            case "S" -> months(text, year, number, 6);
            case "T" -> months(text, year, number, 4);
            case "Q" -> months(text, year, number, 3);
            case "M" -> months(text, year, number, 1);
            case "W" -> week(text, year, number);
            default -> {
                LocalDate day = Year.of(year).atDay(number);
                yield new Period(text, day, day);
            }
        };
    }

    private static Period months(String text, int year, int number, int length) {
        if (number < 1 || number > 12 / length) {
            throw new DateTimeException("a year has only %d of these".formatted(12 / length));
        }
        LocalDate first = LocalDate.of(year, (number - 1) * length + 1, 1);
        return new Period(text, first, first.plusMonths(length).minusDays(1));
    }

    private static Period week(String text, int year, int number) {
        LocalDate inYear = LocalDate.of(year, 7, 1);
        if (number < 1
                || number
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            throw new DateTimeException("the year has no such week");
        }
        LocalDate monday =
                LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(number - 1L);
        return new Period(text, monday, monday.plusDays(6));
    }
}

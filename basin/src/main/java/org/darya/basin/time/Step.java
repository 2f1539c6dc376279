package org.darya.basin.time;

import java.time.LocalDate;

/**
 * One step of a timeline: the whole days from {@code start} on, {@code days} of them.
 *
 * @param index place in the timeline, from 0
 * @param start first day
 * @param days length in days
 * @param day the day that profiles, licences and yearly sums go by: the first day of a step of so many days, the last day of
 *     a calendar week, month, quarter or year
 * @param month month of {@code day}, 0 to 11
 * @param dayIndex day of the year of {@code day}, 0 to 365, counted as in a leap year: 29 February is always 59
 * @param weekIndex week of the year, 0 to 51: {@code dayIndex / 7}, the last days of December belong to week 51
 */
public record Step(int index, LocalDate start, int days, LocalDate day, int month, int dayIndex, int weekIndex) {

    static Step of(int index, LocalDate start, int days, LocalDate day) {
        int dayIndex = dayIndex(day);
        return new Step(index, start, days, day, day.getMonthValue() - 1, dayIndex, Math.min(dayIndex / 7, 51));
    }

    /** Day of the year, 0 to 365, counted as in a leap year. */
    public static int dayIndex(LocalDate day) {
        int index = day.getDayOfYear() - 1;
        return !day.isLeapYear() && index >= 59 ? index + 1 : index;
    }

    /** Calendar year of {@link #day}. */
    public int year() {
        return day.getYear();
    }

    /** Number of days that fall into the calendar year after {@link #year}. */
    public int daysInNextYear() {
        int next = year() + 1;
        LocalDate turn = LocalDate.of(next, 1, 1);
        return turn.isBefore(end()) ? (int) (end().toEpochDay() - Math.max(turn.toEpochDay(), start.toEpochDay())) : 0;
    }

    /** Day after the last day. */
    public LocalDate end() {
        return start.plusDays(days);
    }
}

package org.darya.basin.time;

import java.time.LocalDate;

/**
 * One step of a timeline: the whole days from {@code start} on, {@code days} of them.
 *
 * @param index place in the timeline, from 0
 * @param start first day
 * @param days length in days
 * @param month month of the first day, 0 to 11
 * @param dayIndex day of the year of the first day, 0 to 365, counted as in a leap year: 29 February is always 59
 * @param weekIndex week of the year, 0 to 51: {@code dayIndex / 7}, the last days of December belong to week 51
 */
public record Step(int index, LocalDate start, int days, int month, int dayIndex, int weekIndex) {

    static Step of(int index, LocalDate start, int days) {
        int dayIndex = start.getDayOfYear() - 1;
        if (!start.isLeapYear() && dayIndex >= 59) {
            dayIndex++;
        }
        return new Step(index, start, days, start.getMonthValue() - 1, dayIndex, Math.min(dayIndex / 7, 51));
    }

    /** Calendar year of the first day. */
    public int year() {
        return start.getYear();
    }

    /** Day after the last day. */
    public LocalDate end() {
        return start.plusDays(days);
    }
}

package org.darya.portal.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The axis of time. Places follow the calendar, not the order of the values, so that a gap of ten years is ten years wide.
 *
 * @param first left end as a decimal year
 * @param last right end
 */
record TimeAxis(double first, double last, double from, double to, List<Tick> ticks) {
    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final double LONGEST = 10_000;

    /** A mark of the calendar: where, and what stands under it. */
    record Tick(double place, String label) {}

    /** A day as a decimal year: 2 July 2023 is about 2023.5. */
    static double year(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    /**
     * An axis over a stretch of time.
     *
     * @param least middle of the first period as a decimal year
     * @param most middle of the last period
     * @param whole whether every period is at least a year: then a year stands at its middle, else where it begins
     * @param label room that the label of a tick needs
     */
    static TimeAxis of(double least, double most, boolean whole, double label, double from, double to) {
        double edge = whole ? 0.5 : 0.05;
        double low = least == most ? least - Math.max(edge, 0.5) : least;
        double high = least == most ? most + Math.max(edge, 0.5) : most;
        var axis = new TimeAxis(low, high, from, to, List.of());
        List<Tick> ticks = new ArrayList<>();
        if (!whole && high - low < 2.5) {
            months(axis, label, ticks);
        } else {
            years(axis, whole ? 0.5 : 0, label, ticks);
        }
        return new TimeAxis(low, high, from, to, List.copyOf(ticks));
    }

    private static void years(TimeAxis axis, double shift, double label, List<Tick> ticks) {
        int step = 1;
        for (int one : STEPS) {
            step = one;
            if (axis.width(one) >= label) {
                break;
            }
        }
        int year = Math.floorDiv((int) Math.ceil(axis.first - shift - 1e-6) + step - 1, step) * step;
        for (; year + shift <= Math.min(axis.last, axis.first + LONGEST) + 1e-6; year += step) {
            ticks.add(new Tick(axis.place(year + shift), String.valueOf(year)));
        }
        if (ticks.isEmpty()) {
            double middle = (axis.first + axis.last) / 2;
            ticks.add(new Tick(axis.place(middle), String.valueOf((int) Math.floor(middle))));
        }
    }

    private static void months(TimeAxis axis, double label, List<Tick> ticks) {
        int step = 1;
        for (int one : new int[] {1, 2, 3, 6, 12}) {
            step = one;
            if (axis.width(one / 12.0) >= label * 1.7) {
                break;
            }
        }
        int month = (int) Math.ceil(axis.first * 12 - 1e-6);
        month = Math.floorDiv(month + step - 1, step) * step;
        for (; month / 12.0 <= axis.last + 1e-6; month += step) {
            int year = Math.floorDiv(month, 12);
            double at = year(LocalDate.of(year, month - year * 12 + 1, 1));
            ticks.add(new Tick(axis.place(at), "%02d.%d".formatted(month - year * 12 + 1, year)));
        }
    }

    double place(double year) {
        return from + (year - first) / (last - first) * (to - from);
    }

    /** Width of a number of years. */
    double width(double years) {
        return years / (last - first) * (to - from);
    }
}

package org.darya.basin.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.darya.basin.read.Element;

/**
 * The steps of a simulation.
 *
 * @param steps the steps in order, at least one
 * @param frequency how they were cut
 * @param end the last day, as given
 */
public record Timeline(List<Step> steps, Frequency frequency, LocalDate end) {

    private static final int MAX_STEPS = 2_000_000;

    /**
     * Reads a {@code timestepper}: {@code start}, {@code end} (both inclusive) and {@code timestep}. The first step is the
     * period that contains {@code start}, the last is the last that begins on or before {@code end}.
     */
    public static Timeline read(Element timestepper) {
        LocalDate start = date(timestepper.need("start"));
        LocalDate end = date(timestepper.need("end"));
        Element step = timestepper.get("timestep");
        Frequency frequency = step.missing() ? new Frequency.Days(1) : Frequency.read(step);
        if (end.isBefore(start)) {
            throw timestepper.fail("it ends on " + end + " before it starts on " + start, "swap the two dates.");
        }
        List<Step> steps = new ArrayList<>();
        LocalDate at = frequency.startOf(start);
        while (!at.isAfter(end)) {
            LocalDate next = frequency.next(at);
            LocalDate day = frequency instanceof Frequency.Days ? at : next.minusDays(1);
            steps.add(Step.of(steps.size(), at, Math.toIntExact(next.toEpochDay() - at.toEpochDay()), day));
            if (steps.size() > MAX_STEPS) {
                throw timestepper.fail(
                        "more than " + MAX_STEPS + " steps", "a year is mistyped: " + start + " to " + end + ".");
            }
            at = next;
        }
        return new Timeline(List.copyOf(steps), frequency, end);
    }

    /** Reads a date as ISO 8601 or as day/month/year; a time of day is cut off. */
    public static LocalDate date(Element given) {
        try {
            return parse(given.text(), true);
        } catch (DateTimeParseException e) {
            throw given.fail("the date " + given.show() + " cannot be read", "write it as 2015-12-31.");
        }
    }

    /**
     * Parses a date.
     *
     * @param dayFirst how 03/04/2015 is meant: 3 April if true, 4 March if false
     * @throws DateTimeParseException if it is not a date
     */
    public static LocalDate parse(String text, boolean dayFirst) {
        String day = text.strip();
        int cut = day.indexOf(day.indexOf('T') > 0 ? 'T' : ' ');
        if (cut > 0) {
            day = day.substring(0, cut);
        }
        String[] parts = day.split("[/.-]");
        try {
            if (parts.length == 3 && parts[0].length() <= 2) {
                int first = Integer.parseInt(parts[0]);
                int second = Integer.parseInt(parts[1]);
                // a month above 12 betrays the other order, as pandas sees it too
                boolean swap = dayFirst ? second <= 12 : first > 12;
                int year = Integer.parseInt(parts[2]);
                if (parts[2].length() == 2) {
                    year += year < 69 ? 2000 : 1900;
                }
                return LocalDate.of(year, swap ? second : first, swap ? first : second);
            }
            if (parts.length == 3) {
                return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
            if (parts.length == 2) {
                return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 1);
            }
            if (parts.length == 1 && day.length() == 4) {
                return LocalDate.of(Integer.parseInt(day), 1, 1);
            }
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new DateTimeParseException(String.valueOf(e.getMessage()), text, 0, e);
        }
        throw new DateTimeParseException("not a date", text, 0);
    }

    /** Total length in days. */
    public long days() {
        return steps.stream().mapToLong(Step::days).sum();
    }
}

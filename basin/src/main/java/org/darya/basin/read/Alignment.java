package org.darya.basin.read;

import java.time.LocalDate;
import java.util.List;
import org.darya.basin.time.Step;
import org.darya.basin.time.Timeline;

/**
 * Brings a dated series onto the steps of a timeline. A series finer than the steps is averaged over each step; a coarser
 * one keeps its last value. The series must cover the whole timeline.
 */
public final class Alignment {

    private final int[] first;
    private final int[] count;

    private Alignment(int[] first, int[] count) {
        this.first = first;
        this.count = count;
    }

    /** Finds for each step the rows that it is made of. */
    public static Alignment of(Element spec, LocalDate[] dates, Timeline timeline) {
        List<Step> steps = timeline.steps();
        for (int i = 1; i < dates.length; i++) {
            if (!dates[i].isAfter(dates[i - 1])) {
                throw spec.fail(
                        "the dates do not increase: " + dates[i - 1] + " is followed by " + dates[i],
                        "the day and the month are swapped; try \"dayfirst\": true.");
            }
        }
        if (dates.length == 0) {
            throw spec.fail("the series is empty", "the table has a header only.");
        }
        double interval = dates.length == 1
                ? steps.get(0).days()
                : (dates[dates.length - 1].toEpochDay() - dates[0].toEpochDay()) / (dates.length - 1.0);
        double length = timeline.days() / (double) steps.size();
        // calendar months differ by a tenth: a monthly series on monthly steps is neither finer nor coarser
        boolean finer = interval <= length * 1.1;
        int[] first = new int[steps.size()];
        int[] count = new int[steps.size()];
        int at = 0;
        for (int t = 0; t < first.length; t++) {
            Step step = steps.get(t);
            LocalDate until = finer ? step.end() : step.start().plusDays(1);
            int from = at;
            while (at < dates.length && dates[at].isBefore(until)) {
                at++;
            }
            int inside = from;
            while (inside < at && dates[inside].isBefore(step.start())) {
                inside++;
            }
            boolean covered = at > 0
                    && (finer
                            ? inside < at
                            : step.start().toEpochDay() < dates[at - 1].toEpochDay() + interval * 1.1
                                    || at < dates.length);
            if (!covered) {
                throw spec.fail(
                        "the series from " + dates[0] + " to " + dates[dates.length - 1]
                                + " does not cover the step that starts on " + step.start(),
                        "extend the series or shorten the timestepper.");
            }
            first[t] = finer ? inside : at - 1;
            count[t] = finer ? at - inside : 1;
        }
        return new Alignment(first, count);
    }

    /** The values of one column on the steps. */
    public double[] apply(Frame frame, int column) {
        double[] values = new double[first.length];
        for (int t = 0; t < values.length; t++) {
            double sum = 0;
            for (int i = 0; i < count[t]; i++) {
                sum += frame.number(first[t] + i, column);
            }
            values[t] = sum / count[t];
        }
        return values;
    }
}

package org.darya.basin.network;

import java.time.LocalDate;
import org.darya.basin.parameter.Resets;
import org.darya.basin.time.Step;

/** When an account is filled up, when it binds, and what comes back to it by itself. */
sealed class Renewal permits Renewal.Yearly, Renewal.Monthly, Renewal.Rolling {

    /** An account that is never filled up. */
    static final Renewal NEVER = new Renewal();

    private Renewal() {}

    void reset(Account account) {}

    boolean due(Step step) {
        return false;
    }

    boolean active(Step step) {
        return true;
    }

    double returned(int scenario, double drawn) {
        return 0;
    }

    /** Filled up once a year, on the first step on or after a day; binds from that day to another if one is given. */
    static final class Yearly extends Renewal {
        private final int day;
        private final int month;
        private final int endDay;
        private final int endMonth;
        private int lastYear;

        Yearly(int day, int month, int endDay, int endMonth) {
            this.day = day;
            this.month = month;
            this.endDay = endDay;
            this.endMonth = endMonth;
        }

        @Override
        boolean due(Step step) {
            int year = Resets.last(step.day(), day, month).getYear();
            boolean due = step.index() > 0 && year != lastYear;
            lastYear = year;
            return due;
        }

        @Override
        boolean active(Step step) {
            if (endMonth == 0) {
                return true;
            }
            LocalDate from = Resets.last(step.day(), day, month);
            LocalDate until = Resets.on(from.getYear(), endDay, endMonth);
            if (until.isBefore(from)) {
                until = Resets.on(from.getYear() + 1, endDay, endMonth);
            }
            return step.day().isBefore(until);
        }
    }

    /** Filled up every few months. */
    static final class Monthly extends Renewal {
        private final int months;
        private final int initial;
        private int count;
        private int lastMonth;

        Monthly(int months, int initial) {
            this.months = months;
            this.initial = initial;
        }

        @Override
        void reset(Account account) {
            count = initial;
            lastMonth = -1;
        }

        @Override
        boolean due(Step step) {
            boolean due = false;
            if (step.index() > 0 && step.month() != lastMonth) {
                count++;
                if (count >= months) {
                    count = 0;
                    due = true;
                }
            }
            lastMonth = step.month();
            return due;
        }
    }

    /** What is drawn comes back after some steps, so that the draw of any such window is bounded. */
    static final class Rolling extends Renewal {
        private final double[][] memory;
        private final int[] place;

        Rolling(int steps, int size) {
            this.memory = new double[size][Math.max(steps - 1, 1)];
            this.place = new int[size];
        }

        @Override
        void reset(Account account) {
            // what is missing at the start is taken to have been drawn evenly
            for (int s = 0; s < memory.length; s++) {
                java.util.Arrays.fill(memory[s], (account.maxVolume.at(s) - account.volume[s]) / memory[s].length);
                place[s] = 0;
            }
        }

        @Override
        double returned(int scenario, double drawn) {
            double back = memory[scenario][place[scenario]];
            memory[scenario][place[scenario]] = drawn;
            place[scenario] = (place[scenario] + 1) % memory[scenario].length;
            return back;
        }
    }
}

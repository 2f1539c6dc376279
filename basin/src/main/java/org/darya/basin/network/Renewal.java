package org.darya.basin.network;

import java.time.MonthDay;
import java.util.Arrays;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** When an account is filled up, when it binds, and what comes back to it by itself. */
sealed class Renewal permits Renewal.Yearly, Renewal.Monthly, Renewal.Rolling {

    /** An account that is never filled up. */
    static final Renewal NEVER = new Renewal();

    private Renewal() {}

    void reset(Account account) {}

    /** Fills the account up if its time has come; true if the account binds in the step. */
    boolean before(Account account, Step step) {
        return true;
    }

    /** The volume after a step, given what is left after the draw. */
    double adjusted(Account account, int scenario, double left, double drawn) {
        return left;
    }

    /**
     * Filled up once in a calendar year, in the first step of that year on or after a day; binds from that day to another,
     * if one is given.
     */
    static final class Yearly extends Renewal {
        private final MonthDay from;
        private final @Nullable MonthDay until;
        private int filled;
        private int ended;
        private boolean binds = true;

        Yearly(MonthDay from, @Nullable MonthDay until) {
            this.from = from;
            this.until = until;
        }

        @Override
        void reset(Account account) {
            filled = Integer.MIN_VALUE;
            ended = Integer.MIN_VALUE;
            binds = true;
        }

        @Override
        boolean before(Account account, Step step) {
            MonthDay today = MonthDay.from(step.day());
            if (step.year() != filled && !today.isBefore(from)) {
                account.refill(step);
                filled = step.year();
                binds = true;
            }
            if (until != null && step.year() != ended) {
                end(step, today, until);
            }
            return binds;
        }

        private void end(Step step, MonthDay today, MonthDay last) {
            if (step.index() > 0) {
                if (!today.isBefore(last)) {
                    ended = step.year();
                    binds = false;
                }
            } else if (filled != step.year()) {
                // the run begins before the season; one that goes over New Year is still on
                binds = last.isBefore(from);
            } else if (!last.isAfter(from)) {
                // a season that goes over New Year does not end in the year it begins in
                ended = step.year();
            }
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
            count = initial - 1;
            lastMonth = -1;
        }

        @Override
        boolean before(Account account, Step step) {
            if (step.month() != lastMonth) {
                lastMonth = step.month();
                count++;
                if (count == months) {
                    count = 0;
                    account.refill(step);
                }
            }
            return true;
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
                Arrays.fill(memory[s], (account.maxVolume.at(s) - account.volume[s]) / memory[s].length);
                place[s] = 0;
            }
        }

        @Override
        double adjusted(Account account, int scenario, double left, double drawn) {
            double[] steps = memory[scenario];
            int at = place[scenario];
            double volume = left + steps[at];
            steps[at] = drawn;
            place[scenario] = (at + 1) % steps.length;
            return Math.min(account.maxVolume.at(scenario), Math.max(account.minVolume.at(scenario), volume));
        }
    }
}

package org.darya.basin.recorder;

import org.darya.basin.time.Step;

/** Keeps the last number seen on each of the 366 days of a year. */
final class DailyProfileRecorder extends TableRecorder {

    DailyProfileRecorder(Sample sample, Aggregator overTime) {
        super(sample, overTime);
    }

    @Override
    int rows(int steps) {
        return 366;
    }

    @Override
    int row(Step step) {
        return step.dayIndex();
    }
}

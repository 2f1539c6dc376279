package org.darya.basin.recorder;

import java.util.ArrayList;
import java.util.List;
import org.darya.basin.model.Parameter;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Finds spells during which an index parameter is not 0; its value is how many there were, or how long, or how bad. */
final class EventRecorder extends Recorder {

    enum Measure {
        COUNT,
        DURATION,
        STATISTIC
    }

    private final Parameter trigger;
    private final int minimumLength;
    private final @Nullable Parameter tracked;
    private final Aggregate within;
    private final Aggregate among;
    private final Measure measure;
    private final List<List<double[]>> events = new ArrayList<>();
    private final List<List<Double>> open = new ArrayList<>();
    private double[] openDays = {};

    EventRecorder(
            Parameter trigger,
            int minimumLength,
            @Nullable Parameter tracked,
            Aggregate within,
            Aggregate among,
            Measure measure) {
        this.trigger = trigger;
        this.minimumLength = minimumLength;
        this.tracked = tracked;
        this.within = within;
        this.among = among;
        this.measure = measure;
    }

    @Override
    public void reset(int steps, int scenarios) {
        events.clear();
        open.clear();
        openDays = new double[scenarios];
        for (int s = 0; s < scenarios; s++) {
            events.add(new ArrayList<>());
            open.add(new ArrayList<>());
        }
    }

    @Override
    public void after(Step step) {
        for (int s = 0; s < openDays.length; s++) {
            if (trigger.index(s) != 0) {
                open.get(s).add(tracked == null ? 0 : tracked.values[s]);
                openDays[s] += step.days();
            } else {
                close(s);
            }
        }
    }

    private void close(int s) {
        List<Double> seen = open.get(s);
        if (!seen.isEmpty() && seen.size() >= minimumLength) {
            events.get(s).add(new double[] {
                openDays[s],
                within.of(seen.stream().mapToDouble(Double::doubleValue).toArray())
            });
        }
        seen.clear();
        openDays[s] = 0;
    }

    @Override
    public double[] values() {
        double[] values = new double[openDays.length];
        for (int s = 0; s < values.length; s++) {
            close(s);
            List<double[]> found = events.get(s);
            int column = measure == Measure.DURATION ? 0 : 1;
            values[s] = measure == Measure.COUNT
                    ? found.size()
                    : found.isEmpty()
                            ? 0
                            : among.of(found.stream()
                                    .mapToDouble(event -> event[column])
                                    .toArray());
        }
        return values;
    }
}

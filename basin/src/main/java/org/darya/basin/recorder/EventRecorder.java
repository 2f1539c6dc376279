package org.darya.basin.recorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds spells during which a trigger is not 0. Its value is how many there were; {@link Reader} recorders say how long they
 * were and how bad. A spell that is still going on at the end counts as ended with the last step, however short it is.
 */
final class EventRecorder extends Recorder {

    /** A spell: the day it began, the day of the first step after it, and the tracked values of its steps. */
    private record Event(LocalDate start, LocalDate end, double[] values) {
        double days() {
            return end.toEpochDay() - start.toEpochDay();
        }
    }

    private final IntUnaryOperator trigger;
    private final int minimumLength;
    private final @Nullable Parameter tracked;
    private final List<List<Event>> events = new ArrayList<>();
    private final List<List<Double>> open = new ArrayList<>();
    private Step[] began = {};
    private @Nullable Step last;

    /** {@code trigger} gives for a scenario the number that is not 0 during an event. */
    EventRecorder(IntUnaryOperator trigger, int minimumLength, @Nullable Parameter tracked) {
        this.trigger = trigger;
        this.minimumLength = minimumLength;
        this.tracked = tracked;
    }

    boolean tracks() {
        return tracked != null;
    }

    @Override
    public void reset(int steps, int scenarios) {
        events.clear();
        open.clear();
        began = new Step[scenarios];
        last = null;
        for (int s = 0; s < scenarios; s++) {
            events.add(new ArrayList<>());
            open.add(new ArrayList<>());
        }
    }

    @Override
    public void after(Step step) {
        last = step;
        for (int s = 0; s < began.length; s++) {
            boolean on = trigger.applyAsInt(s) != 0;
            if (on && open.get(s).isEmpty()) {
                began[s] = step;
            }
            if (on) {
                open.get(s).add(tracked == null ? 0 : tracked.values[s]);
            } else if (!open.get(s).isEmpty()) {
                if (open.get(s).size() >= minimumLength) {
                    events.get(s).add(event(s, step));
                }
                open.get(s).clear();
            }
        }
    }

    private Event event(int s, Step end) {
        return new Event(
                began[s].start(),
                end.start(),
                open.get(s).stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<Event> found(int s) {
        List<Event> found = new ArrayList<>(events.get(s));
        if (!open.get(s).isEmpty() && last != null) {
            found.add(event(s, last));
        }
        return found;
    }

    @Override
    public double[] values() {
        double[] values = new double[began.length];
        Arrays.setAll(values, s -> found(s).size());
        return values;
    }

    /** How long the events of each scenario were, in days; 0 without events. */
    static Recorder durations(EventRecorder source, Aggregator among) {
        return new Reader(source, null, among);
    }

    /** How bad the events of each scenario were by the tracked parameter; NaN without events. */
    static Recorder statistics(EventRecorder source, Aggregator within, Aggregator among) {
        return new Reader(source, within, among);
    }

    /** Reads what another recorder found. */
    private static final class Reader extends Recorder {
        private final EventRecorder source;
        private final @Nullable Aggregator within;
        private final Aggregator among;

        Reader(EventRecorder source, @Nullable Aggregator within, Aggregator among) {
            this.source = source;
            this.within = within;
            this.among = among;
        }

        @Override
        public void reset(int steps, int scenarios) {}

        @Override
        public void after(Step step) {}

        @Override
        public double[] values() {
            double[] values = new double[source.began.length];
            for (int s = 0; s < values.length; s++) {
                double[] each = source.found(s).stream()
                        .mapToDouble(event -> within == null ? event.days() : within.of(event.values()))
                        .toArray();
                values[s] = each.length > 0 ? among.of(each) : within == null ? 0 : Double.NaN;
            }
            return values;
        }
    }
}

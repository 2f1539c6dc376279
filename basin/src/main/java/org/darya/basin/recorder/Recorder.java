package org.darya.basin.recorder;

import org.darya.basin.model.RunningRecord;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Folds the course of a simulation into one value for each scenario, and perhaps a table of what it saw. */
public abstract class Recorder implements RunningRecord {

    private String name = "";
    private String type = "";
    private Aggregator over = Aggregator.of(Aggregate.MEAN);

    /** Name in the model. */
    public final String name() {
        return name;
    }

    /** Type as the model names it. */
    public final String type() {
        return type;
    }

    /** How the values of the scenarios become one. */
    public final Aggregator overScenarios() {
        return over;
    }

    final void describe(String newName, String newType, Aggregator function) {
        this.name = newName;
        this.type = newType;
        this.over = function;
    }

    /** Prepares for a run. */
    public abstract void reset(int steps, int scenarios);

    /** Looks at a step that is solved. */
    public abstract void after(Step step);

    /** The value of each scenario; null if the recorder keeps a table only. */
    public abstract double @Nullable [] values();

    /** What was seen, by row (mostly a step) and scenario; null if the recorder keeps values only. */
    public double @Nullable [][] data() {
        return null;
    }

    @Override
    public double recorded(int step, int scenario) {
        double[][] data = data();
        return data == null || step < 0 ? 0 : data[step][scenario];
    }
}

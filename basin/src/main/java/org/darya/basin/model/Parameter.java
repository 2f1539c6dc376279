package org.darya.basin.model;

import java.util.Arrays;
import java.util.List;
import org.darya.basin.time.Step;

/**
 * A number for each step and scenario. Before each step {@link #calculate} is called in an order in which the parameters
 * it needs come first; the value then stands in {@link #values} until the next step.
 */
public abstract class Parameter {

    private final List<Parameter> needs;
    private String name = "";
    private boolean visible;

    /** Value of the current step for each scenario of the block. */
    public final double[] values;

    /**
     * A parameter that needs others.
     *
     * @param size number of scenarios in the block
     * @param needs parameters that must be calculated first
     */
    protected Parameter(int size, List<Parameter> needs) {
        this.values = new double[size];
        this.needs = List.copyOf(needs);
    }

    /** Name in the model; empty if the parameter was written in place. */
    public final String name() {
        return name;
    }

    /** Gives the parameter its name; a visible parameter appears in results. */
    public final void rename(String newName) {
        this.name = newName;
        this.visible = true;
    }

    /** True if the parameter has a name of its own in the model. */
    public final boolean visible() {
        return visible;
    }

    /** The parameters that must be calculated before this one. */
    public List<Parameter> needs() {
        return needs;
    }

    /** The value for one scenario, from the state before the step. */
    protected abstract double value(Step step, int scenario);

    /** True if the value is the same in every scenario. */
    public boolean sameInAllScenarios() {
        return false;
    }

    /** True if the value never changes. */
    public boolean constant() {
        return false;
    }

    /** How often the values can change; with every step, unless a type knows better. */
    public Rhythm rhythm() {
        return Rhythm.STEP;
    }

    /** Prepares for a run from its first step. */
    public void reset(Step first) {}

    /** Calculates the value of every scenario. */
    public void calculate(Step step) {
        if (sameInAllScenarios()) {
            Arrays.fill(values, value(step, 0));
            return;
        }
        for (int s = 0; s < values.length; s++) {
            values[s] = value(step, s);
        }
    }

    /** Takes note of the flows and volumes after the step. */
    public void after(Step step) {}

    /** True if {@link #after} does something. */
    public boolean remembers() {
        return true;
    }

    /** The value as an index, for parameters that choose among others. */
    public int index(int scenario) {
        return (int) values[scenario];
    }

    /** True if the parameter is an index in the first place and only its value is derived. */
    public boolean isIndex() {
        return false;
    }
}

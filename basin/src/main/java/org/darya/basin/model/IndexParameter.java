package org.darya.basin.model;

import java.util.List;
import org.darya.basin.time.Step;

/** A parameter that is an index first; its value is the index, or what the index points at. */
public abstract class IndexParameter extends Parameter {

    /** Index of the current step for each scenario of the block. */
    protected final int[] indices;

    /** See {@link Parameter#Parameter}. */
    protected IndexParameter(int size, List<Parameter> needs) {
        super(size, needs);
        this.indices = new int[size];
    }

    /** The index for one scenario. */
    protected abstract int indexOf(Step step, int scenario);

    /** The value that belongs to an index; the index itself unless a type says otherwise. */
    protected double valueOf(int index, int scenario) {
        return index;
    }

    @Override
    protected final double value(Step step, int scenario) {
        indices[scenario] = indexOf(step, scenario);
        return valueOf(indices[scenario], scenario);
    }

    @Override
    public final boolean sameInAllScenarios() {
        return false;
    }

    @Override
    public final int index(int scenario) {
        return indices[scenario];
    }

    @Override
    public final boolean isIndex() {
        return true;
    }

    @Override
    public final boolean remembers() {
        return false;
    }
}

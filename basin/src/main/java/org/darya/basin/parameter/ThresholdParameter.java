package org.darya.basin.parameter;

import java.util.Arrays;
import java.util.List;
import org.darya.basin.model.Formula;
import org.darya.basin.model.IndexParameter;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** A switch that is on while a number stands in a relation to a threshold; with a ratchet it never goes off again. */
final class ThresholdParameter extends IndexParameter {

    private final Formula.Rule number;
    private final Parameter threshold;
    private final Predicate predicate;
    private final List<Parameter> choices;
    private final boolean ratchet;
    private final int initial;
    private final boolean[] caught;

    /** {@code initial} is the index in the first step; -1 to look at the number then too. */
    ThresholdParameter(
            int size,
            List<Parameter> needs,
            Formula.Rule number,
            Parameter threshold,
            Predicate predicate,
            List<Parameter> choices,
            boolean ratchet,
            int initial) {
        super(size, needs);
        this.number = number;
        this.threshold = threshold;
        this.predicate = predicate;
        this.choices = choices;
        this.ratchet = ratchet;
        this.initial = initial;
        this.caught = new boolean[size];
    }

    @Override
    public void reset(Step first) {
        Arrays.fill(caught, false);
    }

    @Override
    protected int indexOf(Step step, int s) {
        if (step.index() == 0 && initial >= 0) {
            return initial;
        }
        if (ratchet && caught[s]) {
            return 1;
        }
        caught[s] = predicate.test(number.at(step, s), threshold.values[s]);
        return caught[s] ? 1 : 0;
    }

    @Override
    protected double valueOf(int index, int scenario) {
        return choices.isEmpty() ? Double.NaN : choices.get(index).values[scenario];
    }
}

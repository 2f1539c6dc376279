package org.darya.basin.parameter;

import java.util.List;
import org.darya.basin.model.Formula;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** A stored series that may serve as value and as index. */
final class SeriesParameter extends Parameter {

    private final Formula.Rule rule;

    SeriesParameter(int size, Formula.Rule rule) {
        super(size, List.of());
        this.rule = rule;
    }

    @Override
    protected double value(Step step, int scenario) {
        return rule.at(step, scenario);
    }

    @Override
    public boolean isIndex() {
        return true;
    }
}

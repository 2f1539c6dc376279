package org.darya.basin.parameter;

import java.util.List;
import org.darya.basin.model.IndexParameter;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** An index that follows from a rule; its value is the index. */
final class Chooser extends IndexParameter {

    @FunctionalInterface
    interface Rule {
        int at(Step step, int scenario);
    }

    private final Rule rule;

    Chooser(int size, List<Parameter> needs, Rule rule) {
        super(size, needs);
        this.rule = rule;
    }

    @Override
    protected int indexOf(Step step, int scenario) {
        return rule.at(step, scenario);
    }
}

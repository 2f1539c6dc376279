package org.darya.basin.model;

import java.util.List;
import org.darya.basin.time.Step;

/** A parameter whose value follows from the step, other parameters and perhaps the state, without memory of its own. */
public final class Formula extends Parameter {

    /** Computes a value. */
    @FunctionalInterface
    public interface Rule {
        /** The value in a step for a scenario of the block. */
        double at(Step step, int scenario);
    }

    private final Rule rule;
    private final boolean same;
    private final boolean constant;
    private boolean done;

    private Formula(int size, List<Parameter> needs, Rule rule, boolean same, boolean constant) {
        super(size, needs);
        this.rule = rule;
        this.same = same;
        this.constant = constant;
    }

    /** A value that never changes. */
    public static Formula constant(int size, double value) {
        return new Formula(size, List.of(), (step, s) -> value, true, true);
    }

    /** A value that depends on the calendar only. */
    public static Formula ofTime(int size, Rule rule) {
        return new Formula(size, List.of(), rule, true, false);
    }

    /** A value that depends on other parameters and perhaps on the calendar. */
    public static Formula of(int size, List<Parameter> needs, Rule rule) {
        return new Formula(size, needs, rule, needs.stream().allMatch(Parameter::sameInAllScenarios), false);
    }

    /** A value that depends on the scenario or on the state of nodes before the step. */
    public static Formula ofState(int size, List<Parameter> needs, Rule rule) {
        return new Formula(size, needs, rule, false, false);
    }

    @Override
    protected double value(Step step, int scenario) {
        return rule.at(step, scenario);
    }

    @Override
    public void calculate(Step step) {
        if (!(constant && done)) {
            super.calculate(step);
            done = true;
        }
    }

    @Override
    public boolean sameInAllScenarios() {
        return same;
    }

    @Override
    public boolean constant() {
        return constant;
    }

    @Override
    public boolean remembers() {
        return false;
    }
}

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
    private final Rhythm rhythm;
    private boolean done;

    private Formula(int size, List<Parameter> needs, Rule rule, boolean same, boolean constant, Rhythm rhythm) {
        super(size, needs);
        this.rule = rule;
        this.same = same;
        this.constant = constant;
        this.rhythm = rhythm;
    }

    /** A value that never changes. */
    public static Formula constant(int size, double value) {
        return new Formula(size, List.of(), (step, s) -> value, true, true, Rhythm.NEVER);
    }

    /** A value that depends on the calendar only. */
    public static Formula ofTime(int size, Rule rule) {
        return ofTime(size, Rhythm.STEP, rule);
    }

    /** A value that depends on the calendar only and changes in a rhythm. */
    public static Formula ofTime(int size, Rhythm rhythm, Rule rule) {
        return new Formula(size, List.of(), rule, true, false, rhythm);
    }

    /** A value that depends on the scenario and the calendar only and changes in a rhythm. */
    public static Formula ofScenario(int size, Rhythm rhythm, Rule rule) {
        return new Formula(size, List.of(), rule, size == 1, false, rhythm);
    }

    /** A value that depends on other parameters and on nothing else. */
    public static Formula of(int size, List<Parameter> needs, Rule rule) {
        boolean same = needs.stream().allMatch(Parameter::sameInAllScenarios);
        Rhythm rhythm = needs.stream().map(Parameter::rhythm).reduce(Rhythm.NEVER, Rhythm::and);
        return new Formula(size, needs, rule, same, false, rhythm);
    }

    /** A value that depends on the scenario or on the state of nodes before the step. */
    public static Formula ofState(int size, List<Parameter> needs, Rule rule) {
        return new Formula(size, needs, rule, false, false, Rhythm.STEP);
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
    public Rhythm rhythm() {
        return rhythm;
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

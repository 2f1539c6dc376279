package org.darya.basin.model;

import java.util.Arrays;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a node: a fixed number, or a parameter.
 *
 * @param values value for each scenario of the block; the array of the parameter itself, so it changes as the parameter does
 * @param fixed true if the value never changes
 * @param source the parameter; null if the quantity is a fixed number
 */
@SuppressWarnings("ArrayRecordComponent") // shared with the parameter on purpose
public record Quantity(
        double[] values, boolean fixed, @Nullable Parameter source) {

    /** A number that never changes. */
    public static Quantity fixed(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return new Quantity(values, true, null);
    }

    /** The value of a parameter. */
    public static Quantity of(Parameter parameter) {
        if (parameter.constant()) {
            parameter.calculate(NO_STEP);
        }
        return new Quantity(parameter.values, parameter.constant(), parameter);
    }

    private static final Step NO_STEP = new Step(0, java.time.LocalDate.EPOCH, 1, java.time.LocalDate.EPOCH, 0, 0, 0);

    /** True if one number stands for all scenarios of the block. */
    public boolean shared() {
        return values.length == 1 || fixed || (source != null && source.sameInAllScenarios());
    }

    /** How often the value can change. */
    public Rhythm rhythm() {
        return source == null ? Rhythm.NEVER : source.rhythm();
    }

    /** The value for a scenario of the block. */
    public double at(int scenario) {
        return values[scenario];
    }

    /** True if the value is this number and never changes. */
    public boolean is(double number) {
        return fixed && (values.length == 0 || values[0] == number);
    }
}

package org.darya.basin.parameter;

import java.util.Arrays;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** What a node wanted and did not get in the last step; already the new value once that step is solved. */
final class DeficitParameter extends Parameter {

    private final Node node;

    DeficitParameter(int size, Node node) {
        super(size, List.of());
        this.node = node;
    }

    @Override
    public void reset(Step first) {
        Arrays.fill(values, 0);
    }

    @Override
    public void calculate(Step step) {
        // the value stands since the end of the step before
    }

    @Override
    protected double value(Step step, int scenario) {
        return values[scenario];
    }

    @Override
    public void after(Step step) {
        for (int s = 0; s < values.length; s++) {
            values[s] = node.wanted(s) - node.flow[s];
        }
    }
}

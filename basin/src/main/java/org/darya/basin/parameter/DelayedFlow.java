package org.darya.basin.parameter;

import java.util.Arrays;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** The flow of a node a number of steps ago. */
public final class DelayedFlow extends Parameter {

    private final Node node;
    private final double initial;
    private final double[][] memory;
    private int place;

    /**
     * A delayed flow.
     *
     * @param steps number of steps of delay, at least 1
     * @param initial flow before the first step
     */
    public DelayedFlow(int size, Node node, int steps, double initial) {
        super(size, List.of());
        this.node = node;
        this.initial = initial;
        this.memory = new double[steps][size];
    }

    @Override
    public void reset(Step first) {
        for (double[] flows : memory) {
            Arrays.fill(flows, initial);
        }
        place = 0;
    }

    @Override
    protected double value(Step step, int scenario) {
        return memory[place][scenario];
    }

    @Override
    public void after(Step step) {
        System.arraycopy(node.flow, 0, memory[place], 0, values.length);
        place = (place + 1) % memory.length;
    }
}

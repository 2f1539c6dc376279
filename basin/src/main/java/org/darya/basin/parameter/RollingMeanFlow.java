package org.darya.basin.parameter;

import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.time.Step;

/** Mean flow of a node over the last steps; over those there are while the run is younger than that. */
final class RollingMeanFlow extends Parameter {

    private final Node node;
    private final double initial;
    private final double[][] memory;
    private int place;
    private int filled;

    RollingMeanFlow(int size, Node node, int steps, double initial) {
        super(size, List.of());
        this.node = node;
        this.initial = initial;
        this.memory = new double[steps][size];
    }

    @Override
    public void reset(Step first) {
        place = 0;
        filled = 0;
    }

    @Override
    protected double value(Step step, int scenario) {
        if (filled == 0) {
            return initial;
        }
        double sum = 0;
        for (int i = 0; i < filled; i++) {
            sum += memory[i][scenario];
        }
        return sum / filled;
    }

    @Override
    public void after(Step step) {
        System.arraycopy(node.flow, 0, memory[place], 0, values.length);
        place = (place + 1) % memory.length;
        filled = Math.min(filled + 1, memory.length);
    }
}

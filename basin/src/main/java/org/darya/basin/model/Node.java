package org.darya.basin.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A node with its flow. The flow is what passes through a link, enters at an input, leaves at an output, or is stored
 * (positive) or released (negative) by a store; in volume units a day.
 */
public class Node {

    private final String name;
    private final String type;

    /** Least flow; what must pass. */
    public Quantity minFlow;

    /** Greatest flow; the demand of an output. */
    public Quantity maxFlow;

    /** Cost of one unit of flow; negative if the flow is wanted. */
    public Quantity cost;

    /** Flow of the last solved step for each scenario. */
    public final double[] flow;

    /**
     * A node without bounds.
     *
     * @param type type as the reference suite names it, for example {@code Catchment}
     * @param size number of scenarios in the block
     */
    public Node(String name, String type, int size) {
        this.name = name;
        this.type = type;
        this.minFlow = Quantity.fixed(size, 0);
        this.maxFlow = Quantity.fixed(size, Double.POSITIVE_INFINITY);
        this.cost = Quantity.fixed(size, 0);
        this.flow = new double[size];
    }

    /** Name, unique in the model. */
    public final String name() {
        return name;
    }

    /** Type of the node. */
    public final String type() {
        return type;
    }

    /** The flow that would satisfy the node: its greatest flow. */
    public double wanted(int s) {
        return maxFlow.at(s);
    }

    /** The quantity that {@link #wanted} reads, unless it adds up several. */
    public @Nullable Quantity wish() {
        return maxFlow;
    }

    /** Prepares for a run. */
    public void reset() {
        Arrays.fill(flow, 0);
    }
}

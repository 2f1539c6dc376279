package org.darya.basin.network;

/** The tie rule: the tiny cost that settles which of two plans of the same cost is taken. */
final class Tie {

    /**
     * Weight of the tie rule. Among plans whose cost differs by less than about this times the flow, water goes to the node
     * that the model lists first; the weights are distinct, so the choice is one and the same on every machine.
     */
    static final double TIE = 1e-7;

    private Tie() {}

    /** The golden section keeps the weights, and their small sums, apart. */
    static double of(Arc arc, int a, int arcs) {
        double section = a * 0.6180339887498949 % 1;
        return arc.isEdge() ? TIE * 1e-3 * (1 + section) : TIE * (a + section + 1) / arcs;
    }
}

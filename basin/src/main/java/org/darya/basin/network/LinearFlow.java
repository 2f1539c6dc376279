package org.darya.basin.network;

/**
 * The flow of a node as a weighted sum of arc flows.
 *
 * @param arcs arcs
 * @param weights weight of each arc
 */
@SuppressWarnings("ArrayRecordComponent") // built once, read only
record LinearFlow(int[] arcs, double[] weights) {

    static LinearFlow of(int... arcs) {
        double[] weights = new double[arcs.length];
        java.util.Arrays.fill(weights, 1);
        return new LinearFlow(arcs, weights);
    }
}

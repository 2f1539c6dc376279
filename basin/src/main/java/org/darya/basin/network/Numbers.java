package org.darya.basin.network;

import java.util.List;
import java.util.function.Function;
import org.darya.basin.model.Quantity;

/** One quantity of many nodes side by side: those that never change stand together, for most of them do not. */
final class Numbers {

    private final double[] fixed;
    private final double[][] varying;

    <N> Numbers(List<N> nodes, Function<N, Quantity> quantity) {
        fixed = nodes.stream()
                .map(quantity)
                .mapToDouble(q -> q.fixed() ? q.at(0) : Double.NaN)
                .toArray();
        varying = nodes.stream().map(quantity).map(Quantity::values).toArray(double[][]::new);
    }

    /** The number of a node for a scenario. */
    double at(int node, int scenario) {
        double number = fixed[node];
        return Double.isNaN(number) ? varying[node][scenario] : number;
    }
}

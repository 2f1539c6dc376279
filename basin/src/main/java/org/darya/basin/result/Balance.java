package org.darya.basin.result;

import org.darya.basin.solve.Problem;

/** Checks that water is neither made nor lost. */
public final class Balance {

    private Balance() {}

    /** Greatest difference of inflow and outflow at any vertex, relative to the greatest flow (at least 1). */
    public static double worst(Problem problem) {
        double[] excess = new double[problem.vertices];
        double greatest = 1;
        for (int a = 0; a < problem.arcs; a++) {
            excess[problem.from[a]] -= problem.flow[a];
            excess[problem.to[a]] += problem.flow[a];
            greatest = Math.max(greatest, Math.abs(problem.flow[a]));
        }
        double worst = 0;
        for (int v = 1; v < excess.length; v++) {
            worst = Math.max(worst, Math.abs(excess[v]));
        }
        return worst / greatest;
    }
}

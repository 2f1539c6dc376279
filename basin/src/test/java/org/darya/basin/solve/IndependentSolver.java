package org.darya.basin.solve;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The problem of a step, solved by ojAlgo. */
public final class IndependentSolver {

    private IndependentSolver() {}

    /** The least cost, and whether there is a plan at all. */
    public static Optimisation.Result minimise(Problem problem) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> flows = new ArrayList<>();
        for (int a = 0; a < problem.arcs; a++) {
            Variable flow = model.newVariable("f" + a).lower(problem.lower[a]).weight(problem.cost[a]);
            flows.add(problem.upper[a] < Double.POSITIVE_INFINITY ? flow.upper(problem.upper[a]) : flow);
        }
        for (int v = 1; v < problem.vertices; v++) {
            var balance = model.newExpression("v" + v).level(0);
            for (int a = 0; a < problem.arcs; a++) {
                if (problem.from[a] == v || problem.to[a] == v) {
                    balance.set(flows.get(a), problem.to[a] == v ? 1 : -1);
                }
            }
        }
        for (int r = 0; r < problem.rows(); r++) {
            var row = model.newExpression("r" + r).upper(problem.rowUpper[r]);
            if (problem.rowLower[r] > Double.NEGATIVE_INFINITY) {
                row.lower(problem.rowLower[r]);
            }
            for (int i = 0; i < problem.rowArcs[r].length; i++) {
                row.set(flows.get(problem.rowArcs[r][i]), problem.rowCoefficients[r][i]);
            }
        }
        return model.minimise();
    }
}

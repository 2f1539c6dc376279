package org.darya.basin.solve;

import java.util.Arrays;

/** Keeps the prices of a basis in step with the costs, and every arc on the side that its reduced cost asks for. */
final class Prices {

    private static final double ZERO = 1e-11;

    private final Problem p;
    private final SideRows side;
    private final int rows;

    /** Costs of the arcs less the worth of the rows that they draw on. */
    private final double[] cost;

    private final double[] vector;

    Prices(Problem problem, SideRows side) {
        this.p = problem;
        this.side = side;
        this.rows = problem.rows();
        this.cost = rows == 0 ? problem.cost : new double[problem.cost.length];
        this.vector = new double[rows];
    }

    /** Takes in the costs of a step. */
    void update(Basis b) {
        boolean changed = takeCosts(b) | b.fresh;
        if (rows > 0) {
            side.use(b);
            boolean recompute = p.rowsVary() || b.fresh;
            changed |= recompute;
            if (recompute && !side.rebuild(b)) {
                restart(b);
                changed = true;
            }
            System.arraycopy(p.cost, 0, cost, 0, p.arcs);
            if (!changed) {
                takeRows(b);
            }
        }
        if (changed) {
            recompute(b);
            b.fresh = false;
        }
        if (changed || b.misplaced) {
            place(b);
            b.misplaced = false;
        }
    }

    private boolean takeCosts(Basis b) {
        boolean changed = false;
        int[] priced = p.pricedArcs();
        double[] known = b.prices;
        for (int i = 0; i < priced.length; i++) {
            double now = p.cost[priced[i]];
            if (known[i] != now) {
                known[i] = now;
                changed = true;
            }
        }
        return changed;
    }

    /** Follows an exchange in the tree of a basis with side rows. */
    void follow(Basis b) {
        if (side.rebuild(b)) {
            recompute(b);
        } else {
            restart(b);
            recompute(b);
            place(b);
        }
    }

    private void restart(Basis b) {
        b.start(p);
        side.rebuild(b);
    }

    /** Takes the worth of the rows out of the costs of the arcs that they bind. */
    private void takeRows(Basis b) {
        for (int r = 0; r < rows; r++) {
            for (int a : p.rowArcs[r]) {
                cost[a] = p.cost[a];
            }
        }
        for (int r = 0; r < rows; r++) {
            double price = b.rowPrice[r];
            if (price != 0) {
                for (int i = 0; i < p.rowArcs[r].length; i++) {
                    cost[p.rowArcs[r][i]] -= price * p.rowCoefficients[r][i];
                }
            }
        }
    }

    private void recompute(Basis b) {
        if (rows > 0) {
            Arrays.fill(b.rowPrice, 0);
            takeRows(b);
            potentials(b);
            for (int i = 0; i < rows; i++) {
                vector[i] = b.extra[i] >= 0 ? reduced(b, b.extra[i]) : 0;
            }
            side.weights(vector, b.rowPrice);
            takeRows(b);
        }
        potentials(b);
    }

    private void potentials(Basis b) {
        double[] pi = b.pi;
        Tree tree = b.tree;
        int[] order = tree.order;
        for (int i = 1; i < order.length; i++) {
            int v = order[i];
            pi[v] = pi[tree.parent[v]] + tree.sign[v] * cost[tree.arc[v]];
        }
    }

    /** What a unit on an arc costs beyond what it is worth. */
    double reduced(Basis b, int a) {
        return cost[a] - b.pi[p.from[a]] + b.pi[p.to[a]];
    }

    /** Puts every non-basic variable on the bound that its reduced cost asks for. */
    private void place(Basis b) {
        byte[] state = b.state;
        for (int a = 0; a < p.arcs; a++) {
            if (state[a] != Basis.BASIC) {
                double reduced = reduced(b, a);
                if (reduced > ZERO) {
                    state[a] = Basis.LOWER;
                } else if (reduced < -ZERO) {
                    state[a] = Basis.UPPER;
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            if (b.rowState[r] != Basis.BASIC && Math.abs(b.rowPrice[r]) > ZERO) {
                b.rowState[r] = b.rowPrice[r] > 0 ? Basis.LOWER : Basis.UPPER;
            }
        }
    }
}

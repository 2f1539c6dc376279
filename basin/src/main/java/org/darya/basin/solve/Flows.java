package org.darya.basin.solve;

import java.util.Arrays;

/** Computes the flows that belong to a basis, and which of them lies farthest outside its box. */
final class Flows {

    /** A flow that comes down from one above this has lost digits that count. */
    private static final double WORN = 1e4;

    /** Beside flows above this, what is exact is judged part by part of the tree. */
    private static final double LARGE = 1e6;

    private final Problem p;
    private final SideRows side;
    private final int rows;
    private final double[] flow;
    private final double[] excess;
    private final double[] base;
    private final double[] rest;
    private final double[] extraValue;

    /** Arcs of the tree that are or were outside their box since everything was computed. */
    private final ArcSet suspects;

    /** Greatest given flow in the subtree of each vertex; kept only beside large flows. */
    private final double[] around;

    private boolean large;
    private double big;
    private double greatest;

    /** How far a flow may lie outside its box now. */
    double tolerance;

    /** True if an arc without a bound had to be given one. */
    boolean sawBig;

    /** Vertex whose tree arc violates its box most, -1 if none does. */
    int vertex;

    /** Slot of the further basic variable that violates its box more than any tree arc, -1 if none does. */
    int slot;

    /** True if what violates its box is below it. */
    boolean under;

    /** By how much the box is violated. */
    double violation;

    Flows(Problem problem, SideRows side) {
        this.p = problem;
        this.side = side;
        this.rows = problem.rows();
        this.flow = problem.flow;
        this.excess = new double[problem.vertices];
        this.base = new double[problem.vertices];
        this.rest = new double[rows];
        this.extraValue = new double[rows];
        this.around = new double[problem.vertices];
        this.suspects = new ArcSet(problem.cost.length);
    }

    /** Computes everything anew; true if a flow lies outside its box. */
    boolean compute(Basis b, double newBig) {
        big = newBig;
        suspects.clear();
        fixed(b);
        if (rows > 0) {
            System.arraycopy(excess, 0, base, 0, excess.length);
            tree(b.tree);
            further(b);
            System.arraycopy(base, 0, excess, 0, excess.length);
            for (int i = 0; i < rows; i++) {
                int e = b.extra[i];
                if (e >= 0) {
                    double f = extraValue[i];
                    flow[e] = f;
                    excess[p.from[e]] -= f;
                    excess[p.to[e]] += f;
                }
            }
        }
        tree(b.tree);
        slot = -1;
        if (rows > 0) {
            worstFurther(b);
        }
        return vertex >= 0 || slot >= 0;
    }

    /** Flows of the arcs that stand on a bound. */
    private void fixed(Basis b) {
        sawBig = false;
        double most = 0;
        double[] open = excess;
        Arrays.fill(open, 0);
        byte[] state = b.state;
        double[] lower = p.lower;
        double[] upper = p.upper;
        int[] from = p.from;
        int[] to = p.to;
        for (int a = 0; a < from.length; a++) {
            byte at = state[a];
            if (at == Basis.BASIC) {
                flow[a] = 0;
                continue;
            }
            double f = at == Basis.LOWER ? lower[a] : upper[a];
            if (f == 0) {
                flow[a] = 0;
                continue;
            }
            if (f > big) {
                f = big;
                sawBig = true;
            }
            flow[a] = f;
            most = Math.max(most, Math.abs(f));
            open[from[a]] -= f;
            open[to[a]] += f;
        }
        greatest = most;
        tolerance = Problem.tolerance(most);
        // a flow that stands for "without bound" does not stay
        large = most > LARGE && !sawBig;
        if (large) {
            lookAround(b);
        }
    }

    /** A flood of 1e12 in one river must not make a flow of 1 in the next inexact. */
    private void lookAround(Basis b) {
        Arrays.fill(around, 0);
        for (int a = 0; a < p.arcs; a++) {
            if (b.state[a] != Basis.BASIC) {
                double size = Math.abs(flow[a]);
                around[p.from[a]] = Math.max(around[p.from[a]], size);
                around[p.to[a]] = Math.max(around[p.to[a]], size);
            }
        }
        for (int i = around.length - 1; i >= 1; i--) {
            int v = b.tree.order[i];
            int above = b.tree.parent[v];
            around[above] = Math.max(around[above], around[v]);
        }
    }

    /** Flows of the tree, from leaf to root. */
    private void tree(Tree tree) {
        double worst = large ? 0 : tolerance;
        int at = -1;
        double[] open = excess;
        double[] lower = p.lower;
        double[] upper = p.upper;
        int[] order = tree.order;
        int[] arc = tree.arc;
        int[] parent = tree.parent;
        double[] sign = tree.sign;
        for (int i = order.length - 1; i >= 1; i--) {
            int v = order[i];
            int a = arc[v];
            double up = open[v];
            double f = sign[v] * up;
            flow[a] = f;
            open[parent[v]] += up;
            double outside = Math.max(lower[a] - f, f - upper[a]);
            if (outside > worst) {
                if (large && outside <= Problem.tolerance(around[v])) {
                    continue;
                }
                worst = outside;
                at = v;
            }
            if (outside > tolerance) {
                suspects.add(a);
            }
        }
        if (large && at >= 0) {
            tolerance = Problem.tolerance(around[at]);
        }
        found(tree, at, worst);
    }

    private void found(Tree tree, int at, double worst) {
        vertex = at;
        violation = worst;
        under = at >= 0 && flow[tree.arc[at]] < p.lower[tree.arc[at]];
    }

    /**
     * True if flows can follow a pivot by {@link #push}. Side rows would have to be asked for every change, and what came
     * down from a flow without bound has no digits left.
     */
    boolean follows() {
        return rows == 0 && greatest < WORN && !sawBig;
    }

    /** Puts an amount more on an arc that is not in the tree and lets the tree answer, along the one way that it has. */
    void push(Tree tree, int a, double amount) {
        flow[a] += amount;
        int gains = p.to[a];
        int loses = p.from[a];
        // the vertex that stands later in the order is never above the other
        while (gains != loses) {
            if (tree.place[gains] > tree.place[loses]) {
                raise(tree, gains, amount);
                gains = tree.parent[gains];
            } else {
                raise(tree, loses, -amount);
                loses = tree.parent[loses];
            }
        }
    }

    private void raise(Tree tree, int v, double amount) {
        int a = tree.arc[v];
        flow[a] += tree.sign[v] * amount;
        suspects.add(a);
    }

    /** Looks again at the flows that changed since everything was computed; true if one lies outside its box. */
    boolean review(Basis b) {
        double worst = tolerance;
        int arc = -1;
        for (int i = 0; i < suspects.size(); i++) {
            int a = suspects.get(i);
            if (b.state[a] == Basis.BASIC) {
                double outside = Math.max(p.lower[a] - flow[a], flow[a] - p.upper[a]);
                if (outside > worst) {
                    worst = outside;
                    arc = a;
                }
            }
        }
        Tree tree = b.tree;
        int at = arc < 0 ? -1 : arc >= p.arcs ? arc - p.arcs + 1 : tree.arc[p.to[arc]] == arc ? p.to[arc] : p.from[arc];
        found(tree, at, worst);
        return at >= 0;
    }

    /** Values of the further basic variables, from flows that leave them out. */
    private void further(Basis b) {
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int i = 0; i < p.rowArcs[r].length; i++) {
                sum += p.rowCoefficients[r][i] * flow[p.rowArcs[r][i]];
            }
            if (b.rowState[r] != Basis.BASIC) {
                sum -= b.rowState[r] == Basis.LOWER ? rowLow(r) : rowHigh(r);
            }
            rest[r] = sum;
        }
        side.values(rest, extraValue);
    }

    private void worstFurther(Basis b) {
        for (int i = 0; i < rows; i++) {
            int e = b.extra[i];
            double less = (e >= 0 ? p.lower[e] : rowLow(-1 - e)) - extraValue[i];
            double more = extraValue[i] - (e >= 0 ? high(e) : rowHigh(-1 - e));
            if (less > violation || more > violation) {
                violation = Math.max(less, more);
                under = less > more;
                vertex = -1;
                slot = i;
            }
        }
    }

    /** Room of a variable between its bounds: of an arc, or of the value of row {@code -1 - variable}. */
    double room(int variable) {
        return variable >= 0 ? high(variable) - p.lower[variable] : rowHigh(-1 - variable) - rowLow(-1 - variable);
    }

    private double high(int a) {
        return Math.min(p.upper[a], big);
    }

    private double rowLow(int r) {
        return Math.max(p.rowLower[r], -big);
    }

    private double rowHigh(int r) {
        return Math.min(p.rowUpper[r], big);
    }
}

package org.darya.basin.solve;

import java.util.Arrays;

/**
 * One exchange of the dual simplex: the flow outside its box leaves the basis, and the variable that can bring it back at
 * the least cost enters. A variable whose whole box does not suffice is flipped to its other bound on the way.
 */
final class Pivot {

    private static final double SMALL = 1e-9;

    private final Problem p;
    private final SideRows side;
    private final Prices prices;
    private final Flows flows;
    private final int rows;
    private final double[] weights;
    private final double[] vector;
    private final int[] candidate;
    private final double[] gain;
    private final double[] ratio;
    private int count;

    Pivot(Problem problem, SideRows side, Prices prices, Flows flows) {
        this.p = problem;
        this.side = side;
        this.prices = prices;
        this.flows = flows;
        this.rows = problem.rows();
        this.weights = new double[rows];
        this.vector = new double[rows];
        this.candidate = new int[problem.arcs + rows];
        this.gain = new double[problem.arcs + rows];
        this.ratio = new double[problem.arcs + rows];
    }

    /** Exchanges what {@link Flows} found outside its box; false if nothing can bring it back. */
    boolean exchange(Basis b) {
        int vertex = flows.vertex;
        count = 0;
        boolean plain = !weigh(b, vertex) && vertex >= 0;
        if (plain && b.tree.size[vertex] * 2 < p.vertices) {
            searchSubtree(b, vertex);
        } else {
            searchAll(b, vertex, plain);
        }
        if (rows > 0) {
            searchRows(b);
            side.clear();
        }
        int entering = choose(b);
        if (entering == NONE) {
            return false;
        }
        if (vertex < 0) {
            b.leave(b.extra[flows.slot], flows.under);
            b.extra[flows.slot] = entering;
            b.enter(entering);
        } else {
            exchangeInTree(b, vertex, entering);
        }
        if (rows > 0) {
            prices.follow(b);
        }
        return true;
    }

    /** How much the rows have to do with what leaves; false if nothing. */
    private boolean weigh(Basis b, int vertex) {
        boolean any = false;
        for (int i = 0; i < rows; i++) {
            vector[i] = vertex < 0 ? (i == flows.slot ? 1 : 0) : b.extra[i] >= 0 ? cut(b.tree, b.extra[i], vertex) : 0;
            any |= vector[i] != 0;
        }
        if (any) {
            side.weights(vector, weights);
            side.weigh(b, weights);
        } else {
            Arrays.fill(weights, 0);
        }
        return any;
    }

    /** Change of a tree flow when an arc takes one unit and the tree alone answers. */
    private int cut(Tree tree, int a, int vertex) {
        boolean into = tree.below(p.to[a], vertex);
        boolean outOf = tree.below(p.from[a], vertex);
        if (into == outOf) {
            return 0;
        }
        return into == tree.upward[vertex] ? 1 : -1;
    }

    /** Collects the arcs that cross the cut around a small subtree, from its vertices. */
    private void searchSubtree(Basis b, int vertex) {
        Tree tree = b.tree;
        int first = tree.place[vertex];
        int size = tree.size[vertex];
        double sign = tree.upward[vertex] ? 1 : -1;
        for (int i = first; i < first + size; i++) {
            int v = tree.order[i];
            int end = p.incidentFrom(v + 1);
            for (int j = p.incidentFrom(v); j < end; j++) {
                int a = p.incident(j);
                if (b.state[a] == Basis.BASIC) {
                    continue;
                }
                boolean into = p.to[a] == v;
                int other = into ? p.from[a] : p.to[a];
                // a place inside the subtree is in [first, first + size), seen as an unsigned difference
                if (Integer.compareUnsigned(tree.place[other] - first, size) >= 0) {
                    consider(b, a, into ? sign : -sign);
                }
            }
        }
    }

    private void searchAll(Basis b, int vertex, boolean plain) {
        Tree tree = b.tree;
        int first = vertex < 0 ? 0 : tree.place[vertex];
        int size = vertex < 0 ? 0 : tree.size[vertex];
        double sign = vertex >= 0 && tree.upward[vertex] ? 1 : -1;
        for (int a = 0; a < p.arcs; a++) {
            if (b.state[a] == Basis.BASIC) {
                continue;
            }
            boolean into = Integer.compareUnsigned(tree.place[p.to[a]] - first, size) < 0;
            boolean outOf = Integer.compareUnsigned(tree.place[p.from[a]] - first, size) < 0;
            double effect = into == outOf ? 0 : into ? sign : -sign;
            if (!plain) {
                effect -= side.weighted(a);
            }
            if (effect != 0) {
                consider(b, a, effect);
            }
        }
    }

    private void consider(Basis b, int a, double effect) {
        double helps = (flows.under ? effect : -effect) * (b.state[a] == Basis.LOWER ? 1 : -1);
        if (helps <= SMALL) {
            return;
        }
        if (p.upper[a] <= p.lower[a]) {
            // an arc without room cannot help, but must be on the right side when it gets room
            b.misplaced = true;
            return;
        }
        add(a, helps, prices.reduced(b, a));
    }

    private void searchRows(Basis b) {
        for (int r = 0; r < rows; r++) {
            if (b.rowState[r] == Basis.BASIC || flows.room(-1 - r) <= 0) {
                continue;
            }
            double helps = (flows.under ? weights[r] : -weights[r]) * (b.rowState[r] == Basis.LOWER ? 1 : -1);
            if (helps > SMALL) {
                add(-1 - r, helps, b.rowPrice[r]);
            }
        }
    }

    private void add(int variable, double helps, double reduced) {
        candidate[count] = variable;
        gain[count] = helps;
        ratio[count++] = Math.abs(reduced) / helps;
    }

    private static final int NONE = Integer.MIN_VALUE;

    /** Takes the cheapest candidate that suffices, flipping those that do not. */
    private int choose(Basis b) {
        double missing = flows.violation;
        while (count > 0) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                if (ratio[i] < ratio[best]) {
                    best = i;
                }
            }
            int j = candidate[best];
            double reach = gain[best] * flows.room(j);
            if (reach >= missing - flows.tolerance) {
                if (flows.follows()) {
                    flows.push(b.tree, j, b.state[j] == Basis.LOWER ? missing : -missing);
                }
                return j;
            }
            missing -= reach;
            if (flows.follows()) {
                flows.push(b.tree, j, b.state[j] == Basis.LOWER ? flows.room(j) : -flows.room(j));
            }
            b.flip(j);
            count--;
            candidate[best] = candidate[count];
            gain[best] = gain[count];
            ratio[best] = ratio[count];
        }
        return NONE;
    }

    private void exchangeInTree(Basis b, int vertex, int entering) {
        Tree tree = b.tree;
        int leaving = tree.arc[vertex];
        int joining = entering;
        if (entering < 0 || rows > 0 && cut(tree, entering, vertex) == 0) {
            int slot = crossing(b, vertex);
            joining = b.extra[slot];
            b.extra[slot] = entering;
        }
        b.leave(leaving, flows.under);
        p.flow[leaving] = flows.under ? p.lower[leaving] : p.upper[leaving];
        b.enter(entering);
        boolean into = tree.below(p.to[joining], vertex);
        if (rows == 0) {
            shift(b, vertex, into ? -prices.reduced(b, joining) : prices.reduced(b, joining));
        }
        tree.exchange(
                vertex, joining, into ? p.to[joining] : p.from[joining], into ? p.from[joining] : p.to[joining], !into);
    }

    /** Raises the potentials of a subtree. */
    private static void shift(Basis b, int vertex, double by) {
        if (by != 0) {
            int first = b.tree.place[vertex];
            int end = first + b.tree.size[vertex];
            for (int i = first; i < end; i++) {
                b.pi[b.tree.order[i]] += by;
            }
        }
    }

    /** A further basic arc that can take the place of a tree arc. */
    private int crossing(Basis b, int vertex) {
        for (int i = 0; i < rows; i++) {
            if (b.extra[i] >= 0 && cut(b.tree, b.extra[i], vertex) != 0) {
                return i;
            }
        }
        throw new IllegalStateException("a side variable replaces a tree arc that no further arc crosses");
    }
}

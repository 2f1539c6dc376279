package org.darya.basin.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxed dual simplex on a spanning tree, with a small working basis for side rows.
 *
 * <p>The idea is that of {@link DenseEngine}: every variable has a box, so putting each non-basic variable on the bound its
 * reduced cost asks for makes any basis dual feasible, and only flows that violate their box need repair. In a network the
 * basis is a tree, so flows follow from leaf to root and prices from root to leaf (Ahuja, Magnanti and Orlin, Network Flows,
 * 1993, chapter 11). Each scenario keeps its tree; most steps need no pivot at all.
 */
final class TreeEngine implements Engine {

    private static final double ZERO = 1e-11;
    private static final double SMALL = 1e-9;
    private static final int MAX_PIVOTS = 200_000;

    private final Problem p;
    private final int n;
    private final int k;
    private final Basis[] bases;
    private final SideRows side;
    private final double[] flow;
    private final double[] excess;
    private final double[] base;
    private final double[] cost;
    private final double[] rest;
    private final double[] extraValue;
    private final double[] weights;
    private final double[] vector;
    private final int[] candidate;
    private final double[] gain;
    private final double[] ratio;
    private double tolerance;
    private double big;
    private boolean sawBig;
    private int worstVertex;
    private double worstViolation;
    private long pivots;

    TreeEngine(Problem problem, int scenarios) {
        this.p = problem;
        this.n = problem.vertices;
        this.k = problem.rows();
        this.bases = new Basis[scenarios];
        this.side = new SideRows(problem);
        this.flow = problem.flow;
        this.excess = new double[n];
        this.base = new double[n];
        this.cost = k == 0 ? problem.cost : new double[problem.cost.length];
        this.rest = new double[k];
        this.extraValue = new double[k];
        this.weights = new double[k];
        this.vector = new double[k];
        this.candidate = new int[problem.arcs + k];
        this.gain = new double[problem.arcs + k];
        this.ratio = new double[problem.arcs + k];
    }

    @Override
    public long pivots() {
        return pivots;
    }

    @Override
    public void solve(int scenario) {
        Basis b = bases[scenario];
        if (b == null) {
            b = new Basis(p);
            bases[scenario] = b;
        }
        tolerance = p.tolerance();
        big = p.big();
        prepare(b);
        for (int round = 0; ; round++) {
            flows(b);
            if (!repair(b)) {
                break;
            }
            pivots++;
            if (round > MAX_PIVOTS) {
                throw new NoPlanException("the solver does not come to an end", List.of());
            }
        }
        if (sawBig) {
            refuseUnbounded();
        }
    }

    @Override
    public void prices(int scenario) {
        Basis b = bases[scenario];
        for (int v = 0; v < n; v++) {
            p.potential[v] = -b.pi[v];
        }
        System.arraycopy(b.rowPrice, 0, p.rowPrice, 0, k);
    }

    /** Brings potentials and places up to date with the costs. */
    private void prepare(Basis b) {
        boolean changed = b.fresh || (k > 0 && p.rowsVary());
        int[] priced = p.pricedArcs();
        for (int i = 0; i < priced.length; i++) {
            double now = p.cost[priced[i]];
            if (b.prices[i] != now) {
                b.prices[i] = now;
                changed = true;
            }
        }
        if (k > 0) {
            side.use(b);
            if ((p.rowsVary() || b.fresh) && !side.rebuild(b)) {
                b.start(p);
                side.rebuild(b);
                changed = true;
            }
            System.arraycopy(p.cost, 0, cost, 0, p.arcs);
            if (!changed) {
                effectiveCosts(b);
            }
        }
        if (changed) {
            reprice(b);
            b.fresh = false;
        }
        if (changed || b.misplaced) {
            place(b);
            b.misplaced = false;
        }
    }

    /** Takes the value of the rows out of the costs of the arcs that they bind. */
    private void effectiveCosts(Basis b) {
        for (int r = 0; r < k; r++) {
            for (int a : p.rowArcs[r]) {
                cost[a] = p.cost[a];
            }
        }
        for (int r = 0; r < k; r++) {
            double price = b.rowPrice[r];
            if (price != 0) {
                for (int i = 0; i < p.rowArcs[r].length; i++) {
                    cost[p.rowArcs[r][i]] -= price * p.rowCoefficients[r][i];
                }
            }
        }
    }

    private void reprice(Basis b) {
        if (k > 0) {
            java.util.Arrays.fill(b.rowPrice, 0);
            effectiveCosts(b);
            potentials(b);
            for (int i = 0; i < k; i++) {
                vector[i] = b.extra[i] >= 0 ? reduced(b, b.extra[i]) : 0;
            }
            side.prices(vector, b.rowPrice);
            effectiveCosts(b);
        }
        potentials(b);
    }

    private void potentials(Basis b) {
        double[] pi = b.pi;
        for (int i = 1; i < n; i++) {
            int v = b.order[i];
            double above = pi[b.parent[v]];
            pi[v] = b.upward[v] ? above + cost[b.arc[v]] : above - cost[b.arc[v]];
        }
    }

    private double reduced(Basis b, int a) {
        return cost[a] - b.pi[p.from[a]] + b.pi[p.to[a]];
    }

    /** Puts every non-basic variable on the bound that its reduced cost asks for. */
    private void place(Basis b) {
        for (int a = 0; a < p.arcs; a++) {
            if (b.state[a] != Basis.BASIC) {
                double reduced = reduced(b, a);
                if (reduced > ZERO) {
                    b.state[a] = Basis.LOWER;
                } else if (reduced < -ZERO) {
                    b.state[a] = Basis.UPPER;
                }
            }
        }
        for (int r = 0; r < k; r++) {
            if (b.rowState[r] != Basis.BASIC && Math.abs(b.rowPrice[r]) > ZERO) {
                b.rowState[r] = b.rowPrice[r] > 0 ? Basis.LOWER : Basis.UPPER;
            }
        }
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

    private void flows(Basis b) {
        sawBig = false;
        java.util.Arrays.fill(excess, 0);
        byte[] state = b.state;
        for (int a = 0; a < p.arcs; a++) {
            byte at = state[a];
            if (at == Basis.BASIC) {
                flow[a] = 0;
                continue;
            }
            double f = at == Basis.LOWER ? p.lower[a] : p.upper[a];
            if (f > big) {
                f = big;
                sawBig = true;
            }
            flow[a] = f;
            if (f != 0) {
                excess[p.from[a]] -= f;
                excess[p.to[a]] += f;
            }
        }
        if (k > 0) {
            System.arraycopy(excess, 0, base, 0, n);
            treeFlows(b);
            extras(b);
            System.arraycopy(base, 0, excess, 0, n);
            for (int i = 0; i < k; i++) {
                int e = b.extra[i];
                if (e >= 0) {
                    double f = extraValue[i];
                    flow[e] = f;
                    excess[p.from[e]] -= f;
                    excess[p.to[e]] += f;
                }
            }
        }
        treeFlows(b);
    }

    private void treeFlows(Basis b) {
        double worst = tolerance;
        int[] order = b.order;
        worstVertex = -1;
        for (int i = n - 1; i >= 1; i--) {
            int v = order[i];
            int a = b.arc[v];
            double up = excess[v];
            double f = b.upward[v] ? up : -up;
            flow[a] = f;
            excess[b.parent[v]] += up;
            double violation = Math.max(p.lower[a] - f, f - p.upper[a]);
            if (violation > worst) {
                worst = violation;
                worstVertex = v;
            }
        }
        worstViolation = worst;
    }

    /** Values of the further basic variables, from flows that leave them out. */
    private void extras(Basis b) {
        for (int r = 0; r < k; r++) {
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

    /** Finds the flow that violates its box most and makes it leave the basis; false if there is none. */
    private boolean repair(Basis b) {
        double worst = worstViolation;
        int vertex = worstVertex;
        int extra = -1;
        boolean under = vertex >= 0 && flow[b.arc[vertex]] < p.lower[b.arc[vertex]];
        for (int i = 0; i < k; i++) {
            int e = b.extra[i];
            double less = (e >= 0 ? p.lower[e] : rowLow(-1 - e)) - extraValue[i];
            double more = extraValue[i] - (e >= 0 ? high(e) : rowHigh(-1 - e));
            if (less > worst || more > worst) {
                worst = Math.max(less, more);
                under = less > more;
                vertex = -1;
                extra = i;
            }
        }
        if (vertex < 0 && extra < 0) {
            return false;
        }
        pivot(b, vertex, extra, under, worst);
        return true;
    }

    /** Change of a tree flow when an arc takes one unit and the tree alone answers. */
    private int cut(Basis b, int a, int vertex) {
        boolean into = b.below(p.to[a], vertex);
        boolean outOf = b.below(p.from[a], vertex);
        if (into == outOf) {
            return 0;
        }
        return into == b.upward[vertex] ? 1 : -1;
    }

    private void pivot(Basis b, int vertex, int extra, boolean under, double violation) {
        if (k > 0) {
            for (int i = 0; i < k; i++) {
                vector[i] = vertex < 0 ? (i == extra ? 1 : 0) : b.extra[i] >= 0 ? cut(b, b.extra[i], vertex) : 0;
            }
            side.weights(vector, weights);
            side.weigh(b, weights);
        }
        int count = candidates(b, vertex, under);
        if (k > 0) {
            side.clear();
        }
        int entering = choose(b, count, violation, vertex);
        if (vertex < 0) {
            leave(b, b.extra[extra], under);
            b.extra[extra] = entering;
            enter(b, entering);
        } else {
            int leaving = b.arc[vertex];
            int joining = entering;
            if (entering < 0 || cut(b, entering, vertex) == 0) {
                int slot = exchangeable(b, vertex);
                joining = b.extra[slot];
                b.extra[slot] = entering;
            }
            leave(b, leaving, under);
            enter(b, entering);
            double reduced = k == 0 ? reduced(b, joining) : 0;
            boolean into = b.below(p.to[joining], vertex);
            if (k == 0 && reduced != 0) {
                double shift = into ? -reduced : reduced;
                int first = b.place[vertex];
                for (int i = first; i < first + b.size[vertex]; i++) {
                    b.pi[b.order[i]] += shift;
                }
            }
            b.exchange(
                    vertex,
                    joining,
                    into ? p.to[joining] : p.from[joining],
                    into ? p.from[joining] : p.to[joining],
                    !into);
        }
        if (k > 0) {
            if (!side.rebuild(b)) {
                b.start(p);
                side.rebuild(b);
                reprice(b);
                place(b);
            } else {
                reprice(b);
            }
        }
    }

    /** Collects the variables that can bring the leaving one back, with their ratio of reduced cost to effect. */
    private int candidates(Basis b, int vertex, boolean under) {
        int count = 0;
        int first = vertex < 0 ? 0 : b.place[vertex];
        int size = vertex < 0 ? 0 : b.size[vertex];
        double sign = vertex >= 0 && b.upward[vertex] ? 1 : -1;
        for (int a = 0; a < p.arcs; a++) {
            byte at = b.state[a];
            if (at == Basis.BASIC) {
                continue;
            }
            // a place inside the subtree is in [first, first + size), seen as an unsigned difference
            boolean into = Integer.compareUnsigned(b.place[p.to[a]] - first, size) < 0;
            boolean outOf = Integer.compareUnsigned(b.place[p.from[a]] - first, size) < 0;
            double effect = into == outOf ? 0 : into ? sign : -sign;
            if (k > 0) {
                effect -= side.weighted(a);
            } else if (effect == 0) {
                continue;
            }
            double helps = (under ? effect : -effect) * (at == Basis.LOWER ? 1 : -1);
            if (helps <= SMALL) {
                continue;
            }
            if (p.upper[a] <= p.lower[a]) {
                // an arc without room cannot help, but must be on the right side when it gets room
                b.misplaced = true;
            } else {
                candidate[count] = a;
                gain[count] = helps;
                ratio[count++] = Math.abs(reduced(b, a)) / helps;
            }
        }
        for (int r = 0; r < k; r++) {
            if (b.rowState[r] == Basis.BASIC || rowHigh(r) <= rowLow(r)) {
                continue;
            }
            double helps = (under ? weights[r] : -weights[r]) * (b.rowState[r] == Basis.LOWER ? 1 : -1);
            if (helps > SMALL) {
                candidate[count] = -1 - r;
                gain[count] = helps;
                ratio[count++] = Math.abs(b.rowPrice[r]) / helps;
            }
        }
        return count;
    }

    /** Takes the cheapest candidate; one whose whole box does not suffice is flipped to its other bound on the way. */
    private int choose(Basis b, int found, double violation, int vertex) {
        double missing = violation;
        int count = found;
        while (count > 0) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                if (ratio[i] < ratio[best]) {
                    best = i;
                }
            }
            int j = candidate[best];
            double reach = gain[best] * (j >= 0 ? high(j) - p.lower[j] : rowHigh(-1 - j) - rowLow(-1 - j));
            if (reach >= missing - tolerance) {
                return j;
            }
            missing -= reach;
            if (j >= 0) {
                b.state[j] = (byte) (1 - b.state[j]);
            } else {
                b.rowState[-1 - j] = (byte) (1 - b.rowState[-1 - j]);
            }
            count--;
            candidate[best] = candidate[count];
            gain[best] = gain[count];
            ratio[best] = ratio[count];
        }
        throw contradiction(b, vertex);
    }

    private void leave(Basis b, int variable, boolean under) {
        byte at = under ? Basis.LOWER : Basis.UPPER;
        if (variable >= 0) {
            b.state[variable] = at;
        } else {
            b.rowState[-1 - variable] = at;
        }
    }

    private void enter(Basis b, int variable) {
        if (variable >= 0) {
            b.state[variable] = Basis.BASIC;
        } else {
            b.rowState[-1 - variable] = Basis.BASIC;
        }
    }

    /** A further basic arc that can take the place of a tree arc; the one with the greatest part in the effect. */
    private int exchangeable(Basis b, int vertex) {
        for (int i = 0; i < k; i++) {
            if (b.extra[i] >= 0 && cut(b, b.extra[i], vertex) != 0) {
                return i;
            }
        }
        throw new IllegalStateException("a side variable replaces a tree arc that no further arc crosses");
    }

    private NoPlanException contradiction(Basis b, int vertex) {
        b.start(p);
        List<String> involved = new ArrayList<>();
        for (int a = 0; a < p.arcs && vertex >= 0; a++) {
            if (Math.abs(flow[a]) > tolerance && !p.arcNames.get(a).isEmpty() && p.lower[a] > 0) {
                involved.add(p.arcNames.get(a));
            }
        }
        return new NoPlanException("the bounds contradict each other", involved);
    }

    private void refuseUnbounded() {
        for (int a = 0; a < p.arcs; a++) {
            if (p.flow[a] > big / 2) {
                throw new NoPlanException("nothing bounds the flow, which pays", List.of(p.arcNames.get(a)));
            }
        }
    }
}

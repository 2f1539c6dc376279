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

    private static final int MAX_PIVOTS = 200_000;

    /** After so many pivots flows are computed anew, so that rounding does not add up. */
    private static final int FRESH = 32;

    private final Problem p;
    private final Basis[] bases;
    private final Prices prices;
    private final Flows flows;
    private final Pivot pivot;
    private long pivots;

    TreeEngine(Problem problem, int scenarios) {
        SideRows side = new SideRows(problem);
        this.p = problem;
        this.bases = new Basis[scenarios];
        this.prices = new Prices(problem, side);
        this.flows = new Flows(problem, side);
        this.pivot = new Pivot(problem, side, prices, flows);
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
        double big = p.big();
        prices.update(b);
        boolean violated = flows.compute(b, big);
        for (int round = 1; violated; round++) {
            int vertex = flows.vertex;
            if (!pivot.exchange(b)) {
                throw contradiction(b, vertex);
            }
            pivots++;
            if (round > MAX_PIVOTS) {
                throw new NoPlanException("the solver does not come to an end", List.of());
            }
            violated = flows.follows() && round % FRESH != 0 ? flows.review(b) : flows.compute(b, big);
        }
        if (flows.sawBig) {
            refuseUnbounded(big);
        }
    }

    @Override
    public void prices(int scenario) {
        Basis b = bases[scenario];
        for (int v = 0; v < p.vertices; v++) {
            p.potential[v] = -b.pi[v];
        }
        System.arraycopy(b.rowPrice, 0, p.rowPrice, 0, p.rows());
    }

    private NoPlanException contradiction(Basis b, int vertex) {
        b.start(p);
        List<String> involved = new ArrayList<>();
        for (int a = 0; a < p.arcs && vertex >= 0; a++) {
            if (Math.abs(p.flow[a]) > flows.tolerance && !p.arcNames.get(a).isEmpty() && p.lower[a] > 0) {
                involved.add(p.arcNames.get(a));
            }
        }
        return new NoPlanException("the bounds contradict each other", involved);
    }

    private void refuseUnbounded(double big) {
        for (int a = 0; a < p.arcs; a++) {
            if (p.flow[a] > big / 2) {
                throw new NoPlanException("nothing bounds the flow, which pays", List.of(p.arcNames.get(a)));
            }
        }
    }
}

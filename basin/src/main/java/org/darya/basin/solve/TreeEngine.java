package org.darya.basin.solve;

/** Placeholder. */
final class TreeEngine implements Engine {
    private final DenseEngine dense;

    TreeEngine(Problem problem, int scenarios) {
        this.dense = new DenseEngine(problem, scenarios);
    }

    @Override
    public void solve(int scenario) {
        dense.solve(scenario);
    }

    @Override
    public long pivots() {
        return dense.pivots();
    }
}

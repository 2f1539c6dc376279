package org.darya.basin.solve;

/** The engines there are. They give the same plan; see the package documentation. */
public enum EngineKind {
    /** Dense boxed dual simplex: plain, slow, the measure of the other. */
    REFERENCE,
    /** Boxed dual simplex on a spanning tree: fast. */
    TREE;

    /** Makes an engine for a problem. */
    public Engine create(Problem problem, int scenarios) {
        Engine engine = this == REFERENCE ? new DenseEngine(problem, scenarios) : new TreeEngine(problem, scenarios);
        return EqualShareEngine.around(engine, problem);
    }
}

package org.darya.basin.solve;

/** Finds a cheapest plan for one step; keeps for each scenario the basis it ended with, to start from it next time. */
public interface Engine {

    /**
     * Solves the problem with the numbers that stand in it now and leaves the answer in it.
     *
     * @param scenario whose basis to start from
     * @throws NoPlanException if no flow satisfies all bounds, or nothing bounds it
     */
    void solve(int scenario);

    /** Leaves the prices of the last solved problem of a scenario in the problem. */
    void prices(int scenario);

    /** Number of pivots so far, to see where time goes. */
    long pivots();
}

package org.darya.basin.solve;

import java.util.Arrays;

/**
 * The basis that a scenario ended with: a spanning tree of the vertices, one more basic variable for each side row, the side
 * on which every other variable stands, and the prices that belong to it.
 */
final class Basis {

    static final byte LOWER = 0;
    static final byte UPPER = 1;
    static final byte BASIC = 2;

    /** The tree of basic arcs. */
    final Tree tree;

    /** Where each arc stands. */
    final byte[] state;

    /** Where the value of each side row stands. */
    final byte[] rowState;

    /** The further basic variable of each side row: an arc, or {@code -1 - r} for the value of row r. */
    final int[] extra;

    /** Inverse of the working matrix of the side rows. */
    final double[][] inverse;

    /** Potential of each vertex: {@code cost - pi[from] + pi[to]} is the reduced cost of an arc. */
    final double[] pi;

    /** Price of each side row. */
    final double[] rowPrice;

    /** Costs that the potentials were computed with, of the arcs whose cost may change. */
    final double[] prices;

    /** True until the potentials have been computed. */
    boolean fresh;

    /** True if an arc without room may stand on the wrong side. */
    boolean misplaced;

    Basis(Problem p) {
        tree = new Tree(p.vertices);
        state = new byte[p.arcs + p.vertices - 1];
        rowState = new byte[p.rows()];
        extra = new int[p.rows()];
        inverse = new double[p.rows()][p.rows()];
        pi = new double[p.vertices];
        rowPrice = new double[p.rows()];
        prices = new double[p.pricedArcs().length];
        start(p);
    }

    /** Begins anew: a tree that needs few repairs, every other arc at its least flow, every row basic by its value. */
    void start(Problem p) {
        Arrays.fill(state, LOWER);
        tree.grow(p);
        for (int v = 1; v < p.vertices; v++) {
            state[tree.arc[v]] = BASIC;
        }
        for (int r = 0; r < extra.length; r++) {
            extra[r] = -1 - r;
            rowState[r] = BASIC;
        }
        fresh = true;
    }

    /** Puts a variable that leaves the basis on the bound that it violated. */
    void leave(int variable, boolean under) {
        set(variable, under ? LOWER : UPPER);
    }

    /** Makes a variable basic. */
    void enter(int variable) {
        set(variable, BASIC);
    }

    /** Moves a variable that is not basic to its other bound. */
    void flip(int variable) {
        set(variable, (byte) (1 - (variable >= 0 ? state[variable] : rowState[-1 - variable])));
    }

    private void set(int variable, byte at) {
        if (variable >= 0) {
            state[variable] = at;
        } else {
            rowState[-1 - variable] = at;
        }
    }
}

package org.darya.basin.solve;

/**
 * The basis that a scenario ended with: a spanning tree of the vertices, rooted at the outside world, one more basic variable
 * for each side row, and the side on which every other variable stands.
 *
 * <p>Arcs from {@code p.arcs} on are stand-ins without room that tie each vertex to the root until a real arc does.
 */
final class Basis {

    static final byte LOWER = 0;
    static final byte UPPER = 1;
    static final byte BASIC = 2;

    /** Vertex above each vertex. */
    final int[] parent;

    /** Tree arc between each vertex and the one above. */
    final int[] arc;

    /** True if that arc leads upward. */
    final boolean[] upward;

    /** Vertices so that each comes after the one above and subtrees stand together. */
    final int[] order;

    /** Place of each vertex in {@link #order}. */
    final int[] place;

    /** Number of vertices in the subtree of each vertex. */
    final int[] size;

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

    private final int[] firstChild;
    private final int[] nextChild;

    Basis(Problem p) {
        int n = p.vertices;
        parent = new int[n];
        arc = new int[n];
        upward = new boolean[n];
        order = new int[n];
        place = new int[n];
        size = new int[n];
        state = new byte[p.arcs + n - 1];
        rowState = new byte[p.rows()];
        extra = new int[p.rows()];
        inverse = new double[p.rows()][p.rows()];
        pi = new double[n];
        rowPrice = new double[p.rows()];
        prices = new double[p.pricedArcs().length];
        firstChild = new int[n];
        nextChild = new int[n];
        start(p);
    }

    /**
     * Begins anew: a tree of real arcs, searched in breadth from the outside world, which needs few repairs; a vertex that
     * no arc reaches hangs on the root by its stand-in, every row by its value.
     */
    void start(Problem p) {
        java.util.Arrays.fill(state, LOWER);
        for (int v = 1; v < parent.length; v++) {
            parent[v] = 0;
            arc[v] = p.arcs + v - 1;
            upward[v] = true;
        }
        arc[0] = -1;
        parent[0] = -1;
        search(p);
        for (int v = 1; v < parent.length; v++) {
            state[arc[v]] = BASIC;
        }
        for (int r = 0; r < extra.length; r++) {
            extra[r] = -1 - r;
            rowState[r] = BASIC;
        }
        fresh = true;
        reorder();
    }

    private void search(Problem p) {
        int n = parent.length;
        // arcs at each vertex, as chains: arc a stands at its start as 2a and at its end as 2a + 1
        int[] first = new int[n];
        int[] next = new int[2 * p.arcs];
        java.util.Arrays.fill(first, -1);
        for (int a = p.arcs - 1; a >= 0; a--) {
            next[2 * a] = first[p.from[a]];
            first[p.from[a]] = 2 * a;
            next[2 * a + 1] = first[p.to[a]];
            first[p.to[a]] = 2 * a + 1;
        }
        boolean[] seen = new boolean[n];
        int[] queue = new int[n];
        int tail = 1;
        seen[0] = true;
        for (int head = 0; head < tail; head++) {
            int at = queue[head];
            for (int e = first[at]; e >= 0; e = next[e]) {
                int a = e / 2;
                boolean leaves = e % 2 == 0;
                int other = leaves ? p.to[a] : p.from[a];
                if (!seen[other]) {
                    seen[other] = true;
                    parent[other] = at;
                    arc[other] = a;
                    upward[other] = !leaves;
                    queue[tail++] = other;
                }
            }
        }
    }

    /** True if the vertex hangs in the subtree of another. */
    boolean below(int vertex, int top) {
        int distance = place[vertex] - place[top];
        return distance >= 0 && distance < size[top];
    }

    /** Cuts the arc above {@code top} and hangs its subtree on an arc that leads from {@code inside} to {@code outside}. */
    void exchange(int top, int entering, int inside, int outside, boolean leavesSubtree) {
        int vertex = inside;
        int newParent = outside;
        int newArc = entering;
        boolean newUpward = leavesSubtree;
        while (true) {
            int oldParent = parent[vertex];
            int oldArc = arc[vertex];
            boolean oldUpward = upward[vertex];
            parent[vertex] = newParent;
            arc[vertex] = newArc;
            upward[vertex] = newUpward;
            if (vertex == top) {
                break;
            }
            newParent = vertex;
            newArc = oldArc;
            newUpward = !oldUpward;
            vertex = oldParent;
        }
        reorder();
    }

    private void reorder() {
        int n = parent.length;
        java.util.Arrays.fill(firstChild, -1);
        for (int v = n - 1; v >= 1; v--) {
            nextChild[v] = firstChild[parent[v]];
            firstChild[parent[v]] = v;
        }
        int count = 0;
        int v = 0;
        while (v >= 0) {
            place[v] = count;
            order[count++] = v;
            size[v] = 1;
            if (firstChild[v] >= 0) {
                v = firstChild[v];
            } else {
                while (v > 0 && nextChild[v] < 0) {
                    v = parent[v];
                }
                v = v <= 0 ? -1 : nextChild[v];
            }
        }
        for (int i = n - 1; i >= 1; i--) {
            size[parent[order[i]]] += size[order[i]];
        }
    }
}

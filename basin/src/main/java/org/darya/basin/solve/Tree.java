package org.darya.basin.solve;

import java.util.Arrays;

/**
 * A spanning tree of the vertices of a problem, rooted at the outside world. Vertices stand in an order in which each comes
 * after the one above it and every subtree is one block, so a question about a subtree is a comparison of places, and to
 * hang a subtree elsewhere is to turn and move its block.
 *
 * <p>Arcs from {@code p.arcs} on are stand-ins without room that tie a vertex to the root until a real arc does.
 */
final class Tree {

    /** Vertex above each vertex. */
    final int[] parent;

    /** Tree arc between each vertex and the one above. */
    final int[] arc;

    /** True if that arc leads upward. */
    final boolean[] upward;

    /** 1 if that arc leads upward, -1 if downward. */
    final double[] sign;

    /** Vertices so that each comes after the one above and subtrees stand together. */
    final int[] order;

    /** Place of each vertex in {@link #order}. */
    final int[] place;

    /** Number of vertices in the subtree of each vertex. */
    final int[] size;

    private final int[] block;

    Tree(int vertices) {
        parent = new int[vertices];
        arc = new int[vertices];
        upward = new boolean[vertices];
        sign = new double[vertices];
        order = new int[vertices];
        place = new int[vertices];
        size = new int[vertices];
        block = new int[vertices];
    }

    /** Grows anew from real arcs, in breadth from the outside world; a vertex that no arc reaches hangs on a stand-in. */
    void grow(Problem p) {
        for (int v = 1; v < parent.length; v++) {
            parent[v] = 0;
            arc[v] = p.arcs + v - 1;
            upward[v] = true;
        }
        arc[0] = -1;
        parent[0] = -1;
        boolean[] seen = new boolean[parent.length];
        int[] queue = new int[parent.length];
        int tail = 1;
        seen[0] = true;
        for (int head = 0; head < tail; head++) {
            int at = queue[head];
            for (int i = p.incidentFrom(at); i < p.incidentFrom(at + 1); i++) {
                int a = p.incident(i);
                boolean leaves = p.from[a] == at;
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
        arrange();
    }

    /** Computes sizes, order and places from the vertices above. */
    private void arrange() {
        int n = parent.length;
        int[] firstChild = new int[n];
        int[] nextChild = new int[n];
        Arrays.fill(firstChild, -1);
        for (int v = n - 1; v >= 1; v--) {
            nextChild[v] = firstChild[parent[v]];
            firstChild[parent[v]] = v;
        }
        nextChild[0] = -1;
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
            sign[i] = upward[i] ? 1 : -1;
        }
    }

    /** True if the vertex hangs in the subtree of another. */
    boolean below(int vertex, int top) {
        int distance = place[vertex] - place[top];
        return distance >= 0 && distance < size[top];
    }

    /** Cuts the arc above {@code top} and hangs its subtree on an arc that leads from {@code inside} to {@code outside}. */
    void exchange(int top, int entering, int inside, int outside, boolean leavesSubtree) {
        int from = place[top];
        int moved = size[top];
        int to = below(top, outside) ? climb(top, outside) : cross(top, outside);
        turn(top, entering, inside, outside, leavesSubtree);
        move(from, moved, to);
    }

    /**
     * Takes a subtree out of the sizes between it and its new, higher parent.
     *
     * @return the place before which its block can stand: on the nearer side of the branch that it leaves
     */
    private int climb(int top, int outside) {
        int moved = size[top];
        int from = place[top];
        int branch = top;
        while (parent[branch] != outside) {
            branch = parent[branch];
        }
        if (branch == top) {
            return from;
        }
        int before = place[branch];
        int after = before + size[branch];
        for (int v = parent[top]; v != outside; v = parent[v]) {
            size[v] -= moved;
        }
        return from - before <= after - from - moved ? before : after;
    }

    /** As {@link #climb}, for a new parent on another branch: its block goes to the end of that branch that is nearer. */
    private int cross(int top, int outside) {
        int moved = size[top];
        int to = place[outside] > place[top] ? place[outside] + 1 : place[outside] + size[outside];
        int meeting = parent[top];
        while (!below(outside, meeting)) {
            size[meeting] -= moved;
            meeting = parent[meeting];
        }
        for (int v = outside; v != meeting; v = parent[v]) {
            size[v] += moved;
        }
        return to;
    }

    /** Makes {@code inside} the highest vertex of its subtree, with links, sizes and, in {@link #block}, the new order. */
    private void turn(int top, int entering, int inside, int outside, boolean leavesSubtree) {
        int all = size[top];
        int count = 0;
        int innerPlace = 0;
        int innerSize = 0;
        int newParent = outside;
        int newArc = entering;
        boolean newUpward = leavesSubtree;
        for (int vertex = inside; ; ) {
            int oldParent = parent[vertex];
            int oldArc = arc[vertex];
            boolean oldUpward = upward[vertex];
            int start = place[vertex];
            int end = start + size[vertex];
            // the part of the block that did not belong to the vertex turned before
            int first = innerSize == 0 ? end - start : innerPlace - start;
            System.arraycopy(order, start, block, count, first);
            count += first;
            if (innerSize > 0) {
                int rest = end - innerPlace - innerSize;
                System.arraycopy(order, innerPlace + innerSize, block, count, rest);
                count += rest;
            }
            size[vertex] = all - innerSize;
            parent[vertex] = newParent;
            arc[vertex] = newArc;
            upward[vertex] = newUpward;
            sign[vertex] = newUpward ? 1 : -1;
            if (vertex == top) {
                return;
            }
            innerPlace = start;
            innerSize = end - start;
            newParent = vertex;
            newArc = oldArc;
            newUpward = !oldUpward;
            vertex = oldParent;
        }
    }

    /** Puts the turned block, which stood at {@code from}, before what stood at {@code to}. */
    private void move(int from, int length, int to) {
        int first = Math.min(from, to);
        int last = Math.max(from + length, to);
        if (to <= from) {
            System.arraycopy(order, to, order, to + length, from - to);
            System.arraycopy(block, 0, order, to, length);
        } else {
            System.arraycopy(order, from + length, order, from, to - from - length);
            System.arraycopy(block, 0, order, to - length, length);
        }
        for (int i = first; i < last; i++) {
            place[order[i]] = i;
        }
    }
}

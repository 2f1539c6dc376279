package org.darya.basin.solve;

/** A set of arcs that is filled and cleared again and again. */
final class ArcSet {

    private final int[] arcs;
    private final boolean[] member;
    private int size;

    ArcSet(int all) {
        arcs = new int[all];
        member = new boolean[all];
    }

    void add(int arc) {
        if (!member[arc]) {
            member[arc] = true;
            arcs[size++] = arc;
        }
    }

    int size() {
        return size;
    }

    int get(int index) {
        return arcs[index];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            member[arcs[i]] = false;
        }
        size = 0;
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes edges out of the network where they say nothing: an edge that is the only way out of its start, or the only way into
 * its end, carries what the rest of that vertex leaves it, so both ends can be one vertex.
 *
 * <p>A vertex with a store is never such an end, for water may stay there.
 */
final class Reduction {

    private final int[] merged;
    private final int[] out;
    private final int[] in;
    private final int[] stores;

    private Reduction(Draft draft) {
        merged = new int[draft.vertices()];
        Arrays.setAll(merged, v -> v);
        out = new int[merged.length];
        in = new int[merged.length];
        stores = new int[merged.length];
        for (Arc arc : draft.arcs) {
            if (arc.keepsWater()) {
                stores[arc.from()]++;
            }
            out[arc.from()]++;
            in[arc.to()]++;
        }
    }

    /** The arcs that remain, named arcs keeping their order, with vertices numbered anew. */
    static List<Arc> reduce(Draft draft) {
        return new Reduction(draft).run(draft.arcs);
    }

    private List<Arc> run(List<Arc> arcs) {
        List<Arc> edges = new ArrayList<>(arcs.stream().filter(Arc::isEdge).toList());
        boolean again = true;
        while (again) {
            again = false;
            List<Arc> rest = new ArrayList<>();
            for (Arc edge : edges) {
                int u = find(edge.from());
                int v = find(edge.to());
                boolean only = u == v || (out[u] == 1 && stores[u] == 0) || (in[v] == 1 && stores[v] == 0);
                if (!only) {
                    rest.add(edge);
                    continue;
                }
                again = true;
                out[u]--;
                in[v]--;
                if (u != v) {
                    merged[v] = u;
                    out[u] += out[v];
                    in[u] += in[v];
                    stores[u] += stores[v];
                }
            }
            edges = rest;
        }
        return renumber(arcs, edges);
    }

    private int find(int vertex) {
        int root = vertex;
        while (merged[root] != root) {
            root = merged[root];
        }
        int at = vertex;
        while (merged[at] != root) {
            int next = merged[at];
            merged[at] = root;
            at = next;
        }
        return root;
    }

    private List<Arc> renumber(List<Arc> arcs, List<Arc> edges) {
        int[] number = new int[merged.length];
        Arrays.fill(number, -1);
        number[find(0)] = 0;
        int next = 1;
        List<Arc> kept = new ArrayList<>();
        List<Arc> order =
                new ArrayList<>(arcs.stream().filter(arc -> !arc.isEdge()).toList());
        order.addAll(edges);
        for (Arc arc : order) {
            int u = find(arc.from());
            int v = find(arc.to());
            number[u] = number[u] < 0 ? next++ : number[u];
            number[v] = number[v] < 0 ? next++ : number[v];
            kept.add(arc.between(number[u], number[v]));
        }
        return kept;
    }
}

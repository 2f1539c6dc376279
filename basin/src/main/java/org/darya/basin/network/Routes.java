package org.darya.basin.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.read.Element;

/** Checks that water can get to and away from every node, and that it cannot run in a circle for gain. */
final class Routes {

    private final Draft draft;
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final List<List<Integer>> arriving = new ArrayList<>();
    private final boolean[] stores;

    private Routes(Draft draft) {
        this.draft = draft;
        for (int v = 0; v < draft.vertices(); v++) {
            leaving.add(new ArrayList<>());
            arriving.add(new ArrayList<>());
        }
        stores = new boolean[draft.vertices()];
        for (int a = 0; a < draft.arcs.size(); a++) {
            Arc arc = draft.arcs.get(a);
            leaving.get(arc.from()).add(a);
            arriving.get(arc.to()).add(a);
            stores[arc.from()] |= arc.keepsWater();
        }
    }

    static void check(Draft draft, Element nodes) {
        Routes routes = new Routes(draft);
        routes.checkReach(nodes);
        routes.checkCircles(nodes);
    }

    private void checkReach(Element nodes) {
        boolean[] fed = reach(true);
        boolean[] drained = reach(false);
        for (Element given : nodes.items()) {
            Port port = draft.ports.get(given.need("name").text());
            if (port == null
                    || NodeTypes.type(given) instanceof Reservoirs
                    || NodeTypes.type(given) instanceof Aquifer) {
                continue;
            }
            boolean dry = port.in() >= 0 && !fed[port.in()];
            boolean blocked = port.out() >= 0 && !drained[port.out()];
            if (dry || blocked) {
                throw given.fail(
                        "the node is not part of a valid route: "
                                + (dry ? "no water can reach it" : "water cannot leave it"),
                        "an edge is missing " + (dry ? "upstream" : "downstream") + " of it.");
            }
        }
    }

    /** Vertices that water can reach from an input or a store, or from which it can reach an output or a store. */
    private boolean[] reach(boolean forward) {
        boolean[] seen = new boolean[draft.vertices()];
        Deque<Integer> open = new ArrayDeque<>();
        for (Arc arc : draft.arcs) {
            int at = arc.keepsWater()
                    ? arc.from()
                    : forward && arc.from() == 0 ? arc.to() : !forward && arc.to() == 0 ? arc.from() : 0;
            if (at != 0 && !seen[at]) {
                seen[at] = true;
                open.add(at);
            }
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int a : forward ? leaving.get(at) : arriving.get(at)) {
                int next = forward ? draft.arcs.get(a).to() : draft.arcs.get(a).from();
                if (next != 0 && !seen[next]) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /**
     * A circle of links is harmless if going round costs or is free; if it pays, the plan has no end. Labels are corrected
     * first in, first out (Moore 1959); a way of more arcs than there are vertices has gone round a circle that pays.
     */
    private void checkCircles(Element nodes) {
        int n = draft.vertices();
        double[] distance = new double[n];
        int[] length = new int[n];
        int[] by = new int[n];
        Arrays.fill(by, -1);
        boolean[] waiting = new boolean[n];
        Deque<Integer> open = new ArrayDeque<>();
        for (int v = 1; v < n; v++) {
            if (!storeAt(v)) {
                open.add(v);
                waiting[v] = true;
            }
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            waiting[at] = false;
            for (int a : leaving.get(at)) {
                Arc arc = draft.arcs.get(a);
                int to = arc.to();
                double reached = distance[at] + (arc.cost().fixed() ? arc.cost().at(0) : UNKNOWN);
                if (to == 0 || !(reached < distance[to] - 1e-9)) {
                    continue;
                }
                distance[to] = reached;
                by[to] = a;
                length[to] = length[at] + 1;
                if (length[to] > n) {
                    throw circle(nodes, by, to);
                }
                if (!waiting[to] && !storeAt(to)) {
                    waiting[to] = true;
                    open.add(to);
                }
            }
        }
    }

    /** A cost that is not known yet is taken to pay a little, so that a circle of such costs is refused. */
    private static final double UNKNOWN = -1e-3;

    private boolean storeAt(int vertex) {
        return stores[vertex];
    }

    private BasinException circle(Element nodes, int[] by, int turned) {
        int at = turned;
        for (int i = 0; i < by.length && by[at] >= 0; i++) {
            at = draft.arcs.get(by[at]).from();
        }
        List<String> names = new ArrayList<>();
        int start = at;
        do {
            Arc arc = draft.arcs.get(by[at]);
            if (!arc.isEdge()) {
                names.add(0, arc.name());
            }
            at = arc.from();
        } while (at != start && by[at] >= 0);
        return nodes.fail(
                "water can run in a circle and gain by it: " + String.join(" -> ", names),
                "an edge points upstream, or the negative cost belongs on an output.");
    }
}

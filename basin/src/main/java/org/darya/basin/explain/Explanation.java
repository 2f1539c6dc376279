package org.darya.basin.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.darya.basin.model.Node;
import org.darya.basin.run.Model;
import org.darya.basin.solve.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a node got what it got in one step.
 *
 * @param node the node
 * @param got its flow
 * @param wanted the greatest flow it could take
 * @param worth what one more unit of water at the node would save
 * @param limits limits that bind on the way to the node, the nearest first
 * @param sentence the answer in words
 */
public record Explanation(String node, double got, double wanted, double worth, List<Limit> limits, String sentence) {

    /**
     * A limit that binds.
     *
     * @param name node whose limit it is
     * @param kind what is at its bound
     * @param bound the bound
     * @param price what one more unit of room would save
     */
    public record Limit(String name, String kind, double bound, double price) {}

    /** Prices smaller than this are the tie rule, not a limit. */
    private static final double NEGLIGIBLE = 1e-5;

    private static final String DIRECT = "leaves it no more";

    /** Explains a node from a problem that is solved and priced. */
    public static Explanation of(Model model, Node node, int scenario) {
        Problem p = model.network().problem();
        int[] arcs = model.network().arcsOf(node);
        double got = node.flow[scenario];
        double wanted = node.maxFlow.at(scenario);
        if (arcs.length == 0) {
            return new Explanation(
                    node.name(),
                    got,
                    wanted,
                    0,
                    List.of(),
                    "\"" + node.name() + "\" has no flow of its own; ask for one of its members.");
        }
        int vertex = p.from[arcs[0]] != 0 ? p.from[arcs[0]] : p.to[arcs[0]];
        double worth = p.potential[vertex];
        double offer = worth - Math.max(reduced(p, arcs[0]), 0);
        List<Limit> limits = limits(p, vertex, arcs, model.network().zones(), offer);
        return new Explanation(node.name(), got, wanted, worth, limits, sentence(node, got, wanted, worth, limits));
    }

    /**
     * Goes upstream from a vertex and collects what stands at a bound that costs.
     *
     * @param offer what a unit of water is worth to the node; a store where it is worth more counts as well
     */
    private static List<Limit> limits(Problem p, int start, int[] own, int[] zones, double offer) {
        boolean[] zone = new boolean[p.arcs];
        Arrays.stream(zones).forEach(a -> zone[a] = true);
        boolean[] seen = new boolean[p.vertices];
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        List<Limit> limits = new ArrayList<>();
        boolean[] listed = new boolean[p.arcs];
        Arrays.stream(own).forEach(a -> listed[a] = true);
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int a = 0; a < p.arcs; a++) {
                boolean touches = p.to[a] == at || (p.from[a] == at && (p.to[a] == 0 || zone[a]));
                if (!touches || listed[a]) {
                    continue;
                }
                listed[a] = true;
                Limit limit = limit(p, a, zone[a], offer);
                if (limit != null) {
                    limits.add(limit);
                }
                if (p.to[a] == at && p.from[a] != 0 && !seen[p.from[a]]) {
                    seen[p.from[a]] = true;
                    open.add(p.from[a]);
                }
            }
        }
        for (int r = 0; r < p.rows(); r++) {
            if (Math.abs(p.rowPrice[r]) > NEGLIGIBLE) {
                double bound = p.rowPrice[r] < 0 ? p.rowUpper[r] : p.rowLower[r];
                boolean direct = Arrays.stream(p.rowArcs[r])
                        .anyMatch(a -> Arrays.stream(own).anyMatch(mine -> mine == a));
                Limit limit = new Limit(
                        p.rowNames.get(r),
                        direct ? DIRECT : "rule that binds several flows",
                        bound,
                        Math.abs(p.rowPrice[r]));
                // what the node itself draws on is nearer than anything upstream
                limits.add(direct ? 0 : limits.size(), limit);
            }
        }
        return limits;
    }

    /** What a unit more on an arc would cost, with all that follows from it. */
    private static double reduced(Problem p, int a) {
        return p.cost[a] - (p.potential[p.to[a]] - p.potential[p.from[a]]);
    }

    private static @Nullable Limit limit(Problem p, int a, boolean zone, double offer) {
        double reduced = reduced(p, a);
        boolean settled = Math.abs(reduced) < NEGLIGIBLE;
        boolean store = zone || (p.to[a] == 0 && p.lower[a] < 0);
        boolean dearer = store && p.potential[p.from[a]] > offer + NEGLIGIBLE;
        if (p.arcNames.get(a).isEmpty() || (settled && !dearer)) {
            return null;
        }
        boolean atUpper = reduced < 0;
        double bound = atUpper ? p.upper[a] : p.lower[a];
        String kind;
        if (settled || (zone && atUpper)) {
            boolean fills = p.flow[a] > NEGLIGIBLE;
            // what it can take, or what it holds
            bound = fills ? p.upper[a] : 0 - p.lower[a];
            kind = fills ? "is filled first" : "keeps its water";
        } else if (zone) {
            bound = 0 - p.lower[a];
            kind = "is empty";
        } else if (p.from[a] == 0) {
            kind = p.lower[a] == p.upper[a]
                    ? "all its water is used"
                    : atUpper ? "all it can give is used" : "not worth its cost";
        } else if (store) {
            kind = atUpper ? "store is full" : "store is empty";
        } else if (p.to[a] == 0) {
            kind = atUpper ? "is served first" : "gets only its least flow";
        } else if (atUpper || p.lower[a] > 0) {
            kind = atUpper ? "is full" : "runs at its least flow";
        } else if (p.cost[a] > NEGLIGIBLE) {
            kind = "not worth its cost";
        } else {
            // a free link that carries nothing keeps nothing away: water is worth more further up
            return null;
        }
        return new Limit(p.arcNames.get(a), kind, bound, settled ? p.potential[p.from[a]] - offer : Math.abs(reduced));
    }

    private static String sentence(Node node, double got, double wanted, double worth, List<Limit> limits) {
        if (!(got < wanted - 1e-9 * Math.max(1, wanted))) {
            return String.format(Locale.ROOT, "\"%s\" got all of the %.4g that it wanted.", node.name(), wanted);
        }
        StringBuilder words = new StringBuilder();
        if (Double.isInfinite(wanted)) {
            words.append(String.format(Locale.ROOT, "\"%s\" carried %.4g", node.name(), got));
        } else {
            words.append(String.format(
                    Locale.ROOT,
                    "\"%s\" got %.4g of %.4g (%.0f %%)",
                    node.name(),
                    got,
                    wanted,
                    wanted == 0 ? 100 : 100 * got / wanted));
        }
        if (limits.isEmpty()) {
            words.append(": more water would not have been worth its cost (")
                    .append(String.format(Locale.ROOT, "%.4g", node.cost.at(0)))
                    .append(").");
            return words.toString();
        }
        words.append(" because ");
        List<String> reasons = new ArrayList<>();
        // where water is worth nothing here, only a rule on the node itself can have kept it away
        boolean rule = limits.get(0).kind().equals(DIRECT) && worth < NEGLIGIBLE;
        List<Limit> causes = limits.stream()
                .filter(limit ->
                        rule ? limit.kind().equals(DIRECT) : !limit.kind().equals("store is full"))
                .toList();
        if (causes.isEmpty()) {
            causes = limits;
        }
        for (Limit limit : causes.subList(0, Math.min(3, causes.size()))) {
            reasons.add(String.format(Locale.ROOT, "\"%s\" %s (%.4g)", limit.name(), limit.kind(), limit.bound()));
        }
        words.append(String.join(", ", reasons));
        words.append(String.format(
                Locale.ROOT,
                "; one more unit of water here would be worth %.4g.",
                Math.abs(worth) < NEGLIGIBLE ? 0 : worth));
        return words.toString();
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.read.Element;
import org.jspecify.annotations.Nullable;

/**
 * Links of parallel branches: bands of cost, gauges, and splits with further outlets in a fixed ratio.
 *
 * <p>The first branches lead to the main outlet, each further branch to an outlet of its own. A ratio binds the last main
 * branch and the further ones; a gauge puts a wanted, bounded branch before them.
 */
record Splits(String label, Kind kind) implements NodeType {

    enum Kind {
        PIECEWISE,
        MULTI_SPLIT,
        RIVER_SPLIT,
        GAUGE,
        SPLIT_GAUGE
    }

    static void register(Map<String, NodeType> types) {
        types.put("piecewiselink", new Splits("PiecewiseLink", Kind.PIECEWISE));
        types.put("multisplitlink", new Splits("MultiSplitLink", Kind.MULTI_SPLIT));
        types.put("riversplit", new Splits("RiverSplit", Kind.RIVER_SPLIT));
        types.put("rivergauge", new Splits("RiverGauge", Kind.GAUGE));
        types.put("riversplitwithgauge", new Splits("RiverSplitWithGauge", Kind.SPLIT_GAUGE));
    }

    @Override
    public Node create(Element given, int size) {
        return new Branched(given.need("name").text(), label, size);
    }

    /** A node whose greatest flow is that of all its branches together. */
    private static final class Branched extends Node {
        private List<Quantity> limits = List.of();

        Branched(String name, String type, int size) {
            super(name, type, size);
        }

        @Override
        public @Nullable Quantity wish() {
            return null;
        }

        @Override
        public double wanted(int s) {
            double sum = 0;
            for (Quantity limit : limits) {
                sum += limit.at(s);
            }
            return sum;
        }
    }

    private static final Quantity FREE = Quantity.fixed(0, Double.NaN);

    /** A branch: its greatest flow and cost. */
    private record Branch(Quantity max, Quantity cost) {}

    @Override
    public void lay(Element given, Node node, Draft draft) {
        List<Quantity> factors = new ArrayList<>();
        if (kind != Kind.PIECEWISE && kind != Kind.GAUGE) {
            // a factor of null leaves its branch free
            given.get("factors")
                    .items()
                    .forEach(factor -> factors.add(factor.missing() ? FREE : draft.model.quantity(factor, 0)));
        }
        List<Branch> branches = branches(given, draft, factors.size());
        int further = further(given, factors.size());
        int main = branches.size() - further;
        if (main < 1) {
            throw given.fail(
                    branches.size() + " branches for " + further + " extra slots",
                    "give costs and max_flows for nsteps + extra_slots branches.");
        }
        int in = draft.vertex();
        int out = draft.vertex();
        List<Integer> outlets = new ArrayList<>(List.of(out));
        List<Integer> arcs = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            int to = out;
            if (i >= main) {
                to = draft.vertex();
                outlets.add(to);
            }
            arcs.add(draft.arc(
                    node.name(),
                    in,
                    to,
                    draft.fixed(0),
                    branches.get(i).max(),
                    branches.get(i).cost()));
        }
        draft.flows.put(
                node, LinearFlow.of(arcs.stream().mapToInt(Integer::intValue).toArray()));
        draft.ports.put(node.name(), new Port(in, out, slots(given, outlets)));
        ((Branched) node).limits = branches.stream().map(Branch::max).toList();
        if (!factors.isEmpty()) {
            bind(given, node, draft, arcs.subList(main - 1, arcs.size()), factors);
        }
    }

    /** Branches of a node, or outlets, that are surely not meant. */
    private static final int MOST = 10_000;

    private int further(Element given, int factors) {
        return switch (kind) {
            case PIECEWISE, GAUGE -> 0;
            case MULTI_SPLIT -> given.get("extra_slots").integer(1, 0, MOST);
            case RIVER_SPLIT, SPLIT_GAUGE -> factors - 1;
        };
    }

    private List<Branch> branches(Element given, Draft draft, int factors) {
        List<Branch> branches = new ArrayList<>();
        Quantity free = draft.fixed(Double.POSITIVE_INFINITY);
        switch (kind) {
            case PIECEWISE, MULTI_SPLIT, RIVER_SPLIT -> {
                List<Element> costs = given.get("costs").items();
                List<Element> limits = given.get("max_flows").items();
                int listed = Math.max(costs.size(), limits.size());
                int further = further(given, factors);
                int wanted = given.has("nsteps")
                        ? given.get("nsteps").integer(1, 1, MOST) + further
                        : kind == Kind.RIVER_SPLIT && listed == 0 ? 1 + further : listed;
                checkLength(given, "costs", costs, wanted);
                checkLength(given, "max_flows", limits, wanted);
                for (int i = 0; i < wanted; i++) {
                    branches.add(new Branch(
                            i < limits.size() ? draft.model.quantity(limits.get(i), Double.POSITIVE_INFINITY) : free,
                            i < costs.size() ? draft.model.quantity(costs.get(i), 0) : draft.fixed(0)));
                }
            }
            case GAUGE, SPLIT_GAUGE -> {
                branches.add(new Branch(
                        draft.model.quantity(given.get("mrf"), 0), draft.model.quantity(given.get("mrf_cost"), 0)));
                branches.add(new Branch(free, draft.model.quantity(given.get("cost"), 0)));
                for (int i = 1; i < factors; i++) {
                    branches.add(new Branch(free, draft.fixed(0)));
                }
            }
        }
        return branches;
    }

    private static void checkLength(Element given, String field, List<Element> items, int wanted) {
        if (!items.isEmpty() && items.size() != wanted) {
            throw given.get(field)
                    .fail(items.size() + " values for " + wanted + " branches", "give nsteps (+ extra_slots) values.");
        }
    }

    private static Map<String, Integer> slots(Element given, List<Integer> outlets) {
        List<String> names = given.get("slot_names").words();
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (int i = 0; i < outlets.size() && outlets.size() > 1; i++) {
            slots.put(String.valueOf(i), outlets.get(i));
        }
        if (!names.isEmpty() && names.size() != outlets.size()) {
            throw given.get("slot_names")
                    .fail(names.size() + " names for " + outlets.size() + " outlets", "name every outlet.");
        }
        for (int i = 0; i < names.size(); i++) {
            slots.put(names.get(i), outlets.get(i));
        }
        return slots;
    }

    private static void bind(Element given, Node node, Draft draft, List<Integer> arcs, List<Quantity> factors) {
        if (arcs.size() != factors.size()) {
            throw given.get("factors")
                    .fail(factors.size() + " factors for " + arcs.size() + " outlets", "give one factor an outlet.");
        }
        List<LinearFlow> parts = new ArrayList<>();
        List<Quantity> shares = new ArrayList<>();
        for (int i = 0; i < arcs.size(); i++) {
            if (factors.get(i) != FREE) {
                parts.add(LinearFlow.of(arcs.get(i)));
                shares.add(factors.get(i));
            }
        }
        if (parts.size() > 1) {
            Ratios.bind(draft, node.name() + " (ratio)", parts, shares);
        }
        Node sum = draft.extra(new Node(node.name() + " Agg", "AggregatedNode", draft.model.size()));
        draft.flows.put(
                sum,
                LinearFlow.of(Arrays.stream(arcs.toArray(Integer[]::new))
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/**
 * A chalk aquifer that feeds streams by its level: each stream takes {@code 2 T max(h - h0, 0) C} for each of its levels h0
 * (Keating 1982, a lumped parameter model of a chalk aquifer-stream system).
 */
record Aquifer() implements NodeType {

    static void register(Map<String, NodeType> types) {
        types.put("keatingaquifer", new Aquifer());
    }

    @Override
    public Node create(Element given, int size) {
        return new Store(given.need("name").text(), "KeatingAquifer", size);
    }

    @Override
    public void lay(Element given, Node node, Draft draft) {
        Store store = (Store) node;
        double[] levels = given.need("levels").numbers();
        double[] volumes = volumes(given, levels);
        store.maxVolume = draft.fixed(volumes[volumes.length - 1]);
        store.minVolume = draft.fixed(volumes[0]);
        Quantity first = draft.model.quantity(given.first("initial_volume", "initial_level"), 0);
        if (!given.has("initial_volume")) {
            first = Derived.of(draft, first, level -> line(levels, volumes, level));
        }
        boolean share = given.has("initial_volume_pc");
        store.startAt(share ? null : first, share ? draft.model.quantity(given.get("initial_volume_pc"), 0) : null);
        store.cost = draft.model.quantity(given.get("cost"), 0);
        Parameter level =
                Formula.ofState(draft.model.size(), List.of(), (step, s) -> line(volumes, levels, store.volume[s]));
        draft.ownParameters.add(level);
        store.level = Quantity.of(level);
        int vertex = draft.vertex();
        draft.flows.put(node, LinearFlow.of(draft.filling(store, vertex)));
        Map<String, Integer> slots = new LinkedHashMap<>();
        List<Element> thresholds = given.need("stream_flow_levels").items();
        double[] transmissivity = given.need("transmissivity").numbers();
        double coefficient = given.need("coefficient").number();
        int streams = given.get("num_streams").integer(thresholds.size());
        if (streams != thresholds.size()) {
            throw given.get("stream_flow_levels")
                    .fail(thresholds.size() + " lists for " + streams + " streams", "give one list a stream.");
        }
        for (int i = 0; i < streams; i++) {
            double[] bases = thresholds.get(i).numbers();
            if (bases.length != transmissivity.length) {
                throw thresholds
                        .get(i)
                        .fail(
                                bases.length + " levels for " + transmissivity.length + " transmissivities",
                                "make them equal.");
            }
            Parameter flow = Formula.ofState(draft.model.size(), List.of(level), (step, s) -> {
                double sum = 0;
                for (int k = 0; k < bases.length; k++) {
                    sum += 2 * transmissivity[k] * Math.max(level.values[s] - bases[k], 0) * coefficient;
                }
                return sum;
            });
            draft.ownParameters.add(flow);
            Quantity bound = Quantity.of(flow);
            int out = draft.vertex();
            draft.arc(node.name() + " (stream " + i + ")", vertex, out, bound, bound, draft.fixed(0));
            slots.put(String.valueOf(i), out);
        }
        for (int i = 0; i < Math.max(1, given.get("num_additional_inputs").integer(0, 0, 10_000)) + 1; i++) {
            slots.put(String.valueOf(streams + i), vertex);
        }
        draft.ports.put(node.name(), new Port(vertex, vertex, slots));
    }

    private static double[] volumes(Element given, double[] levels) {
        if (given.has("volumes")) {
            double[] volumes = given.get("volumes").numbers();
            if (volumes.length != levels.length || levels.length < 2) {
                throw given.get("volumes")
                        .fail(
                                volumes.length + " volumes for " + levels.length + " levels",
                                "give one volume a level, two or more.");
            }
            return volumes;
        }
        double area = given.need("area").number();
        double[] storativity = given.need("storativity").numbers();
        if (storativity.length != levels.length - 1) {
            throw given.get("storativity")
                    .fail(
                            storativity.length + " storativities for " + levels.length + " levels",
                            "give one between each two levels.");
        }
        List<Double> volumes = new ArrayList<>(List.of(0.0));
        for (int i = 1; i < levels.length; i++) {
            // an area in m2 and levels in m give thousands of m3
            volumes.add(volumes.get(i - 1) + area * storativity[i - 1] * (levels[i] - levels[i - 1]) * 0.001);
        }
        return volumes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The straight line between points; its ends go on level. */
    private static double line(double[] x, double[] y, double at) {
        int i = 1;
        while (i < x.length - 1 && at > x[i]) {
            i++;
        }
        double t = Math.clamp((at - x[i - 1]) / (x[i] - x[i - 1]), 0, 1);
        return y[i - 1] + (y[i] - y[i - 1]) * t;
    }
}

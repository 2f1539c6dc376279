package org.darya.basin.network;

import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.read.Element;

/** Nodes that are one arc: inputs, outputs, links and their kinds. */
record Primitives(String label, Kind kind) implements NodeType {

    enum Kind {
        INPUT,
        CATCHMENT,
        OUTPUT,
        LINK
    }

    static void register(Map<String, NodeType> types) {
        types.put("input", new Primitives("Input", Kind.INPUT));
        types.put("catchment", new Primitives("Catchment", Kind.CATCHMENT));
        types.put("discharge", new Primitives("Discharge", Kind.CATCHMENT));
        types.put("output", new Primitives("Output", Kind.OUTPUT));
        types.put("link", new Primitives("Link", Kind.LINK));
        types.put("node", new Primitives("Node", Kind.LINK));
        types.put("river", new Primitives("River", Kind.LINK));
    }

    @Override
    public Node create(Element given, int size) {
        return new Node(given.need("name").text(), label, size);
    }

    @Override
    public void lay(Element given, Node node, Draft draft) {
        readBox(given, node, draft);
        if (kind == Kind.CATCHMENT) {
            Quantity flow = draft.model.quantity(given.get("flow"), 0);
            node.minFlow = flow;
            node.maxFlow = flow;
        }
        int vertex = draft.vertex();
        switch (kind) {
            case INPUT, CATCHMENT -> {
                // water from upstream passes an input untouched
                draft.flows.put(node, LinearFlow.of(draft.arc(node, 0, vertex)));
                draft.ports.put(node.name(), new Port(vertex, vertex));
            }
            case OUTPUT -> {
                draft.flows.put(node, LinearFlow.of(draft.arc(node, vertex, 0)));
                draft.ports.put(node.name(), new Port(vertex, vertex));
            }
            case LINK -> {
                int out = draft.vertex();
                draft.flows.put(node, LinearFlow.of(draft.arc(node, vertex, out)));
                draft.ports.put(node.name(), new Port(vertex, out));
            }
        }
    }

    /** Reads {@code min_flow}, {@code max_flow} and {@code cost}. */
    static void readBox(Element given, Node node, Draft draft) {
        node.minFlow = draft.model.quantity(given.get("min_flow"), 0);
        node.maxFlow = draft.model.quantity(given.get("max_flow"), Double.POSITIVE_INFINITY);
        node.cost = draft.model.quantity(given.get("cost"), 0);
        if (node.minFlow.fixed() && node.maxFlow.fixed() && node.minFlow.at(0) > node.maxFlow.at(0)) {
            throw given.fail(
                    "min_flow " + node.minFlow.at(0) + " is above max_flow " + node.maxFlow.at(0),
                    "the two are swapped.");
        }
        double factor = given.get("conversion_factor").number(1);
        if (factor != 1) {
            throw given.get("conversion_factor")
                    .fail("a conversion factor of " + factor, "use a LossLink where water is lost.");
        }
        if (node.cost.fixed() && Double.isInfinite(node.cost.at(0))) {
            throw given.get("cost").fail("an infinite cost", "use a large finite number such as 1e6.");
        }
        if (node.minFlow.fixed() && Double.isInfinite(node.minFlow.at(0))) {
            throw given.get("min_flow").fail("an infinite least flow", "set max_flow instead.");
        }
    }
}

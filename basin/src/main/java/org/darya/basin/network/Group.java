package org.darya.basin.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.read.Element;

/** A node that stands for several others: its flow is the weighted sum of theirs, which it may bound or keep in a ratio. */
final class Group extends Node {

    Node[] members = {};
    double[] weights = {};

    Group(String name, int size) {
        super(name, "AggregatedNode", size);
    }

    static void register(Map<String, NodeType> types) {
        types.put("aggregatednode", new Type());
    }

    /** Adds up the flows of the members. */
    void sum(int s) {
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            sum += weights[i] * members[i].flow[s];
        }
        flow[s] = sum;
    }

    private record Type() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new Group(given.need("name").text(), size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            draft.groups.add((Group) node);
        }
    }

    /** Finishes the group once all nodes are laid out. */
    void bind(Element given, Draft draft) {
        List<Element> names = given.need("nodes").items();
        if (names.isEmpty()) {
            throw given.get("nodes").fail("a group without members", "name the nodes.");
        }
        members = names.stream().map(draft.model::node).toArray(Node[]::new);
        weights = given.has("flow_weights")
                ? given.get("flow_weights").numbers()
                : LinearFlow.of(new int[members.length]).weights();
        if (weights.length != members.length) {
            throw given.get("flow_weights")
                    .fail(weights.length + " weights for " + members.length + " nodes", "give one weight a node.");
        }
        // without a least flow the sum may not be negative; it can be where a weight is
        boolean signed = java.util.Arrays.stream(weights).anyMatch(weight -> weight < 0);
        boolean bounded = given.has("min_flow") || given.has("max_flow") || signed;
        if (!bounded && !given.has("factors")) {
            return;
        }
        List<LinearFlow> parts = new ArrayList<>();
        for (Element name : names) {
            if (draft.flows.get(draft.model.node(name)) instanceof LinearFlow flow && flow.arcs().length > 1) {
                throw name.fail(
                        "the node " + name.show() + " is made of several flows and cannot be bound in a group",
                        "name a link before it.");
            }
            parts.add(draft.flowOf(name, "a group with bounds or factors"));
        }
        if (given.has("factors")) {
            List<Quantity> factors = given.get("factors").items().stream()
                    .map(factor -> draft.model.quantity(factor, 0))
                    .toList();
            if (factors.size() != parts.size()) {
                throw given.get("factors")
                        .fail(factors.size() + " factors for " + parts.size() + " nodes", "give one factor a node.");
            }
            Ratios.bind(draft, name() + " (ratio)", parts, factors);
        }
        if (bounded) {
            Primitives.readBox(given, this, draft);
            List<Quantity> factors = new ArrayList<>();
            for (double weight : weights) {
                factors.add(draft.fixed(weight));
            }
            boolean open =
                    given.keys().contains("min_flow") && given.get("min_flow").missing();
            Quantity lower =
                    open || (!signed && !given.has("min_flow")) ? draft.fixed(Double.NEGATIVE_INFINITY) : minFlow;
            draft.row(name(), parts, factors, lower, maxFlow);
        }
    }
}

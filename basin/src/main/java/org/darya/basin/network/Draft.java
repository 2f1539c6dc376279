package org.darya.basin.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/** The network while nodes are being laid out. */
public final class Draft {

    final ModelContext model;
    final Map<String, Node> nodes;
    final List<Arc> arcs = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final Map<String, Port> ports = new LinkedHashMap<>();
    final Map<Node, LinearFlow> flows = new LinkedHashMap<>();
    final List<Group> groups = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<StoreGroup> storeGroups = new ArrayList<>();
    /** Arcs that stand for what the members of a group of equal shares want together. */
    final List<Integer> sharingArcs = new ArrayList<>();

    /** Arcs of zones of stores. */
    final List<Integer> zones = new ArrayList<>();

    final List<Parameter> ownParameters = new ArrayList<>();
    private int vertices = 1;

    /** An empty network for nodes that are created already but not laid out. */
    public Draft(ModelContext model, Map<String, Node> nodes) {
        this.model = model;
        this.nodes = nodes;
    }

    int vertex() {
        return vertices++;
    }

    int vertices() {
        return vertices;
    }

    Quantity fixed(double value) {
        return Quantity.fixed(model.size(), value);
    }

    /** Adds an arc with the box and cost of a node. */
    int arc(Node node, int from, int to) {
        return arc(node.name(), from, to, node.minFlow, node.maxFlow, node.cost);
    }

    /** Adds an arc. */
    int arc(String name, int from, int to, Quantity lower, Quantity upper, Quantity cost) {
        arcs.add(new Arc(name, from, to, lower, upper, cost, null, arcs.size(), false));
        return arcs.size() - 1;
    }

    /** Adds the filling of a store. */
    int filling(Store store, int vertex) {
        arcs.add(new Arc(store.name(), vertex, 0, fixed(0), fixed(0), store.cost, store, arcs.size(), false));
        return arcs.size() - 1;
    }

    /** Adds a zone of a store. */
    void zone(String name, int from, int to, Quantity lower, Quantity upper, Quantity cost) {
        zones.add(arcs.size());
        arcs.add(new Arc(name, from, to, lower, upper, cost, null, arcs.size(), true));
    }

    /** Adds an edge: any flow from 0 up, at no cost. */
    void edge(int from, int to) {
        arcs.add(new Arc("", from, to, fixed(0), fixed(Double.POSITIVE_INFINITY), fixed(0), null, -1, false));
    }

    /** Adds a node that the model does not name but that appears in results. */
    <N extends Node> N extra(N node) {
        if (nodes.putIfAbsent(node.name(), node) != null) {
            throw new org.darya.basin.BasinException(
                    "nodes \"" + node.name() + '"',
                    "a second node has this name",
                    "rename it; the name is made by another node.");
        }
        return node;
    }

    /** The flow of a node that must be one that water passes. */
    LinearFlow flowOf(Element name, String purpose) {
        Node node = model.node(name);
        LinearFlow flow = flows.get(node);
        if (flow == null || node instanceof Store) {
            throw name.fail(
                    "the node " + name.show() + " of type " + node.type() + " cannot be part of " + purpose,
                    "name a link, input or output beside it instead.");
        }
        return flow;
    }

    /** The row that binds weighted node flows together. */
    void row(
            String name,
            List<LinearFlow> parts,
            List<Quantity> factors,
            Quantity lower,
            Quantity upper,
            Account account) {
        addRow(name, parts, factors, lower, upper, account);
    }

    void row(String name, List<LinearFlow> parts, List<Quantity> factors, Quantity lower, Quantity upper) {
        addRow(name, parts, factors, lower, upper, null);
    }

    private void addRow(
            String name,
            List<LinearFlow> parts,
            List<Quantity> factors,
            Quantity lower,
            Quantity upper,
            @org.jspecify.annotations.Nullable Account account) {
        List<Integer> rowArcs = new ArrayList<>();
        List<Quantity> coefficients = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            LinearFlow part = parts.get(i);
            for (int k = 0; k < part.arcs().length; k++) {
                rowArcs.add(part.arcs()[k]);
                coefficients.add(scaled(factors.get(i), part.weights()[k]));
            }
        }
        rows.add(new Row(
                name,
                rowArcs.stream().mapToInt(Integer::intValue).toArray(),
                coefficients.toArray(Quantity[]::new),
                lower,
                upper,
                account));
    }

    private Quantity scaled(Quantity factor, double weight) {
        if (weight == 1) {
            return factor;
        }
        if (!factor.fixed()) {
            throw new org.darya.basin.BasinException("model", "a varying factor of a composed flow", "split the node.");
        }
        return fixed(factor.at(0) * weight);
    }
}

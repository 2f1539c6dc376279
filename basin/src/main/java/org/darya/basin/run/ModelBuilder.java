package org.darya.basin.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.RunningRecord;
import org.darya.basin.model.Store;
import org.darya.basin.network.Layout;
import org.darya.basin.network.Network;
import org.darya.basin.network.NodeTypes;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Frames;
import org.darya.basin.scenario.Scenarios;
import org.darya.basin.time.Timeline;

/**
 * Builds one model for a block of scenarios. Nodes are made first, without attributes; parameters and recorders are read
 * when something asks for them.
 */
final class ModelBuilder implements ModelContext {

    private final String name;
    private final Element document;
    private final Map<String, ModelBuilder> siblings;
    private final Timeline timeline;
    private final Scenarios scenarios;
    private final int offset;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Parameters parameters;
    private final Recorders recorders;
    private final Tables tables;

    /** Prepares a model; {@code block} holds its combinations, the first being number {@code offset} of all. */
    ModelBuilder(
            String name,
            ModelDocument.Part part,
            Frames frames,
            Timeline timeline,
            Scenarios block,
            int offset,
            Map<String, ModelBuilder> siblings) {
        this.name = name;
        this.document = part.content();
        this.siblings = siblings;
        this.timeline = timeline;
        this.scenarios = block;
        this.offset = offset;
        this.parameters = new Parameters(document.get("parameters"), this);
        this.recorders = new Recorders(document.get("recorders"), this);
        this.tables = new Tables(document.get("tables"), frames);
        createNodes();
    }

    private void createNodes() {
        for (Element given : document.get("nodes").items()) {
            Node node = NodeTypes.create(given, size());
            if (nodes.put(node.name(), node) != null) {
                throw given.fail("a second node has this name", "rename one of them.");
            }
        }
        if (nodes.isEmpty()) {
            throw document.fail("the model has no nodes", "it is a fragment that another model includes.");
        }
    }

    /** Reads everything and puts the parameters in order. */
    Model build() {
        Network network = Layout.build(this, nodes, document.get("nodes"), document.get("edges"));
        parameters.readAll();
        recorders.readAll();
        KnownFields.refuseUnread(document);
        List<Parameter> all = parameters.all();
        all.addAll(network.parameters());
        String title =
                document.has("metadata") ? document.get("metadata").get("title").text("") : "";
        return new Model(name, title, timeline, scenarios, Ordering.of(all), network, recorders.all());
    }

    @Override
    public int size() {
        return scenarios.size();
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Scenarios scenarios() {
        return scenarios;
    }

    @Override
    public int[] alternatives(Element scenarioName) {
        int at = scenarios.find(scenarioName);
        return scenarios.combinations().stream().mapToInt(c -> c[at]).toArray();
    }

    @Override
    public Frames frames() {
        return tables.frames();
    }

    @Override
    public Frame frame(Element spec) {
        return tables.frame(spec);
    }

    @Override
    public double[] numbers(Element spec) {
        return tables.numbers(spec);
    }

    @Override
    public Parameter parameter(Element given) {
        return parameters.of(given);
    }

    @Override
    public boolean hasParameter(String key) {
        return parameters.has(key);
    }

    @Override
    public Quantity quantity(Element given, double otherwise) {
        if (given.missing()) {
            return Quantity.fixed(size(), otherwise);
        }
        return given.isNumber() ? Quantity.fixed(size(), given.number()) : Quantity.of(parameter(given));
    }

    @Override
    public Collection<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    @Override
    public Node node(Element reference) {
        Node node = nodes.get(reference.text());
        if (node == null) {
            throw reference.unknown("node", nodes.keySet());
        }
        return node;
    }

    @Override
    public Store store(Element reference) {
        if (node(reference) instanceof Store store) {
            return store;
        }
        throw reference.fail("the node " + reference.show() + " is not a storage", "name a storage.");
    }

    @Override
    public RunningRecord record(Element reference) {
        return recorders.of(reference);
    }

    @Override
    public Parameter foreignParameter(Element model, Element key) {
        return sibling(model).parameter(key);
    }

    @Override
    public Node foreignNode(Element model, Element key) {
        return sibling(model).node(key);
    }

    private ModelBuilder sibling(Element model) {
        ModelBuilder other = siblings.get(model.text());
        if (other == null) {
            throw model.unknown("model", siblings.keySet());
        }
        return other;
    }
}

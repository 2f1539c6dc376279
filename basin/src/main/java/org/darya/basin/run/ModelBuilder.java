package org.darya.basin.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.RunningRecord;
import org.darya.basin.model.Store;
import org.darya.basin.network.Layout;
import org.darya.basin.network.Network;
import org.darya.basin.network.NodeTypes;
import org.darya.basin.parameter.ParameterTypes;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Frames;
import org.darya.basin.read.Nearest;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.recorder.RecorderTypes;
import org.darya.basin.scenario.Scenarios;
import org.darya.basin.time.Timeline;

/**
 * Builds one model for a block of scenarios. Nodes are made first, without attributes; parameters and recorders are read
 * when something asks for them, so their order in the document does not matter.
 */
final class ModelBuilder implements ModelContext {

    private final String name;
    private final Element document;
    private final Frames frames;
    private final Map<String, ModelBuilder> siblings;
    private final Timeline timeline;
    private final Scenarios scenarios;
    private final int offset;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Parameter> named = new LinkedHashMap<>();
    private final List<Parameter> inPlace = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Recorder> recorders = new LinkedHashMap<>();
    private final Set<String> openRecorders = new LinkedHashSet<>();
    private final Map<String, Frame> tables = new HashMap<>();

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
        this.frames = frames;
        this.siblings = siblings;
        this.timeline = timeline;
        this.scenarios = block;
        this.offset = offset;
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

    /** Fields of nodes, parameters, recorders and tables that mean nothing to a run. */
    private static final Set<String> NOTES = Set.of(
            // remarks and drawing
            "name",
            "type",
            "comment",
            "tags",
            "position",
            "color",
            "visible",
            "domain",
            "metadata",
            // slots of a storage share its one balance
            "inputs",
            "outputs",
            "num_inputs",
            "num_outputs",
            // bounds for a search
            "is_variable",
            "lower_bounds",
            "upper_bounds",
            "variable_indices",
            "variable_days_of_year_range",
            "mean_lower_bounds",
            "mean_upper_bounds",
            "amplitude_lower_bounds",
            "amplitude_upper_bounds",
            "phase_lower_bounds",
            "phase_upper_bounds",
            "use_max_flow",
            "is_objective",
            "epsilon",
            "constraint_lower_bounds",
            "constraint_upper_bounds",
            // how pandas and scipy read, where the outcome is the same
            "parse_dates",
            "engine",
            "encoding",
            "low_memory",
            "dtype",
            "date_format",
            "infer_datetime_format",
            "cache_dates",
            "squeeze",
            "memory_map",
            "assume_sorted",
            "copy",
            // how result files are written
            "csvfmt",
            "csv_kwargs",
            "scenario_index",
            "h5file",
            "filter_kwds",
            "mode",
            "title",
            "create_directories",
            "complib",
            "complevel",
            "routes_flows",
            "hash_precision",
            "forced_hash");

    private static final Set<String> SECTIONS = Set.of(
            "metadata",
            "timestepper",
            "solver",
            "scenarios",
            "scenario_combinations",
            "tables",
            "includes",
            "nodes",
            "edges",
            "parameters",
            "recorders",
            "models",
            "observed",
            "allocation");

    /** Refuses what nobody read: a mistyped field must not be ignored. */
    private void refuseUnread() {
        document.get("nodes").items().forEach(given -> given.refuseUnread(NOTES));
        for (String section : List.of("parameters", "recorders", "tables")) {
            document.get(section).fields().values().forEach(given -> given.refuseUnread(NOTES));
        }
        for (String field : document.keys()) {
            String near = SECTIONS.contains(field) ? null : Nearest.of(field, SECTIONS);
            if (near != null) {
                throw document.fail("the section \"" + field + "\" is not known", "\"" + near + "\" is meant.");
            }
        }
    }

    /** Reads everything and puts the parameters in order. */
    Model build() {
        Network network = Layout.build(this, nodes, document.get("nodes"), document.get("edges"));
        for (String key : document.get("parameters").fields().keySet()) {
            parameter(new Element("parameters", key));
        }
        for (String key : document.get("recorders").fields().keySet()) {
            recorder(new Element("recorders", key));
        }
        refuseUnread();
        List<Parameter> all = new ArrayList<>(named.values());
        all.addAll(inPlace);
        all.addAll(network.parameters());
        String title =
                document.has("metadata") ? document.get("metadata").get("title").text("") : "";
        return new Model(name, title, timeline, scenarios, Ordering.of(all), network, List.copyOf(recorders.values()));
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
    public Frames frames() {
        return frames;
    }

    @Override
    public Frame frame(Element spec) {
        if (!spec.has("table")) {
            return frames.load(spec);
        }
        Element key = spec.get("table");
        Frame known = tables.get(key.text());
        if (known == null) {
            Element table = document.get("tables").fields().get(key.text());
            if (table == null) {
                throw key.fail(
                        "there is no table " + key.show(),
                        "it is one of " + document.get("tables").keys() + ".");
            }
            known = frames.load(table);
            tables.put(key.text(), known);
        }
        return known;
    }

    @Override
    public double[] numbers(Element spec) {
        if (spec.isList()) {
            return spec.numbers();
        }
        Frame frame = frame(spec);
        if (spec.has("column")) {
            return frame.numbers(frame.column(spec.get("column")));
        }
        if (spec.has("index")) {
            int row = frame.row(spec.get("index"));
            double[] values = new double[frame.columns().size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = frame.number(row, c);
            }
            return values;
        }
        return frame.numbers(0);
    }

    @Override
    public Parameter parameter(Element given) {
        if (given.isText()) {
            return byName(given);
        }
        if (given.isNumber()) {
            return Formula.constant(size(), given.number());
        }
        if (!given.isObject()) {
            throw given.fail(
                    "a number, the name of a parameter or a parameter is expected, not " + given.show(),
                    "write the name in quotes.");
        }
        Parameter parameter = ParameterTypes.read(given, this);
        if (given.has("name")) {
            parameter.rename(given.get("name").text());
            named.putIfAbsent(parameter.name(), parameter);
        }
        inPlace.add(parameter);
        return parameter;
    }

    private Parameter byName(Element reference) {
        String key = reference.text();
        Parameter known = named.get(key);
        if (known != null) {
            return known;
        }
        Element given = document.get("parameters").fields().get(key);
        if (given == null) {
            throw reference.fail(
                    "there is no parameter " + reference.show(),
                    "the name is mistyped; known are "
                            + document.get("parameters").keys() + ".");
        }
        if (!open.add(key)) {
            throw given.fail(
                    "the parameter needs itself: " + String.join(" -> ", open) + " -> " + key,
                    "break the circle with a value of the step before (flow, storage).");
        }
        Parameter parameter = given.isObject() ? ParameterTypes.read(given, this) : parameter(given);
        open.remove(key);
        parameter.rename(key);
        named.put(key, parameter);
        return parameter;
    }

    @Override
    public boolean hasParameter(String key) {
        return named.containsKey(key) || document.get("parameters").fields().containsKey(key);
    }

    @Override
    public Quantity quantity(Element given, double otherwise) {
        if (given.missing()) {
            return Quantity.fixed(size(), otherwise);
        }
        return given.isNumber() ? Quantity.fixed(size(), given.number()) : Quantity.of(parameter(given));
    }

    @Override
    public java.util.Collection<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    @Override
    public Node node(Element reference) {
        Node node = nodes.get(reference.text());
        if (node == null) {
            throw reference.fail(
                    "there is no node " + reference.show(),
                    "the name is mistyped, or the node is missing under 'nodes'.");
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
    public int[] alternatives(Element scenarioName) {
        int at = scenarios.find(scenarioName);
        return scenarios.combinations().stream().mapToInt(c -> c[at]).toArray();
    }

    @Override
    public RunningRecord record(Element reference) {
        return recorder(reference);
    }

    private Recorder recorder(Element reference) {
        String key = reference.text();
        Recorder known = recorders.get(key);
        if (known != null) {
            return known;
        }
        Element given = document.get("recorders").fields().get(key);
        if (given == null) {
            throw reference.fail(
                    "there is no recorder " + reference.show(),
                    "it is one of " + document.get("recorders").keys() + ".");
        }
        if (!openRecorders.add(key)) {
            throw given.fail("the recorder needs itself", "take \"" + key + "\" out of its list.");
        }
        Recorder recorder = RecorderTypes.read(key, given, this, this::recorder);
        recorders.put(key, recorder);
        return recorder;
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
            throw model.fail(
                    "there is no model " + model.show() + " beside this one",
                    "it is one of " + siblings.keySet() + ".");
        }
        return other;
    }
}

package org.darya.bench.basin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.darya.basin.read.Element;
import org.darya.basin.read.Json;
import org.darya.basin.run.ModelDocument;

/** The networks of the speed table, made to measure: of any size, with any number of scenarios and years. */
final class Networks {

    private final Map<String, Object> model = new LinkedHashMap<>();
    private final List<Object> nodes = new ArrayList<>();
    private final List<Object> edges = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, Object> recorders = new LinkedHashMap<>();

    private Networks(int years, Object step, int scenarios) {
        model.put("timestepper", Map.of("start", "2015-01-01", "end", (2014 + years) + "-12-31", "timestep", step));
        model.put("scenarios", List.of(Map.of("name", "s", "size", scenarios)));
        parameters.put(
                "f",
                Map.of("type", "constantscenario", "scenario", "s", "values", Arrays.stream(factors(scenarios)).boxed().toList()));
    }

    private static double[] factors(int scenarios) {
        double[] factors = new double[scenarios];
        Arrays.setAll(factors, i -> 0.6 + 0.8 * i / scenarios);
        return factors;
    }

    /** A cascade of the reference cases (20: 5 reservoirs, 100: 25 reservoirs), daily. */
    static ModelDocument cascade(Path root, int size, int years, int scenarios) {
        Path folder = root.resolve("basin/src/test/resources/conformance/networks/cascade_" + size + "_monthly_ens");
        Element model = Json.read(folder.resolve("model.json"));
        Networks n = new Networks(years, 1, scenarios);
        model.get("parameters").fields().forEach((key, value) -> n.parameters.putIfAbsent(key, n.value(value)));
        for (Element node : model.get("nodes").items()) {
            n.nodes.add(n.value(node));
            String name = node.get("name").text();
            if (name.startsWith("dem")) {
                n.recorders.put("def " + name, Map.of("type", "TotalDeficitNode", "node", name));
            } else if (name.startsWith("res")) {
                n.recorders.put("min " + name, Map.of("type", "MinimumVolumeStorage", "node", name));
            }
        }
        model.get("edges").items().forEach(edge -> n.edges.add(n.value(edge)));
        n.recorders.put("sea", Map.of("type", "TotalFlowNode", "node", "sea"));
        return n.document();
    }

    private Object value(Element element) {
        return java.util.Objects.requireNonNull(element.value());
    }

    /** Systems of input, link and demand, with transfers between a share of all pairs. */
    static ModelDocument random(int systems, int density, int years, int scenarios) {
        Networks n = new Networks(years, 1, scenarios);
        Random random = new Random(2);
        for (int i = 0; i < systems; i++) {
            double[] shape = new double[12];
            Arrays.setAll(shape, m -> 0.7 + 0.6 * random.nextDouble());
            n.profile("b" + i, 9, shape);
            n.parameters.put("q" + i, Map.of("type", "aggregated", "agg_func", "product", "parameters", List.of("b" + i, "f")));
            n.nodes.add(Map.of("name", "input" + i, "type", "Input", "max_flow", "q" + i, "cost", random.nextDouble()));
            n.nodes.add(Map.of("name", "link" + i, "type", "Link", "cost", 0.0));
            n.nodes.add(Map.of(
                    "name", "output" + i, "type", "Output", "max_flow", 8 + random.nextGaussian(), "cost", -500 + 5 * random.nextGaussian()));
            n.edge("input" + i, "link" + i);
            n.edge("link" + i, "output" + i);
            n.recorders.put("def" + i, Map.of("type", "TotalDeficitNode", "node", "output" + i));
        }
        int transfers = systems * systems * density / 100;
        for (int t = 0; t < transfers; t++) {
            int from = random.nextInt(systems);
            int to = (from + 1 + random.nextInt(systems - 1)) % systems;
            n.nodes.add(Map.of("name", "transfer" + t, "type", "Link", "max_flow", 2.0, "cost", 1 + random.nextDouble()));
            n.edge("link" + from, "transfer" + t);
            n.edge("transfer" + t, "link" + to);
        }
        return n.document();
    }

    /** The Aral pilot of the reference cases with another calendar and number of scenarios. */
    static ModelDocument aral(Path root, Object step, int years, int scenarios) {
        Path folder = root.resolve("basin/src/test/resources/conformance/features/aral_pilot_10day_ens");
        Element model = Json.read(folder.resolve("model.json"));
        Map<String, Object> changed = new LinkedHashMap<>();
        model.fields().forEach((key, value) -> changed.put(key, value.value()));
        changed.put("timestepper", Map.of("start", "2000-01-01", "end", (1999 + years) + "-12-31", "timestep", step));
        changed.put("scenarios", List.of(Map.of("name", "climate", "size", scenarios)));
        Map<String, Object> parameters = new LinkedHashMap<>();
        model.get("parameters").fields().forEach((key, value) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            value.fields().forEach((field, content) -> fields.put(field, content.value()));
            if (value.has("scenario")) {
                double[][] table = value.get("values").table();
                List<Object> rows = new ArrayList<>();
                for (int s = 0; s < scenarios; s++) {
                    // the ten climates again and again, each time a little drier or wetter
                    double factor = 1 + 0.2 * Math.sin(s * 0.7);
                    rows.add(Arrays.stream(table[s % table.length]).map(x -> x * factor).boxed().toList());
                }
                fields.put("values", rows);
            }
            parameters.put(key, fields);
        });
        changed.put("parameters", parameters);
        Map<String, Object> recorders = new LinkedHashMap<>();
        model.get("recorders").fields().forEach((key, value) -> {
            // tables of every step are for short runs; here each recorder folds as it goes
            boolean table = value.get("type").text().startsWith("NumpyArrayStorage");
            recorders.put(key, table ? Map.of("type", "MinimumVolumeStorage", "node", value.get("node").text()) : value.value());
        });
        changed.put("recorders", recorders);
        return ModelDocument.of(new Element("", changed), folder);
    }

    private void profile(String name, double mean, double... shape) {
        parameters.put(name, Map.of("type", "monthlyprofile", "values", Arrays.stream(shape).map(x -> x * mean).boxed().toList()));
    }

    private void edge(String from, String to) {
        edges.add(List.of(from, to));
    }

    private ModelDocument document() {
        model.put("nodes", nodes);
        model.put("edges", edges);
        model.put("parameters", parameters);
        model.put("recorders", recorders);
        return ModelDocument.of(new Element("", model), Path.of("."));
    }
}

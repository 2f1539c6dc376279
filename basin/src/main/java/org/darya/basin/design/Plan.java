package org.darya.basin.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes, edges and parameters while a readable model is being said in their terms. */
final class Plan {

    /** One cubic metre a second over a day, in million cubic metres. */
    static final double DAY = 0.0864;

    final Map<String, Object> parameters = new LinkedHashMap<>();
    final Map<String, Object> recorders = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();
    final List<Object> edges = new ArrayList<>();

    /** Observed series by node, by the first day of the month: {@code volume} and {@code flow}. */
    final Map<String, Object> observed = new LinkedHashMap<>();

    /** Volumes with their areas and levels, by store. */
    final Map<String, Object> curves = new LinkedHashMap<>();

    /** Volumes of rule curves and flood zones by month, by store. */
    final Map<String, Object> rules = new LinkedHashMap<>();

    /** Volumes by months of the year that a search looks at: {@code flow}, {@code months} and {@code goal}. */
    final Map<String, Object> objectives = new LinkedHashMap<>();

    /** Countries with their demands and limits, for the table of plan, limit and actual. */
    final Map<String, Object> allocation = new LinkedHashMap<>();

    /** Adds a node with fields given as name, value, name, value. */
    Map<String, Object> node(String name, String type, Object... fields) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", name);
        node.put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            // no bound is said by leaving it out: JSON has no word for infinity
            if (!Double.valueOf(Double.POSITIVE_INFINITY).equals(fields[i + 1])) {
                node.put((String) fields[i], fields[i + 1]);
            }
        }
        nodes.put(name, node);
        return node;
    }

    void edge(String from, String to) {
        edges.add(List.of(from, to));
    }

    /** Fields given as name, value, name, value; they keep their order, so that an export has the same bytes each time. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Adds a parameter and returns its name. */
    String parameter(String name, String type, Object... fields) {
        Map<String, Object> parameter = fields("type", type);
        parameter.putAll(fields(fields));
        parameters.put(name, parameter);
        return name;
    }

    /** Adds a profile by month. */
    String monthly(String name, double[] values) {
        return parameter(
                name, "monthlyprofile", "values", Arrays.stream(values).boxed().toList());
    }

    /** Adds the product of parameters. */
    String product(String name, Object... parts) {
        return parameter(name, "aggregated", "agg_func", "product", "parameters", Arrays.asList(parts));
    }

    /** Adds a recorder of a node. */
    void record(String name, String type, String node) {
        recorders.put(name, fields("type", type, "node", node));
    }
}

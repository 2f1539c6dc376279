package org.darya.basin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/**
 * Says in Pywr's own words what it has words for. Zones of a store become a control curve, whose price for all the water of the
 * store is chosen before the step, by the zone that the volume stands in then.
 */
final class Pywr {

    private Pywr() {}

    /** The model with nothing in it that Pywr would refuse, groups of equal shares aside. */
    static Map<String, Object> of(Element model) {
        Map<String, Object> result = new LinkedHashMap<>();
        model.fields().forEach((name, given) -> result.put(name, given.value()));
        Map<String, Object> parameters = new LinkedHashMap<>();
        model.get("parameters").fields().forEach((name, given) -> parameters.put(name, given.value()));
        List<Object> nodes = new ArrayList<>();
        for (Element node : model.get("nodes").items()) {
            nodes.add(node.has("zones") ? store(node, parameters) : node.value());
        }
        result.put("nodes", nodes);
        result.put("parameters", parameters);
        result.remove("rules"); // said by the control curves
        return result;
    }

    private static Map<String, Object> store(Element node, Map<String, Object> parameters) {
        String name = node.get("name").text();
        List<Element> zones = node.get("zones").items();
        List<Object> curves = new ArrayList<>();
        List<Object> costs = new ArrayList<>();
        // Pywr counts from the top down
        for (int i = zones.size() - 1; i >= 0; i--) {
            costs.add(zones.get(i).need("cost").number());
            if (i > 0) {
                String volumes = zones.get(i - 1).need("to").text();
                parameters.put(volumes + " share", share(volumes, node));
                curves.add(volumes + " share");
            }
        }
        parameters.put(
                name + " value",
                new LinkedHashMap<>(Map.of(
                        "type", "controlcurve", "storage_node", name, "control_curves", curves, "values", costs)));
        Map<String, Object> store = new LinkedHashMap<>();
        node.fields().forEach((field, given) -> store.put(field, given.value()));
        store.remove("zones");
        store.put("cost", name + " value");
        return store;
    }

    /** A volume by month as a share of the greatest volume. */
    private static Map<String, Object> share(String volumes, Element node) {
        Element capacity = node.need("max_volume");
        return new LinkedHashMap<>(Map.of(
                "type",
                "division",
                "numerator",
                volumes,
                "denominator",
                capacity.value() == null ? 1.0 : capacity.value()));
    }
}

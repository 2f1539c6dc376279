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

    private static final String LOST =
            "its zones became a control curve: the volume before a step chooses one price for all its "
                    + "water, so a step may end above or below the rule that the zones keep exactly";

    private final Element model;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Object> nodes = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    /** Translates a model. */
    Pywr(Element model) {
        this.model = model;
        model.get("parameters").fields().forEach((name, given) -> parameters.put(name, given.value()));
        for (Element node : model.get("nodes").items()) {
            nodes.add(node.has("zones") ? store(node) : node.value());
        }
    }

    /** The model with nothing in it that Pywr would refuse, groups of equal shares aside. */
    Map<String, Object> said() {
        Map<String, Object> said = fields(model);
        said.put("nodes", nodes);
        said.put("parameters", parameters);
        said.remove("rules"); // said by the control curves
        return said;
    }

    /** What could not be said, a sentence for each node. */
    List<String> lost() {
        return lost;
    }

    private static Map<String, Object> fields(Element given) {
        Map<String, Object> fields = new LinkedHashMap<>();
        given.fields().forEach((name, field) -> fields.put(name, field.value()));
        return fields;
    }

    private Map<String, Object> store(Element node) {
        String name = node.get("name").text();
        List<Element> zones = node.get("zones").items();
        List<Object> curves = new ArrayList<>();
        List<Object> costs = new ArrayList<>();
        // Pywr counts from the top down
        for (int i = zones.size() - 1; i >= 0; i--) {
            costs.add(zones.get(i).need("cost").number());
            if (i > 0) {
                curves.add(share(zones.get(i - 1).need("to").text(), capacity(node)));
            }
        }
        String value = name + " value";
        parameters.put(
                value,
                Plan.fields("type", "controlcurve", "storage_node", name, "control_curves", curves, "values", costs));
        Map<String, Object> store = fields(node);
        store.remove("zones");
        store.put("cost", value);
        store.put("comment", LOST);
        lost.add('"' + name + "\": " + LOST);
        return store;
    }

    /** The greatest volume; of a store that is not there from the start, the one that it has later. */
    private Object capacity(Element node) {
        Element capacity = node.need("max_volume");
        if (capacity.isNumber()) {
            return capacity.number();
        }
        Element parameter = model.get("parameters").get(capacity.text());
        if (!parameter.has("predicate")) {
            return capacity.text(); // by year, and never nothing
        }
        double[] beforeAndAfter = parameter.need("values").numbers();
        return beforeAndAfter[beforeAndAfter.length - 1];
    }

    /** Adds a volume as a share of the greatest. */
    private String share(String volume, Object capacity) {
        String name = volume + " share";
        parameters.put(name, Plan.fields("type", "division", "numerator", volume, "denominator", capacity));
        return name;
    }
}

package org.darya.basin.network;

import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.parameter.ParameterTypes;
import org.darya.basin.read.Element;

/** Nodes with a volume of water. */
record Reservoirs(String label) implements NodeType {

    static void register(Map<String, NodeType> types) {
        types.put("storage", new Reservoirs("Storage"));
        types.put("reservoir", new Reservoirs("Reservoir"));
    }

    @Override
    public Node create(Element given, int size) {
        return new Store(given.need("name").text(), label, size);
    }

    @Override
    public void lay(Element given, Node node, Draft draft) {
        Store store = (Store) node;
        readVolumes(given, store, draft);
        store.cost = cost(given, draft);
        if (given.has("level")) {
            store.level = draft.model.quantity(given.get("level"), 0);
        }
        if (given.has("area")) {
            store.area = draft.model.quantity(given.get("area"), 0);
        }
        int vertex = draft.vertex();
        int filling = vertex;
        if (given.has("zones")) {
            filling = draft.vertex();
            Zones.lay(given.get("zones"), store, draft, vertex, filling);
        }
        draft.flows.put(node, LinearFlow.of(draft.filling(store, filling)));
        // slots of a storage share its one balance
        draft.ports.put(node.name(), new Port(vertex, vertex));
    }

    /**
     * A reservoir pays {@code above_curve_cost} above its control curve (a full reservoir, unless given) and nothing below.
     * Pywr 1.x lets a {@code cost} that is written in the model win over both, and so do we.
     */
    private static Quantity cost(Element given, Draft draft) {
        for (String other : new String[] {"cost", "above_curve_cost"}) {
            if (given.has("zones") && given.has(other)) {
                throw given.get(other).fail("the zones have costs of their own", "leave it out.");
            }
        }
        Element curve = given.get("control_curve");
        if (!given.has("above_curve_cost") || given.has("cost")) {
            return draft.model.quantity(given.get("cost"), 0);
        }
        Map<String, Object> rule = new java.util.LinkedHashMap<>();
        rule.put("type", "controlcurve");
        rule.put("storage_node", given.get("name").text());
        rule.put("control_curve", curve.given() ? curve.value() : (Object) 1.0);
        rule.put("values", java.util.List.of(given.get("above_curve_cost").number(), 0.0));
        Parameter choice = ParameterTypes.read(new Element(given.path() + ".control_curve", rule), draft.model);
        draft.ownParameters.add(choice);
        return Quantity.of(choice);
    }

    /** Reads the least and the greatest volume. */
    static void readBounds(Element given, Store store, Draft draft) {
        store.minVolume = draft.model.quantity(given.get("min_volume"), 0);
        store.maxVolume = draft.model.quantity(given.get("max_volume"), 0);
        checkVolume(given, "min_volume", store.minVolume);
        checkVolume(given, "max_volume", store.maxVolume);
        if (store.minVolume.fixed() && store.maxVolume.fixed() && store.minVolume.at(0) > store.maxVolume.at(0)) {
            throw given.fail(
                    "min_volume " + store.minVolume.at(0) + " is above max_volume " + store.maxVolume.at(0),
                    given.has("max_volume") ? "the two are swapped." : "max_volume is missing.");
        }
    }

    /** Reads the least, greatest and first volume. */
    static void readVolumes(Element given, Store store, Draft draft) {
        readBounds(given, store, draft);
        Element initial = given.get("initial_volume");
        Element share = given.get("initial_volume_pc");
        if (initial.missing() && share.missing() && !store.maxVolume.is(0)) {
            throw given.fail("no initial volume", "give 'initial_volume' or 'initial_volume_pc'.");
        }
        Quantity first = initial.given() ? draft.model.quantity(initial, 0) : null;
        if (first != null) {
            checkVolume(given, "initial_volume", first);
        }
        Quantity part = share.given() ? draft.model.quantity(share, 0) : null;
        if (part != null && part.fixed() && !(part.at(0) >= 0 && part.at(0) <= 1)) {
            throw share.fail("a share of " + part.at(0), "give it from 0 to 1; 0.5 is half full.");
        }
        // the share wins where it says a volume: where the greatest volume is a plain number
        boolean plain =
                given.get("max_volume").missing() || given.get("max_volume").isNumber();
        store.startAt(first == null && part == null ? draft.fixed(0) : plain && part != null ? null : first, part);
    }

    private static void checkVolume(Element given, String field, Quantity volume) {
        if (volume.fixed() && !(volume.at(0) >= 0)) {
            throw given.get(field).fail("a volume of " + volume.at(0), "volumes count from 0 at the bottom.");
        }
        if (volume.fixed() && Double.isInfinite(volume.at(0)) && !field.equals("max_volume")) {
            throw given.get(field).fail("an infinite volume", "give a finite one.");
        }
    }
}

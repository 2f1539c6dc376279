package org.darya.basin.network;

import java.util.ArrayList;
import java.util.List;
import org.darya.basin.model.Formula;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/**
 * The zones of a store, each with a worth of its own: {@code "zones": [{"name": …, "to": volume, "cost": …}, …]} from the bottom
 * up, the last reaching to the greatest volume. A zone is an arc between the store and its filling, so that a step may leave one
 * zone and enter the next, at the price of each.
 *
 * <p>Costs must not fall from the bottom up: else a higher zone would be filled before a lower one.
 */
final class Zones {

    private final Store store;
    private final Draft draft;
    private final List<Parameter> needs = new ArrayList<>();

    private Zones(Store store, Draft draft) {
        this.store = store;
        this.draft = draft;
        need(store.minVolume);
        need(store.maxVolume);
    }

    /** Lays the arcs of the zones from the vertex where water meets to the one of the filling. */
    static void lay(Element zones, Store store, Draft draft, int vertex, int filling) {
        new Zones(store, draft).lay(zones.items(), vertex, filling);
    }

    private void lay(List<Element> zones, int vertex, int filling) {
        Quantity bottom = store.minVolume;
        Quantity cheaper = draft.fixed(Double.NEGATIVE_INFINITY);
        for (int i = 0; i < zones.size(); i++) {
            Element zone = zones.get(i);
            boolean last = i == zones.size() - 1;
            if (last && zone.has("to")) {
                throw zone.get("to")
                        .fail("the last zone has an end", "leave it out: it reaches to the greatest volume.");
            }
            Quantity top = last ? store.maxVolume : draft.model.quantity(zone.need("to"), 0);
            Quantity cost = draft.model.quantity(zone.need("cost"), 0);
            if (cost.fixed() && cheaper.fixed() && !(cost.at(0) >= cheaper.at(0))) {
                throw zone.get("cost")
                        .fail(
                                "a cost of " + cost.at(0) + " above a zone of " + cheaper.at(0),
                                "give the zones from the bottom up; water higher up is worth less.");
            }
            need(top);
            draft.zone(
                    store.name() + " (" + zone.get("name").text("zone " + (i + 1)) + ")",
                    vertex,
                    filling,
                    room(bottom, top, true),
                    room(bottom, top, false),
                    cost);
            bottom = top;
            cheaper = cost;
        }
    }

    private void need(Quantity quantity) {
        if (quantity.source() != null) {
            needs.add(quantity.source());
        }
    }

    /** What a zone can give in a step (negative), or take. */
    private Quantity room(Quantity bottom, Quantity top, boolean give) {
        Parameter room = Formula.ofState(draft.model.size(), List.copyOf(needs), (step, s) -> {
            double min = store.minVolume.at(s);
            double max = store.maxVolume.at(s);
            double from = Math.clamp(bottom.at(s), min, max);
            double to = Math.clamp(top.at(s), from, max);
            double content = Math.clamp(store.volume[s] - from, 0, to - from);
            return (give ? -content : to - from - content) / step.days();
        });
        draft.ownParameters.add(room);
        return Quantity.of(room);
    }
}

package org.darya.basin.network;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 * <p>Costs must not fall from the bottom up: else a higher zone would be filled before a lower one. An end that is a plain number
 * must lie in the store and not below the zone beneath; one that varies is cut to that. Together the zones give and take what the
 * store does: the lowest takes what is missing to the least volume, the highest gives what stands above the greatest.
 */
final class Zones {

    private final Element given;
    private final Store store;
    private final Draft draft;

    private Zones(Element given, Store store, Draft draft) {
        this.given = given;
        this.store = store;
        this.draft = draft;
    }

    /** Lays the arcs of the zones from the vertex where water meets to the one of the filling. */
    static void lay(Element zones, Store store, Draft draft, int vertex, int filling) {
        new Zones(zones, store, draft).lay(vertex, filling);
    }

    private void lay(int vertex, int filling) {
        List<Element> zones = given.items();
        if (zones.isEmpty()) {
            throw given.fail("the list is empty", "leave it out, and give the store a cost.");
        }
        Quantity bottom = store.minVolume;
        Quantity lowerCost = draft.fixed(Double.NEGATIVE_INFINITY);
        for (int i = 0; i < zones.size(); i++) {
            Element zone = zones.get(i);
            boolean lowest = i == 0;
            boolean highest = i == zones.size() - 1;
            Quantity from = bottom;
            Quantity to = highest ? top(zone) : end(zone.need("to"), bottom);
            Quantity cost = cost(zone.need("cost"), lowerCost);
            draft.zone(
                    store.name() + " (" + zone.get("name").text("zone " + (i + 1)) + ")",
                    vertex,
                    filling,
                    room(
                            (volume, s) -> Math.min(from.at(s) - (highest ? volume : Math.min(volume, to.at(s))), 0),
                            from,
                            to),
                    room(
                            (volume, s) -> Math.max(to.at(s) - (lowest ? volume : Math.max(volume, from.at(s))), 0),
                            from,
                            to),
                    cost);
            bottom = to;
            lowerCost = cost;
        }
    }

    private Quantity top(Element highest) {
        if (highest.has("to")) {
            throw highest.get("to")
                    .fail("the last zone has an end", "leave it out: it reaches to the greatest volume.");
        }
        return store.maxVolume;
    }

    /** Where a zone ends: not below its bottom, not above the store. */
    private Quantity end(Element at, Quantity bottom) {
        Quantity end = draft.model.quantity(at, 0);
        Quantity max = store.maxVolume;
        if (end.fixed() && bottom.fixed() && !(end.at(0) >= bottom.at(0))) {
            throw at.fail(
                    "an end of " + end.at(0) + " below " + bottom.at(0) + ", where the zone begins",
                    "give the zones from the bottom up, above min_volume.");
        }
        if (end.fixed() && max.fixed() && end.at(0) > max.at(0)) {
            throw at.fail(
                    "an end of " + end.at(0) + " above max_volume " + max.at(0),
                    "it is in another unit; only the last zone, which has no end, reaches to max_volume.");
        }
        if (end.fixed() && bottom.fixed() && max.fixed()) {
            return end;
        }
        return own(Formula.of(
                draft.model.size(),
                sources(end, bottom, max),
                (step, s) -> Math.max(bottom.at(s), Math.min(end.at(s), max.at(s)))));
    }

    /** A cost that does not fall below that of the zone beneath; one that varies is looked at as it comes. */
    private Quantity cost(Element at, Quantity lower) {
        Quantity cost = draft.model.quantity(at, 0);
        if (cost.fixed() && lower.fixed()) {
            checkCost(at, cost.at(0), lower.at(0), "");
            return cost;
        }
        return own(Formula.of(draft.model.size(), sources(cost, lower), (step, s) -> {
            checkCost(at, cost.at(s), lower.at(s), " on " + step.start());
            return cost.at(s);
        }));
    }

    private static void checkCost(Element at, double cost, double lower, String when) {
        if (Double.isInfinite(cost)) {
            throw at.fail("a cost of " + cost + when, "write how much it is, in the unit of the other costs.");
        }
        if (cost < lower) {
            throw at.fail(
                    "a cost of " + cost + " above a zone of " + lower + when,
                    "give the zones from the bottom up; water higher up is worth less.");
        }
    }

    private interface Room {
        double of(double volume, int scenario);
    }

    /** What a zone can give in a step (negative), or take. */
    private Quantity room(Room room, Quantity from, Quantity to) {
        return own(Formula.ofState(
                draft.model.size(), sources(from, to), (step, s) -> room.of(store.volume[s], s) / step.days()));
    }

    private Quantity own(Parameter parameter) {
        draft.ownParameters.add(parameter);
        return Quantity.of(parameter);
    }

    private static List<Parameter> sources(Quantity... quantities) {
        return Stream.of(quantities)
                .map(Quantity::source)
                .filter(Objects::nonNull)
                .toList();
    }
}

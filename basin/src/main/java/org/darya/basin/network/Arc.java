package org.darya.basin.network;

import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.jspecify.annotations.Nullable;

/**
 * An arc of the network, before numbers are put in.
 *
 * @param name what it stands for, for messages; empty for an edge
 * @param from vertex where it begins, 0 being the outside world
 * @param to vertex where it ends
 * @param lower least flow
 * @param upper greatest flow
 * @param cost cost of a unit of flow
 * @param store if given, the arc is the filling of this store and its box follows from the volume
 * @param rank place in the model, for the tie rule; negative for an edge
 * @param zone true if the arc is a zone of a store, through which water comes and goes
 */
record Arc(
        String name,
        int from,
        int to,
        Quantity lower,
        Quantity upper,
        Quantity cost,
        @Nullable Store store,
        int rank,
        boolean zone) {

    boolean isEdge() {
        return rank < 0;
    }

    /** True if water may stay at the start of this arc. */
    boolean keepsWater() {
        return store != null || zone;
    }

    Arc between(int newFrom, int newTo) {
        return new Arc(name, newFrom, newTo, lower, upper, cost, store, rank, zone);
    }
}

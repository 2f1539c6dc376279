package org.darya.basin.network;

import java.util.Map;
import org.darya.basin.read.Element;

/**
 * Where edges join a node.
 *
 * @param in vertex that upstream edges lead to, -1 if there can be none
 * @param out vertex that downstream edges leave from, -1 if there can be none
 * @param slots vertices of the named or numbered outlets, if there are several
 */
record Port(int in, int out, Map<String, Integer> slots) {

    Port(int in, int out) {
        this(in, out, Map.of());
    }

    /** The vertex of an outlet; the first if none is named. */
    int outlet(Element slot) {
        if (slot.missing() || slots.isEmpty()) {
            return out;
        }
        Integer vertex = slots.get(slot.key());
        if (vertex == null) {
            throw slot.fail("there is no outlet " + slot.show(), "it is one of " + slots.keySet() + ".");
        }
        return vertex;
    }
}

package org.darya.basin.network;

import java.util.List;
import org.darya.basin.model.Quantity;

/** Rows that keep flows in a ratio. */
final class Ratios {

    private Ratios() {}

    /** Keeps {@code flow[i] / factor[i]} the same for all: {@code factor[i] flow[0] - factor[0] flow[i] = 0}. */
    static void bind(Draft draft, String name, List<LinearFlow> parts, List<Quantity> factors) {
        Quantity first = Derived.of(draft, factors.get(0), k -> -k);
        for (int i = 1; i < parts.size(); i++) {
            draft.row(
                    name,
                    List.of(parts.get(0), parts.get(i)),
                    List.of(factors.get(i), first),
                    draft.fixed(0),
                    draft.fixed(0));
        }
    }
}

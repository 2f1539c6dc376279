package org.darya.basin.network;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.darya.basin.model.Formula;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.read.Element;

/** Quantities that follow from others. */
final class Derived {

    private Derived() {}

    /** A function of a quantity. */
    static Quantity of(Draft draft, Quantity quantity, DoubleUnaryOperator function) {
        if (quantity.fixed()) {
            return draft.fixed(function.applyAsDouble(quantity.at(0)));
        }
        Parameter derived =
                Formula.ofState(draft.model.size(), List.of(), (step, s) -> function.applyAsDouble(quantity.at(s)));
        draft.ownParameters.add(derived);
        return Quantity.of(derived);
    }

    /** The delay of a node in steps, from {@code timesteps} or {@code days}. */
    static int steps(Element given, Draft draft) {
        // what lies farther back than the run is as if never seen
        int longest = draft.model.timeline().steps().size() + 1;
        int steps = given.get("timesteps").integer(0);
        if (steps > 0) {
            return Math.min(steps, longest);
        }
        int days = given.need("days").integer();
        int length = draft.model.timeline().steps().get(0).days();
        if (days < length || days % length != 0) {
            throw given.get("days")
                    .fail(days + " days are not a whole number of steps of " + length + " days", "use 'timesteps'.");
        }
        return Math.min(days / length, longest);
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/**
 * A virtual storage: a licence or allowance that flows elsewhere draw on. It starts with a volume, goes down by
 * {@code factor x flow} of its nodes, and is filled up again by its {@link Renewal}.
 */
final class Account extends Store {

    Node[] members = {};
    double[] factors = {};
    Renewal renewal = Renewal.NEVER;
    /** Filled up to the first volume instead of the greatest one. */
    boolean toInitial;

    /** The greatest volume is a parameter, which is not known before the first step. */
    boolean capacityVaries;

    private boolean active = true;

    Account(String name, String type, int size) {
        super(name, type, size);
    }

    /** True while the account binds. */
    boolean active() {
        return active;
    }

    @Override
    public void reset() {
        super.reset();
        renewal.reset(this);
        active = true;
    }

    /** Fills the account up if its time has come. */
    void before(Step step) {
        active = renewal.before(this, step);
    }

    /** Fills the account up. */
    void refill(Step step) {
        boolean back = toInitial || (capacityVaries && step.index() == 0);
        for (int s = 0; s < volume.length; s++) {
            if (back) {
                restart(s);
            } else {
                fillUp(s);
            }
        }
    }

    @Override
    public void update(Step step, int s) {
        double drawn = 0;
        for (int i = 0; i < members.length; i++) {
            drawn += factors[i] * members[i].flow[s];
        }
        flow[s] = active ? -drawn : 0;
        if (active) {
            settle(s, renewal.adjusted(this, s, volume[s] - drawn * step.days(), drawn * step.days()));
        }
    }

    /** Finishes the account once all nodes are laid out. */
    void bind(Element given, Draft draft) {
        List<Element> names = given.need("nodes").items();
        List<LinearFlow> parts = new ArrayList<>();
        for (Element name : names) {
            LinearFlow flow = draft.flowOf(name, "a virtual storage");
            if (flow.arcs().length != 1) {
                throw name.fail(
                        "the node " + name.show()
                                + " is made of several flows and cannot be drawn on a virtual storage",
                        "name a link before or after it.");
            }
            parts.add(flow);
        }
        members = names.stream().map(draft.model::node).toArray(Node[]::new);
        factors = given.has("factors") ? given.get("factors").numbers() : new double[members.length];
        if (!given.has("factors")) {
            Arrays.fill(factors, 1);
        }
        if (factors.length != members.length || members.length == 0) {
            throw given.fail(factors.length + " factors for " + members.length + " nodes", "give one factor a node.");
        }
        List<Quantity> coefficients = new ArrayList<>();
        for (double factor : factors) {
            coefficients.add(draft.fixed(factor));
        }
        draft.row(name(), parts, coefficients, draft.fixed(0), draft.fixed(0), this);
    }
}

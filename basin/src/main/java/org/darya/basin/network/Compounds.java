package org.darya.basin.network;

import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.parameter.DelayedFlow;
import org.darya.basin.read.Element;

/** Nodes made of a few arcs: break links, losing links and delays. */
final class Compounds {

    private Compounds() {}

    static void register(Map<String, NodeType> types) {
        types.put("breaklink", new BreakLink());
        types.put("losslink", new LossLink());
        types.put("delaynode", new Delay());
        types.put("delay", new Delay());
    }

    /** A link that routes do not cross; for the balance it is a link, but its empty store and link show in results. */
    private record BreakLink() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new Node(given.need("name").text(), "BreakLink", size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            Primitives.readBox(given, node, draft);
            Store store = draft.extra(new Store(node.name() + " (storage)", "Storage", draft.model.size()));
            Node link = draft.extra(new Node(node.name() + " (link)", "Link", draft.model.size()));
            int in = draft.vertex();
            int out = draft.vertex();
            int arc = draft.arc(node, in, out);
            draft.flows.put(store, new LinearFlow(new int[0], new double[0]));
            draft.flows.put(link, LinearFlow.of(arc));
            draft.flows.put(node, LinearFlow.of(arc));
            draft.ports.put(node.name(), new Port(in, out));
        }
    }

    /** A link that loses a share of its net flow (what arrives) or of its gross flow (what enters). */
    private record LossLink() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new Node(given.need("name").text(), "LossLink", size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            Primitives.readBox(given, node, draft);
            int in = draft.vertex();
            int out = draft.vertex();
            int net = draft.arc(node, in, out);
            draft.flows.put(node, LinearFlow.of(net));
            draft.ports.put(node.name(), new Port(in, out));
            if (given.get("loss_factor").missing()) {
                return;
            }
            Quantity factor = draft.model.quantity(given.get("loss_factor"), 0);
            if (factor.fixed() && !(factor.at(0) >= 0)) {
                throw given.get("loss_factor")
                        .fail("a loss of " + factor.at(0), "give the share that is lost, from 0 up.");
            }
            int lost = draft.arc(
                    node.name() + " (loss)",
                    in,
                    0,
                    draft.fixed(0),
                    draft.fixed(Double.POSITIVE_INFINITY),
                    draft.fixed(0));
            // loss - k net = 0, or for the gross kind (1 - k) loss - k net = 0
            boolean gross = switch (given.get("loss_factor_type").word("net")) {
                case "net" -> false;
                case "gross" -> true;
                default -> throw given.get("loss_factor_type").fail("it is neither net nor gross", "use \"net\".");
            };
            Quantity kept = gross ? Derived.of(draft, factor, k -> 1 - k) : draft.fixed(1);
            Quantity taken = Derived.of(draft, factor, k -> -k);
            draft.row(
                    node.name() + " (loss share)",
                    List.of(LinearFlow.of(lost), LinearFlow.of(net)),
                    List.of(kept, taken),
                    draft.fixed(0),
                    draft.fixed(0));
            Node sum = draft.extra(new Node(node.name() + " Aggregated", "AggregatedNode", draft.model.size()));
            draft.flows.put(sum, LinearFlow.of(net, lost));
        }
    }

    /** Takes in water and gives out what it took in some steps before. */
    private record Delay() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new Node(given.need("name").text(), "DelayNode", size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            int in = draft.vertex();
            int out = draft.vertex();
            int taken = draft.arc(
                    node.name() + " (inflow)",
                    in,
                    0,
                    draft.fixed(0),
                    draft.fixed(Double.POSITIVE_INFINITY),
                    draft.fixed(0));
            Node inflow = new Node(node.name() + " (inflow)", "Output", draft.model.size());
            draft.flows.put(inflow, LinearFlow.of(taken));
            DelayedFlow delayed = new DelayedFlow(
                    draft.model.size(),
                    inflow,
                    Derived.steps(given, draft),
                    given.get("initial_flow").number(0));
            delayed.rename(node.name() + " - delay parameter");
            draft.ownParameters.add(delayed);
            Quantity flow = Quantity.of(delayed);
            int given2 = draft.arc(node.name() + " (outflow)", 0, out, flow, flow, draft.fixed(0));
            draft.flows.put(node, LinearFlow.of(given2));
            draft.ports.put(node.name(), new Port(in, out));
        }
    }
}

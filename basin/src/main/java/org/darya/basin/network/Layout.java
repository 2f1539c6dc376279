package org.darya.basin.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.read.Element;

/** Lays a whole model out: nodes, edges, groups, accounts. */
public final class Layout {

    private Layout() {}

    /**
     * Builds the network of a model.
     *
     * @param model gives access to parameters and tables
     * @param nodes the nodes, created but without attributes; the layout adds the ones that types make by themselves
     * @param nodeList the nodes as described
     * @param edgeList the edges as described
     */
    public static Network build(ModelContext model, Map<String, Node> nodes, Element nodeList, Element edgeList) {
        Draft draft = new Draft(model, nodes);
        for (Element given : nodeList.items()) {
            NodeTypes.type(given).lay(given, model.node(given.get("name")), draft);
        }
        for (Element given : nodeList.items()) {
            switch (model.node(given.get("name"))) {
                case Group group -> group.bind(given, draft);
                case ShareGroup group -> group.bind(given, draft);
                case Account account -> account.bind(given, draft);
                default -> {}
            }
        }
        edges(draft, edgeList);
        Routes.check(draft, nodeList);
        return Network.of(draft, Reduction.reduce(draft));
    }

    private static void edges(Draft draft, Element edgeList) {
        Set<List<Object>> seen = new HashSet<>();
        for (Element edge : edgeList.items()) {
            List<Element> ends = edge.items();
            if (ends.size() != 2 && ends.size() != 4) {
                throw edge.fail(
                        "an edge of " + ends.size() + " parts", "write [from, to] or [from, to, outlet, inlet].");
            }
            Port from = port(draft, ends.get(0));
            Port to = port(draft, ends.get(1));
            if (ends.get(0).text().equals(ends.get(1).text())) {
                throw edge.fail("the edge leads from a node to itself", "one of the two names is mistyped.");
            }
            int start = from.outlet(ends.size() == 4 ? ends.get(2) : new Element(edge.path(), null));
            if (seen.add(List.of(start, to.in()))) {
                draft.edge(start, to.in());
            }
        }
    }

    private static Port port(Draft draft, Element name) {
        Node node = draft.model.node(name);
        Port port = draft.ports.get(node.name());
        if (port == null) {
            throw name.fail(
                    "no edge can join the node " + name.show() + " of type " + node.type(),
                    "edges join nodes that water passes.");
        }
        return port;
    }
}

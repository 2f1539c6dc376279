package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.read.Element;

/**
 * A group of users who are cut alike: each gets the same share of its {@code max_flow} as far as the network allows. It is
 * not a type of Pywr. Its flow is that of all members together.
 */
final class ShareGroup extends Node {

    private ShareGroup(String name, int size) {
        super(name, "EqualShare", size);
    }

    static void register(Map<String, NodeType> types) {
        types.put("equalshare", new Type());
    }

    private record Type() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new ShareGroup(given.need("name").text(), size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            // its members may stand after it
        }
    }

    /** Finishes the group once all nodes are laid out. */
    void bind(Element given, Draft draft) {
        List<Element> names = given.need("nodes").items();
        if (names.size() < 2) {
            throw given.get("nodes").fail("a group of " + names.size() + " members", "name two users or more.");
        }
        List<LinearFlow> flows = names.stream().map(name -> member(name, draft)).toList();
        Node[] members = names.stream().map(draft.model::node).toArray(Node[]::new);
        if (Arrays.stream(members).distinct().count() < members.length) {
            throw given.get("nodes").fail("a member is named twice", "take it out once.");
        }
        int size = draft.model.size();
        Quantity wanted = own(draft, Formula.ofState(size, List.of(), (step, s) -> sum(members, s)));
        int arc = draft.arc(name(), 0, 0, draft.fixed(0), wanted, draft.fixed(0));
        draft.sharingArcs.add(arc);
        for (int i = 0; i < members.length; i++) {
            Node member = members[i];
            Quantity part = own(draft, Formula.ofState(size, List.of(), (step, s) -> part(member, members, s)));
            draft.row(
                    name(),
                    List.of(flows.get(i), LinearFlow.of(arc)),
                    List.of(draft.fixed(1), part),
                    draft.fixed(0),
                    draft.fixed(0));
        }
        List<Integer> arcs = new ArrayList<>();
        flows.forEach(flow -> arcs.add(flow.arcs()[0]));
        draft.flows.put(
                this, LinearFlow.of(arcs.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static LinearFlow member(Element name, Draft draft) {
        Node node = draft.model.node(name);
        LinearFlow flow = draft.flowOf(name, "an equal share");
        if (flow.arcs().length != 1) {
            throw name.fail(
                    "the node " + name.show() + " is made of several flows and cannot share", "name an output.");
        }
        if (node.maxFlow.fixed() && Double.isInfinite(node.maxFlow.at(0))) {
            throw name.fail("the node " + name.show() + " wants without end", "give it a max_flow.");
        }
        if (!node.minFlow.is(0)) {
            throw name.fail(
                    "the node " + name.show() + " has a min_flow, which no share may cut", "take one of the two away.");
        }
        return flow;
    }

    private static Quantity own(Draft draft, Parameter parameter) {
        draft.ownParameters.add(parameter);
        return Quantity.of(parameter);
    }

    private static double sum(Node[] members, int s) {
        double sum = 0;
        for (Node member : members) {
            sum += member.maxFlow.at(s);
        }
        return sum;
    }

    /** Minus the part of a member in what all want. */
    private static double part(Node member, Node[] members, int s) {
        double all = sum(members, s);
        return all == 0 ? 0 : -member.maxFlow.at(s) / all;
    }
}

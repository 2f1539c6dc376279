package org.darya.basin.network;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.darya.basin.model.Node;
import org.darya.basin.read.Element;

/** The node types by name. */
public final class NodeTypes {

    private static final Map<String, NodeType> TYPES = new HashMap<>();

    static {
        Primitives.register(TYPES);
        Reservoirs.register(TYPES);
        Compounds.register(TYPES);
        Splits.register(TYPES);
        Group.register(TYPES);
        ShareGroup.register(TYPES);
        StoreGroup.register(TYPES);
        Accounts.register(TYPES);
        Aquifer.register(TYPES);
        Shadows.register(TYPES);
    }

    private NodeTypes() {}

    /** Makes the node that an element describes, without attributes. */
    public static Node create(Element given, int size) {
        return type(given).create(given, size);
    }

    static NodeType type(Element given) {
        String name = given.need("type").text();
        NodeType type = TYPES.get(name.toLowerCase(Locale.ROOT));
        if (type == null) {
            throw given.fail(
                    "the node type \"" + name + "\" is not known", "it is mistyped; known are " + names() + ".");
        }
        return type;
    }

    /** The names of all types. */
    public static java.util.Set<String> names() {
        return new TreeSet<>(TYPES.keySet());
    }
}

package org.darya.basin.network;

import org.darya.basin.model.Node;
import org.darya.basin.read.Element;

/** How nodes of one type are made and laid out in the network. */
interface NodeType {

    /** Makes the node, without attributes: they may refer to nodes that are not made yet. */
    Node create(Element given, int size);

    /** Reads the attributes and lays the node out. */
    void lay(Element given, Node node, Draft draft);
}

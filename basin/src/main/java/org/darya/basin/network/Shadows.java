package org.darya.basin.network;

import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/** Nodes that show what happens to a node of another model that runs beside this one. */
final class Shadows {

    private Shadows() {}

    static void register(Map<String, NodeType> types) {
        types.put("shadownode", new ShadowNode());
        types.put("shadowstorage", new ShadowStorage());
    }

    private record ShadowNode() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new Copy(given.need("name").text(), size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            ((Copy) node).original = draft.model.foreignNode(given.need("other_model"), given.need("node"));
        }
    }

    private record ShadowStorage() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new StoreCopy(given.need("name").text(), size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            Node original = draft.model.foreignNode(given.need("other_model"), given.need("node"));
            if (!(original instanceof Store store)) {
                throw given.get("node").fail("the node is not a storage", "use a ShadowNode.");
            }
            ((StoreCopy) node).original = store;
        }
    }

    /** A copy of a flow. */
    static final class Copy extends Node {
        private Node original = this;

        Copy(String name, int size) {
            super(name, "ShadowNode", size);
        }

        void copy(int s) {
            flow[s] = original.flow[s];
        }
    }

    /** A copy of a volume. */
    static final class StoreCopy extends Store {
        private Store original = this;

        StoreCopy(String name, int size) {
            super(name, "ShadowStorage", size);
        }

        @Override
        public void reset() {
            original.reset();
            for (int s = 0; s < volume.length; s++) {
                copy(s);
            }
        }

        @Override
        public void update(Step step, int s) {
            copy(s);
        }

        private void copy(int s) {
            volume[s] = original.volume[s];
            fraction[s] = original.fraction[s];
            flow[s] = original.flow[s];
        }
    }
}

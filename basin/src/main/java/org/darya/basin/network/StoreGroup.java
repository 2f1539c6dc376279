package org.darya.basin.network;

import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/** A store that stands for several others: volumes, bounds and flows are the sums of theirs. */
final class StoreGroup extends Store {

    Store[] members = {};

    StoreGroup(String name, int size) {
        super(name, "AggregatedStorage", size);
    }

    static void register(Map<String, NodeType> types) {
        types.put("aggregatedstorage", new Type());
    }

    private record Type() implements NodeType {
        @Override
        public Node create(Element given, int size) {
            return new StoreGroup(given.need("name").text(), size);
        }

        @Override
        public void lay(Element given, Node node, Draft draft) {
            StoreGroup group = (StoreGroup) node;
            group.members = given.first("storage_nodes", "nodes").items().stream()
                    .map(name -> member(name, node, draft))
                    .toArray(Store[]::new);
            draft.storeGroups.add(group);
        }
    }

    private static Store member(Element name, Node group, Draft draft) {
        Store store = draft.model.store(name);
        if (store == group || store instanceof StoreGroup) {
            throw name.fail("the node " + name.show() + " is itself a group", "name the storages one by one.");
        }
        return store;
    }

    /** Takes the sums before the first step. */
    @Override
    public void reset() {
        for (int s = 0; s < volume.length; s++) {
            sum(s);
        }
    }

    @Override
    public void update(Step step, int s) {
        sum(s);
    }

    private void sum(int s) {
        double stored = 0;
        double room = 0;
        double filling = 0;
        for (Store member : members) {
            stored += member.volume[s];
            room += member.maxVolume.at(s);
            filling += member.flow[s];
        }
        volume[s] = stored;
        flow[s] = filling;
        fraction[s] = share(stored, room);
    }
}

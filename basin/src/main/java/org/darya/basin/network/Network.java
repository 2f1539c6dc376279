package org.darya.basin.network;

import java.util.Arrays;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;

/** A network that runs: its nodes, and the problem that is filled and solved for each step and scenario. */
public final class Network {

    private final Problem problem;
    private final List<Node> nodes;
    private final int[] zones;
    private final List<Parameter> parameters;
    private final Account[] accounts;
    private final StoreGroup[] storeGroups;
    private final Store[] stores;
    private final Loading loading;
    private final Readout readout;

    private Network(Draft draft, List<Arc> arcs) {
        int[] from = arcs.stream().mapToInt(Arc::from).toArray();
        int[] to = arcs.stream().mapToInt(Arc::to).toArray();
        int vertices = 1;
        for (int a = 0; a < from.length; a++) {
            vertices = Math.max(vertices, Math.max(from[a], to[a]) + 1);
        }
        int[] place = places(draft, arcs);
        Row[] rows = draft.rows.toArray(Row[]::new);
        problem = new Problem(
                vertices,
                from,
                to,
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.arcs()).map(a -> place[a]).toArray())
                        .toArray(int[][]::new),
                arcs.stream().map(Arc::name).toList(),
                draft.rows.stream().map(Row::name).toList());
        problem.sharing(draft.sharingArcs.stream().map(a -> place[a]).toList());
        zones = draft.zones.stream().mapToInt(a -> place[a]).toArray();
        nodes = List.copyOf(draft.nodes.values());
        parameters = List.copyOf(draft.ownParameters);
        accounts = draft.accounts.toArray(Account[]::new);
        storeGroups = draft.storeGroups.toArray(StoreGroup[]::new);
        stores = nodes.stream()
                .filter(node -> node instanceof Store && !(node instanceof StoreGroup))
                .toArray(Store[]::new);
        loading = new Loading(problem, arcs, rows);
        readout = new Readout(draft, problem.flow, place, stores);
    }

    static Network of(Draft draft, List<Arc> arcs) {
        return new Network(draft, arcs);
    }

    /** Where each arc of the draft stands after the reduction; edges stand nowhere. */
    private static int[] places(Draft draft, List<Arc> arcs) {
        int[] place = new int[draft.arcs.size()];
        for (int a = 0; a < arcs.size(); a++) {
            if (!arcs.get(a).isEdge()) {
                place[arcs.get(a).rank()] = a;
            }
        }
        return place;
    }

    /** The problem that is filled and solved. */
    public Problem problem() {
        return problem;
    }

    /** All nodes in the order of the model, then those that types made by themselves. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The arcs of the problem that make up the flow of a node; none for groups and accounts. */
    public int[] arcsOf(Node node) {
        return readout.arcsOf(node);
    }

    /** The arcs of the problem that are zones of stores: what they carry, the filling of the store carries too. */
    public int[] zones() {
        return zones.clone();
    }

    /** Parameters that nodes made for themselves. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Prepares for a run. */
    public void reset() {
        loading.reset();
        for (Node node : nodes) {
            if (!(node instanceof StoreGroup)) {
                node.reset();
            }
        }
        for (StoreGroup group : storeGroups) {
            group.reset();
        }
    }

    /**
     * Takes first volumes that parameters give, once these are calculated for the first step.
     *
     * @return true if there are such volumes
     * @throws BasinException if a first volume is negative, infinite or not a number
     */
    public boolean start() {
        boolean any = false;
        for (Store store : stores) {
            if (!store.startsFixed()) {
                store.reset();
                any = true;
            }
            for (double volume : store.volume) {
                if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY)) {
                    throw new BasinException(
                            "nodes \"" + store.name() + '"',
                            "a first volume of " + volume,
                            "the parameter of initial_volume has the wrong sign, or there is no max_volume to take a share of.");
                }
            }
        }
        for (StoreGroup group : storeGroups) {
            group.reset();
        }
        return any;
    }

    /** Fills up accounts whose time has come; comes first in a step. */
    public void before(Step step) {
        for (Account account : accounts) {
            account.before(step);
        }
    }

    /**
     * Puts the numbers of a scenario into the problem.
     *
     * @throws BasinException if a number is none, or a least one is above a greatest one
     */
    public void load(Step step, int s) {
        loading.load(step, s);
    }

    /** Takes flows out of the answer and brings volumes to the end of the step. */
    public void unload(Step step, int s) {
        readout.unload(step, s);
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.time.Step;

/** Takes the flows of a scenario out of the answer and brings volumes to the end of the step. */
final class Readout {

    private final double[] answer;
    private final Node[] simple;
    private final int[] simpleArcs;
    private final double[][] simpleFlows;
    private final Node[] composed;
    private final LinearFlow[] compositions;
    private final Group[] groups;
    private final Shadows.Copy[] copies;
    private final double[][] filling;
    private final double[][] volume;
    private final double[][] fraction;
    private final Numbers min;
    private final Numbers max;
    private final Store[] otherStores;
    private final StoreGroup[] storeGroups;

    /**
     * Prepares to read.
     *
     * @param answer flow of each arc after a solve
     * @param place where each arc of the draft stands in the answer
     */
    Readout(Draft draft, double[] answer, int[] place, Store[] stores) {
        this.answer = answer;
        // plain stores are many; their numbers are taken from the arrays at once
        Store[] plain = Arrays.stream(stores)
                .filter(store -> store.getClass() == Store.class)
                .toArray(Store[]::new);
        otherStores = Arrays.stream(stores)
                .filter(store -> store.getClass() != Store.class)
                .toArray(Store[]::new);
        filling = Arrays.stream(plain).map(store -> store.flow).toArray(double[][]::new);
        volume = Arrays.stream(plain).map(store -> store.volume).toArray(double[][]::new);
        fraction = Arrays.stream(plain).map(store -> store.fraction).toArray(double[][]::new);
        min = new Numbers(List.of(plain), store -> store.minVolume);
        max = new Numbers(List.of(plain), store -> store.maxVolume);
        groups = draft.groups.toArray(Group[]::new);
        storeGroups = draft.storeGroups.toArray(StoreGroup[]::new);
        copies = draft.nodes.values().stream()
                .filter(Shadows.Copy.class::isInstance)
                .toArray(Shadows.Copy[]::new);
        List<Node> one = new ArrayList<>();
        List<Integer> oneArc = new ArrayList<>();
        List<Node> several = new ArrayList<>();
        List<LinearFlow> sums = new ArrayList<>();
        for (Map.Entry<Node, LinearFlow> entry : draft.flows.entrySet()) {
            LinearFlow flow = entry.getValue();
            int[] at = Arrays.stream(flow.arcs()).map(a -> place[a]).toArray();
            if (at.length == 1 && flow.weights()[0] == 1) {
                one.add(entry.getKey());
                oneArc.add(at[0]);
            } else {
                several.add(entry.getKey());
                sums.add(new LinearFlow(at, flow.weights()));
            }
        }
        simple = one.toArray(Node[]::new);
        simpleArcs = oneArc.stream().mapToInt(Integer::intValue).toArray();
        simpleFlows = one.stream().map(node -> node.flow).toArray(double[][]::new);
        composed = several.toArray(Node[]::new);
        compositions = sums.toArray(LinearFlow[]::new);
    }

    /** The arcs that make up the flow of a node; none for groups and accounts. */
    int[] arcsOf(Node node) {
        for (int i = 0; i < simple.length; i++) {
            if (simple[i] == node) {
                return new int[] {simpleArcs[i]};
            }
        }
        for (int i = 0; i < composed.length; i++) {
            if (composed[i] == node) {
                return compositions[i].arcs().clone();
            }
        }
        return new int[0];
    }

    /** Takes the flows of a scenario. */
    void unload(Step step, int s) {
        for (int i = 0; i < simpleArcs.length; i++) {
            simpleFlows[i][s] = answer[simpleArcs[i]];
        }
        for (int i = 0; i < composed.length; i++) {
            LinearFlow sum = compositions[i];
            double total = 0;
            for (int k = 0; k < sum.arcs().length; k++) {
                total += sum.weights()[k] * answer[sum.arcs()[k]];
            }
            composed[i].flow[s] = total;
        }
        for (Group group : groups) {
            group.sum(s);
        }
        for (Shadows.Copy copy : copies) {
            copy.copy(s);
        }
        settle(step, s);
        for (Store store : otherStores) {
            store.update(step, s);
        }
        for (StoreGroup group : storeGroups) {
            group.update(step, s);
        }
    }

    /** As {@link Store#update}, for all plain stores. */
    private void settle(Step step, int s) {
        int days = step.days();
        for (int i = 0; i < volume.length; i++) {
            double greatest = max.at(i, s);
            double now = Store.settled(volume[i][s] + filling[i][s] * days, min.at(i, s), greatest);
            volume[i][s] = now;
            fraction[i][s] = Store.share(now, greatest);
        }
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.basin.BasinException;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;

/** A network that runs: puts the numbers of a scenario into the problem and takes flows and volumes out of the answer. */
public final class Network {

    /**
     * Weight of the tie rule. Among plans whose cost differs by less than about this times the flow, water goes to the node
     * that the model lists first; the weights are distinct, so the choice is one and the same on every machine.
     */
    static final double TIE = 1e-7;

    /** Bounds and costs smaller than this are zero. */
    private static final double NOTHING = 1e-8;

    private final Problem problem;
    private final List<Node> nodes;
    private final List<Parameter> parameters;
    private final Account[] accounts;
    private final StoreGroup[] storeGroups;
    private final Group[] groups;
    private final Shadows.Copy[] copies;
    private final Store[] stores;
    private final Store[] filled;
    private final int[] filledArcs;
    private final int[] varyingArcs;
    private final double[][] varyingLower;
    private final double[][] varyingUpper;
    private final int[] pricedArcs;
    private final double[][] prices;
    private final double[] tie;
    private final Row[] rows;
    private final Node[] simple;
    private final int[] simpleArcs;
    private final Node[] composed;
    private final LinearFlow[] compositions;

    private Network(Draft draft, List<Arc> arcs) {
        int[] from = arcs.stream().mapToInt(Arc::from).toArray();
        int[] to = arcs.stream().mapToInt(Arc::to).toArray();
        int vertices = 1;
        for (int a = 0; a < from.length; a++) {
            vertices = Math.max(vertices, Math.max(from[a], to[a]) + 1);
        }
        int[] place = places(draft, arcs);
        rows = draft.rows.toArray(Row[]::new);
        int[][] rowArcs = new int[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            rowArcs[r] =
                    java.util.Arrays.stream(rows[r].arcs()).map(a -> place[a]).toArray();
        }
        problem = new Problem(
                vertices,
                from,
                to,
                rowArcs,
                arcs.stream().map(Arc::name).toList(),
                draft.rows.stream().map(Row::name).toList());
        nodes = List.copyOf(draft.nodes.values());
        parameters = List.copyOf(draft.ownParameters);
        accounts = draft.accounts.toArray(Account[]::new);
        storeGroups = draft.storeGroups.toArray(StoreGroup[]::new);
        groups = draft.groups.toArray(Group[]::new);
        copies = nodes.stream().filter(Shadows.Copy.class::isInstance).toArray(Shadows.Copy[]::new);
        stores = nodes.stream()
                .filter(node -> node instanceof Store && !(node instanceof StoreGroup))
                .toArray(Store[]::new);
        List<Integer> filling = new ArrayList<>();
        List<Integer> varying = new ArrayList<>();
        List<Integer> priced = new ArrayList<>();
        tie = new double[arcs.size()];
        for (int a = 0; a < arcs.size(); a++) {
            Arc arc = arcs.get(a);
            // the golden section keeps the weights, and their small sums, apart
            tie[a] = arc.isEdge()
                    ? TIE * 1e-3 * (1 + a * 0.6180339887498949 % 1)
                    : TIE * (a + a * 0.6180339887498949 % 1 + 1) / arcs.size();
            fix(arc, a);
            if (arc.store() != null) {
                filling.add(a);
            } else if (!arc.lower().fixed() || !arc.upper().fixed()) {
                varying.add(a);
            }
            if (!arc.cost().fixed()) {
                priced.add(a);
            }
        }
        filledArcs = filling.stream().mapToInt(Integer::intValue).toArray();
        filled = filling.stream().map(a -> arcs.get(a).store()).toArray(Store[]::new);
        varyingArcs = varying.stream().mapToInt(Integer::intValue).toArray();
        varyingLower = varying.stream().map(a -> arcs.get(a).lower().values()).toArray(double[][]::new);
        varyingUpper = varying.stream().map(a -> arcs.get(a).upper().values()).toArray(double[][]::new);
        pricedArcs = priced.stream().mapToInt(Integer::intValue).toArray();
        boolean rowsVary = java.util.Arrays.stream(rows)
                .flatMap(row -> java.util.Arrays.stream(row.coefficients()))
                .anyMatch(coefficient -> !coefficient.fixed());
        problem.varying(pricedArcs, rowsVary);
        prices = priced.stream().map(a -> arcs.get(a).cost().values()).toArray(double[][]::new);
        List<Node> one = new ArrayList<>();
        List<Integer> oneArc = new ArrayList<>();
        List<Node> several = new ArrayList<>();
        List<LinearFlow> sums = new ArrayList<>();
        for (Map.Entry<Node, LinearFlow> entry : draft.flows.entrySet()) {
            LinearFlow flow = entry.getValue();
            int[] at = java.util.Arrays.stream(flow.arcs()).map(a -> place[a]).toArray();
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
        composed = several.toArray(Node[]::new);
        compositions = sums.toArray(LinearFlow[]::new);
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

    private void fix(Arc arc, int a) {
        if (arc.lower().fixed()) {
            problem.lower[a] = bound(arc.lower().at(0), a);
        }
        if (arc.upper().fixed()) {
            problem.upper[a] = bound(arc.upper().at(0), a);
        }
        if (arc.cost().fixed()) {
            problem.cost[a] = price(arc.cost().at(0), a) + tie[a];
        }
    }

    private double bound(double value, int arc) {
        if (Double.isNaN(value)) {
            throw new BasinException(
                    problem.arcNames.get(arc),
                    "a bound is not a number (NaN)",
                    "a parameter divides by zero or looks at an empty store.");
        }
        problem.seen(value);
        return Math.abs(value) < NOTHING ? 0 : value;
    }

    private double price(double value, int arc) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new BasinException(problem.arcNames.get(arc), "a cost of " + value, "a parameter divides by zero.");
        }
        return Math.abs(value) < NOTHING ? 0 : value;
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

    /** Parameters that nodes made for themselves. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Prepares for a run. */
    public void reset() {
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
     */
    public boolean start() {
        boolean any = false;
        for (Store store : stores) {
            if (!store.startsFixed()) {
                store.reset();
                any = true;
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

    /** Puts the numbers of a scenario into the problem. */
    public void load(Step step, int s) {
        double days = step.days();
        for (int i = 0; i < varyingArcs.length; i++) {
            int a = varyingArcs[i];
            problem.lower[a] = bound(varyingLower[i][s], a);
            problem.upper[a] = bound(varyingUpper[i][s], a);
        }
        for (int i = 0; i < pricedArcs.length; i++) {
            problem.cost[pricedArcs[i]] = price(prices[i][s], pricedArcs[i]) + tie[pricedArcs[i]];
        }
        for (int i = 0; i < filled.length; i++) {
            Store store = filled[i];
            int a = filledArcs[i];
            double max = store.maxVolume.at(s);
            double min = store.minVolume.at(s);
            double volume = store.volume[s];
            // a store without room must not let rounding through
            problem.lower[a] = max == min ? 0 : bound(-Math.max(volume - min, 0) / days, a);
            problem.upper[a] = max == min ? 0 : bound(Math.max(max - volume, 0) / days, a);
        }
        if (rows.length > 0) {
            loadRows(days, s);
        }
    }

    private void loadRows(double days, int s) {
        for (int r = 0; r < rows.length; r++) {
            Row row = rows[r];
            double[] coefficients = problem.rowCoefficients[r];
            Quantity[] given = row.coefficients();
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = given[i].at(s);
            }
            Account account = row.account();
            if (account == null) {
                problem.rowLower[r] = row.lower().at(s);
                problem.rowUpper[r] = row.upper().at(s);
            } else if (account.active()) {
                problem.rowLower[r] = -snap(Math.max(account.maxVolume.at(s) - account.volume[s], 0) / days);
                problem.rowUpper[r] = snap(Math.max(account.volume[s] - account.minVolume.at(s), 0) / days);
            } else {
                problem.rowLower[r] = Double.NEGATIVE_INFINITY;
                problem.rowUpper[r] = Double.POSITIVE_INFINITY;
            }
        }
    }

    private static double snap(double value) {
        return value < NOTHING ? 0 : value;
    }

    /** Takes flows out of the answer and brings volumes to the end of the step. */
    public void unload(Step step, int s) {
        double[] flow = problem.flow;
        for (int i = 0; i < simple.length; i++) {
            simple[i].flow[s] = flow[simpleArcs[i]];
        }
        for (int i = 0; i < composed.length; i++) {
            LinearFlow sum = compositions[i];
            double total = 0;
            for (int k = 0; k < sum.arcs().length; k++) {
                total += sum.weights()[k] * flow[sum.arcs()[k]];
            }
            composed[i].flow[s] = total;
        }
        for (Group group : groups) {
            group.sum(s);
        }
        for (Shadows.Copy copy : copies) {
            copy.copy(s);
        }
        for (Store store : stores) {
            store.update(step, s);
        }
        for (StoreGroup group : storeGroups) {
            group.update(step, s);
        }
    }
}

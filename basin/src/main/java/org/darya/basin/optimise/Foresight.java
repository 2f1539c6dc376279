package org.darya.basin.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;

/**
 * What could be had if the future were known: the networks of all steps joined into one by the water that stores carry from
 * step to step, solved at once. Stores must end as full as the simulation left them.
 *
 * <p>Bounds that follow from the state (control curves, evaporation) are those of the simulation; side rows and the zones of
 * stores are left out. All this makes the answer a bound for what any way of sharing can reach, not a plan.
 *
 * @param simulated cost of the simulation over the run, the value of stored water aside
 * @param foreseen cost with foresight
 * @param gains for each node with a cost: volume in the simulation, volume with foresight
 */
public record Foresight(double simulated, double foreseen, Map<String, double[]> gains) {

    /**
     * The problem of a step and its answer.
     *
     * @param volume volume of each store after the step, by arc; 0 for other arcs
     * @param least least volume it may have
     * @param greatest greatest volume it may have
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, read once
    private record Noted(
            double days,
            double[] lower,
            double[] upper,
            double[] cost,
            double[] flow,
            double[] volume,
            double[] least,
            double[] greatest) {}

    /** Notes every step. */
    private record Notes(Map<Integer, Store> stores, List<Noted> steps) implements Observer {

        @Override
        public void solved(Model model, Step step, int scenario) {
            Problem p = model.network().problem();
            double[] volume = new double[p.arcs];
            double[] least = new double[p.arcs];
            double[] greatest = new double[p.arcs];
            stores.forEach((arc, store) -> {
                volume[arc] = store.volume[scenario];
                least[arc] = store.minVolume.at(scenario);
                greatest[arc] = store.maxVolume.at(scenario);
            });
            steps.add(new Noted(
                    step.days(),
                    p.lower.clone(),
                    p.upper.clone(),
                    p.cost.clone(),
                    p.flow.clone(),
                    volume,
                    least,
                    greatest));
        }

        /** More than any store gives or takes in a day. */
        private double bound() {
            double first = stores.keySet().stream().mapToDouble(this::first).sum();
            double volume = steps.stream()
                    .mapToDouble(step -> Arrays.stream(step.greatest).sum()
                            + Arrays.stream(step.volume).sum())
                    .max()
                    .orElse(0);
            return (first + volume)
                    / steps.stream().mapToDouble(Noted::days).min().orElse(1);
        }

        /** The volume of a store before the run. */
        private double first(int arc) {
            Noted step = steps.getFirst();
            return step.volume[arc] - step.flow[arc] * step.days;
        }

        /** How full a zone may be in a step, and what that is worth, is a rule for those who do not know the future. */
        private void free(int[] zones) {
            double bound = bound();
            for (Noted step : steps) {
                for (int zone : zones) {
                    step.lower[zone] = -bound;
                    step.upper[zone] = bound;
                    step.cost[zone] = 0;
                }
            }
        }
    }

    /** Compares one scenario of a model with foresight. */
    public static Foresight of(Assembly assembly, int scenario) {
        Model model = assembly.build(scenario, scenario + 1).get(0);
        Problem one = model.network().problem();
        Map<Integer, Store> stores = new LinkedHashMap<>();
        for (Node node : model.network().nodes()) {
            int[] arcs = model.network().arcsOf(node);
            if (node instanceof Store store && arcs.length == 1) {
                stores.put(arcs[0], store);
            }
        }
        Notes notes = new Notes(stores, new ArrayList<>());
        new Simulation(List.of(model), EngineKind.TREE).run(notes);
        notes.free(model.network().zones());
        Problem all = join(one, notes);
        EngineKind.TREE.create(all, 1).solve(0);
        return result(model, one, notes, all);
    }

    private static Problem join(Problem one, Notes notes) {
        int steps = notes.steps.size();
        int n = one.vertices - 1;
        int[] from = new int[steps * one.arcs];
        int[] to = new int[steps * one.arcs];
        for (int t = 0; t < steps; t++) {
            for (int a = 0; a < one.arcs; a++) {
                int at = t * one.arcs + a;
                from[at] = one.from[a] == 0 ? 0 : one.from[a] + t * n;
                to[at] = one.to[a] == 0 ? 0 : one.to[a] + t * n;
                if (notes.stores.containsKey(a) && t + 1 < steps) {
                    // what is kept goes to the same place a step later
                    to[at] = one.from[a] + (t + 1) * n;
                }
            }
        }
        Problem all =
                new Problem(steps * n + 1, from, to, new int[0][], Collections.nCopies(from.length, "flow"), List.of());
        // what the simulation added to each store so far: it may go on standing outside its bounds
        double[] added = new double[one.arcs];
        for (int t = 0; t < steps; t++) {
            Noted step = notes.steps.get(t);
            for (int a = 0; a < one.arcs; a++) {
                int at = t * one.arcs + a;
                if (notes.stores.containsKey(a)) {
                    added[a] += step.flow[a] * step.days;
                    boolean last = t + 1 == steps;
                    // the first volume enters as water that need not be kept
                    double first = notes.first(a);
                    all.lower[at] = last ? added[a] : Math.min(step.least[a] - first, added[a]);
                    all.upper[at] = last ? added[a] : Math.max(step.greatest[a] - first, added[a]);
                } else {
                    all.lower[at] = step.lower[a] * step.days;
                    all.upper[at] = step.upper[a] * step.days;
                    all.cost[at] = step.cost[a];
                }
                all.seen(all.lower[at]);
                all.seen(all.upper[at]);
            }
        }
        return all;
    }

    private static Foresight result(Model model, Problem one, Notes notes, Problem all) {
        double simulated = 0;
        double foreseen = 0;
        double[][] volumes = new double[one.arcs][2];
        for (int t = 0; t < notes.steps.size(); t++) {
            Noted step = notes.steps.get(t);
            for (int a = 0; a < one.arcs; a++) {
                if (!notes.stores.containsKey(a)) {
                    double now = step.flow[a] * step.days;
                    double then = all.flow[t * one.arcs + a];
                    volumes[a][0] += now;
                    volumes[a][1] += then;
                    simulated += step.cost[a] * now;
                    foreseen += step.cost[a] * then;
                }
            }
        }
        Map<String, double[]> gains = new LinkedHashMap<>();
        for (Node node : model.network().nodes()) {
            int[] arcs = model.network().arcsOf(node);
            if (arcs.length > 0 && !(node instanceof Store) && node.cost.at(0) != 0) {
                double[] sum = new double[2];
                for (int a : arcs) {
                    sum[0] += volumes[a][0];
                    sum[1] += volumes[a][1];
                }
                gains.put(node.name(), sum);
            }
        }
        return new Foresight(simulated, foreseen, gains);
    }
}

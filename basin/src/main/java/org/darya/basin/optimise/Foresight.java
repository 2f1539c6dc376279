package org.darya.basin.optimise;

import java.util.ArrayList;
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
import org.darya.basin.solve.Engine;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;

/**
 * What could be had if the future were known: the networks of all steps joined into one by the water that stores carry from
 * step to step, solved at once. Stores must end as full as the simulation left them.
 *
 * <p>Bounds that follow from the state (control curves, evaporation) are those of the simulation; side rows are left out.
 * Both make the answer a bound for what any way of sharing can reach, not a plan.
 *
 * @param simulated cost of the simulation over the run, the value of stored water aside
 * @param foreseen cost with foresight
 * @param gains for each node with a cost: volume in the simulation, volume with foresight
 */
public record Foresight(double simulated, double foreseen, Map<String, double[]> gains) {

    /** Notes the problem of every step. */
    private static final class Notes implements Observer {
        private final List<double[][]> steps = new ArrayList<>();
        private final List<Integer> days = new ArrayList<>();

        @Override
        public void solved(Model model, Step step, int scenario) {
            Problem p = model.network().problem();
            steps.add(new double[][] {p.lower.clone(), p.upper.clone(), p.cost.clone(), p.flow.clone()});
            days.add(step.days());
        }
    }

    /** More than any store holds. */
    private static final double ANY = 1e9;

    /** Compares one scenario of a model with foresight. */
    public static Foresight of(Assembly assembly, int scenario) {
        Model model = assembly.build(scenario, scenario + 1).get(0);
        Problem one = model.network().problem();
        Map<Integer, Store> stores = new LinkedHashMap<>();
        Map<Store, Double> first = new LinkedHashMap<>();
        for (Node node : model.network().nodes()) {
            int[] arcs = model.network().arcsOf(node);
            if (node instanceof Store store && arcs.length == 1) {
                stores.put(arcs[0], store);
            }
        }
        Simulation simulation = new Simulation(List.of(model), EngineKind.TREE);
        Notes notes = new Notes();
        simulation.run(notes);
        for (double[][] noted : notes.steps) {
            for (int zone : model.network().zones()) {
                // how full a zone may be in a step, and what that is worth, is a rule of the simulation
                noted[0][zone] = -ANY;
                noted[1][zone] = ANY;
                noted[2][zone] = 0;
            }
        }
        stores.values().forEach(store -> first.put(store, store.volume[0]));
        // the volume before the run is what the run added less than the volume after it
        stores.forEach((arc, store) -> {
            double added = 0;
            for (int t = 0; t < notes.steps.size(); t++) {
                added += notes.steps.get(t)[3][arc] * notes.days.get(t);
            }
            first.put(store, store.volume[0] - added);
        });
        Problem all = join(one, notes, stores, first);
        Engine engine = EngineKind.TREE.create(all, 1);
        engine.solve(0);
        return result(model, one, notes, stores, all);
    }

    private static Problem join(Problem one, Notes notes, Map<Integer, Store> stores, Map<Store, Double> first) {
        int steps = notes.steps.size();
        int n = one.vertices - 1;
        int[] from = new int[steps * one.arcs];
        int[] to = new int[steps * one.arcs];
        for (int t = 0; t < steps; t++) {
            for (int a = 0; a < one.arcs; a++) {
                int at = t * one.arcs + a;
                from[at] = one.from[a] == 0 ? 0 : one.from[a] + t * n;
                to[at] = one.to[a] == 0 ? 0 : one.to[a] + t * n;
                if (stores.containsKey(a) && t + 1 < steps) {
                    // what is kept goes to the same place a step later
                    to[at] = one.from[a] + (t + 1) * n;
                }
            }
        }
        Problem all =
                new Problem(steps * n + 1, from, to, new int[0][], Collections.nCopies(from.length, "flow"), List.of());
        for (int t = 0; t < steps; t++) {
            double[][] step = notes.steps.get(t);
            double days = notes.days.get(t);
            for (int a = 0; a < one.arcs; a++) {
                int at = t * one.arcs + a;
                Store store = stores.get(a);
                if (store == null) {
                    all.lower[at] = step[0][a] * days;
                    all.upper[at] = step[1][a] * days;
                    all.cost[at] = step[2][a];
                } else {
                    boolean last = t + 1 == steps;
                    // the first volume enters as water that need not be kept
                    double start = first.getOrDefault(store, 0.0);
                    all.lower[at] = (last ? store.volume[0] : store.minVolume.at(0)) - start;
                    all.upper[at] = (last ? store.volume[0] : store.maxVolume.at(0)) - start;
                }
                all.seen(all.lower[at]);
                all.seen(all.upper[at]);
            }
        }
        return all;
    }

    private static Foresight result(Model model, Problem one, Notes notes, Map<Integer, Store> stores, Problem all) {
        double simulated = 0;
        double foreseen = 0;
        double[][] volumes = new double[one.arcs][2];
        for (int t = 0; t < notes.steps.size(); t++) {
            double days = notes.days.get(t);
            for (int a = 0; a < one.arcs; a++) {
                if (!stores.containsKey(a)) {
                    double cost = notes.steps.get(t)[2][a];
                    volumes[a][0] += notes.steps.get(t)[3][a] * days;
                    volumes[a][1] += all.flow[t * one.arcs + a];
                    simulated += cost * notes.steps.get(t)[3][a] * days;
                    foreseen += cost * all.flow[t * one.arcs + a];
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

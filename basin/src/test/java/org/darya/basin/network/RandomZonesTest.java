package org.darya.basin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.darya.basin.read.Json;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.solve.IndependentSolver;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;
import org.ojalgo.optimisation.Optimisation;

/** On random rivers with zones both engines find the same plan, which costs what an independent solver says, and mass closes. */
class RandomZonesTest {

    private static final int STEPS = 6;

    @Property(tries = 60)
    void enginesAgreeWithEachOtherAndWithAnIndependentSolver(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int reservoirs) {
        String json = river(new Random(seed), reservoirs);
        Checked tree = run(json, EngineKind.TREE);
        Checked dense = run(json, EngineKind.REFERENCE);
        for (int i = 0; i < tree.ledger.nodes().size(); i++) {
            String node = tree.ledger.nodes().get(i).name();
            assertThat(dense.ledger.flow(i)).as(node).containsExactly(tree.ledger.flow(i), within(1e-6));
            assertThat(dense.ledger.volume(i)).as(node).containsExactly(tree.ledger.volume(i), within(1e-6));
        }
    }

    private static Checked run(String json, EngineKind engine) {
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("random", json), Path.of(".")));
        Model model = assembly.build(0, 1).get(0);
        Checked checked = new Checked(model);
        new Simulation(List.of(model), engine).run(checked);
        assertThat(checked.ledger.worstBalance()).isLessThan(1e-9);
        return checked;
    }

    /** Looks at every step while it is noted. */
    private static final class Checked implements org.darya.basin.run.Observer {
        private final Ledger ledger;

        Checked(Model model) {
            ledger = new Ledger(model);
        }

        @Override
        public void solved(Model model, Step step, int scenario) {
            Problem p = model.network().problem();
            double cost = p.objective();
            Optimisation.Result independent = IndependentSolver.minimise(p);
            assertThat(independent.getState().isFeasible()).isTrue();
            assertThat(cost).isCloseTo(independent.getValue(), within(1e-6 * Math.max(1, Math.abs(cost))));
            int[] zones = model.network().zones();
            for (int i = 1; i < zones.length; i++) {
                int below = zones[i - 1];
                int above = zones[i];
                boolean full = p.flow[below] >= p.upper[below] - 1e-6;
                boolean empty = p.flow[above] <= p.lower[above] + 1e-6;
                assertThat(p.to[below] != p.to[above] || full || empty)
                        .as("a zone is full before the next has water")
                        .isTrue();
            }
            ledger.solved(model, step, scenario);
        }

        @Override
        public void stepped(Model model, Step step) {
            ledger.stepped(model, step);
        }
    }

    /** Reservoirs one below the other, each with a river of its own, zones, a demand and a spillway to the next. */
    private static String river(Random random, int reservoirs) {
        StringBuilder nodes = new StringBuilder("{'name':'sea','type':'Output'}");
        StringBuilder edges = new StringBuilder();
        for (int r = 0; r < reservoirs; r++) {
            double least = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
            double greatest = 50 + random.nextInt(100);
            nodes.append(",{'name':'river%d','type':'Catchment','flow':%s}".formatted(r, values(random, 0, 20)))
                    .append(
                            ",{'name':'dam%d','type':'Storage','min_volume':%s,'max_volume':%s,'initial_volume':%s,'zones':[%s]}"
                                    .formatted(
                                            r,
                                            least,
                                            greatest,
                                            least + random.nextDouble() * (greatest - least),
                                            zones(random, greatest)))
                    .append(",{'name':'gate%d','type':'Link','max_flow':%s}".formatted(r, 5 + 20 * random.nextDouble()))
                    // a spillway, dear enough to be the last choice
                    .append(",{'name':'spill%d','type':'Link','cost':%s}".formatted(r, 100 + random.nextDouble()))
                    .append(",{'name':'town%d','type':'Output','max_flow':%s,'cost':%s}"
                            .formatted(r, values(random, 0, 15), -50 * random.nextDouble()));
            String next = r + 1 < reservoirs ? "dam" + (r + 1) : "sea";
            edges.append(edges.isEmpty() ? "" : ",")
                    .append("['river%1$d','dam%1$d'],['dam%1$d','town%1$d'],".formatted(r))
                    .append("['dam%1$d','gate%1$d'],['gate%1$d','%2$s'],".formatted(r, next))
                    .append("['dam%1$d','spill%1$d'],['spill%1$d','%2$s']".formatted(r, next));
        }
        return ("{'timestepper':{'start':'2015-01-01','end':'2015-06-30','timestep':'M'},'nodes':[" + nodes
                        + "],'edges':[" + edges + "]}")
                .replace('\'', '"');
    }

    private static String zones(Random random, double greatest) {
        int count = 1 + random.nextInt(4);
        StringBuilder zones = new StringBuilder();
        double cost = -60;
        for (int z = 0; z < count; z++) {
            cost += 40 * random.nextDouble();
            // ends vary freely: they may cross, and leave the store
            String end = z + 1 < count ? "'to':" + values(random, -10, 1.2 * greatest) + "," : "";
            zones.append(z == 0 ? "" : ",").append("{%s'cost':%s}".formatted(end, cost));
        }
        return zones.toString();
    }

    private static String values(Random random, double from, double to) {
        return "{'type':'arrayindexed','values':"
                + random.doubles(STEPS, from, to).boxed().toList() + "}";
    }
}

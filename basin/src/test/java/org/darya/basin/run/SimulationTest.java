package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.read.Json;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run depends on nothing that was run before it or beside it. */
class SimulationTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");

    private static Assembly assembly(String name) {
        Path folder = CASES.resolve(name);
        return new Assembly(ModelDocument.of(Json.read(folder.resolve("model.json")), folder));
    }

    /** Flows by step, scenario and node. */
    private static double[][][] run(Simulation simulation) {
        List<double[][]> steps = new ArrayList<>();
        simulation.run(new Observer() {
            @Override
            public void stepped(Model model, Step step) {
                double[][] flows = new double[model.scenarios().size()][];
                for (int s = 0; s < flows.length; s++) {
                    int scenario = s;
                    flows[s] = model.network().nodes().stream()
                            .mapToDouble(node -> flow(node, scenario))
                            .toArray();
                }
                steps.add(flows);
            }
        });
        return steps.toArray(double[][][]::new);
    }

    private static double flow(Node node, int scenario) {
        return node.flow[scenario];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networks/cascade_20_monthly_ens",
                "features/aral_pilot_10day_ens",
                "features/scenario_weekly_daily",
                "features/virtual_monthly"
            })
    void aSecondRunIsTheSame(String name) {
        Assembly assembly = assembly(name);
        Simulation simulation =
                new Simulation(assembly.build(0, assembly.scenarios().size()), EngineKind.TREE);
        double[][][] first = run(simulation);
        double[][][] second = run(simulation);
        for (int t = 0; t < first.length; t++) {
            for (int s = 0; s < first[t].length; s++) {
                assertThat(second[t][s])
                        .as("step %d scenario %d", t, s)
                        .containsExactly(first[t][s], org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"networks/cascade_20_monthly_ens", "features/aral_pilot_10day_ens", "features/scenario_two_dims"
            })
    void aScenarioAloneIsAsAmongOthers(String name) {
        Assembly assembly = assembly(name);
        int all = assembly.scenarios().size();
        double[][][] together = run(new Simulation(assembly.build(0, all), EngineKind.TREE));
        for (int s = 0; s < all; s++) {
            double[][][] alone = run(new Simulation(assembly.build(s, s + 1), EngineKind.TREE));
            for (int t = 0; t < alone.length; t++) {
                assertThat(alone[t][0])
                        .as("step %d scenario %d", t, s)
                        .containsExactly(together[t][s], org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    @Test
    void stepsWithinAMonthKeepWhatGoesByMonths() {
        String json = "{'timestepper':{'start':'2015-01-30','end':'2015-03-02','timestep':1},'nodes':["
                + "{'name':'in','type':'Input','max_flow':{'type':'aggregated','agg_func':'sum','parameters':["
                + "{'type':'monthlyprofile','values':[1,2,3,4,5,6,7,8,9,10,11,12]},10]}},"
                + "{'name':'out','type':'Output','max_flow':99,'cost':-1}],'edges':[['in','out']]}";
        Assembly assembly = new Assembly(ModelDocument.of(Json.parse("test", json.replace('\'', '"')), Path.of(".")));
        double[][][] flows = run(new Simulation(assembly.build(0, 1), EngineKind.TREE));
        for (int t = 0; t < flows.length; t++) {
            assertThat(flows[t][0][0]).isEqualTo(t < 2 ? 11 : t < 30 ? 12 : 13);
        }
    }
}

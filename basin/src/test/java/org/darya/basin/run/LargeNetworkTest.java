package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.darya.basin.read.Element;
import org.darya.basin.result.Balance;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Networks of 10,000 nodes are solved in seconds, and water is neither made nor lost. */
class LargeNetworkTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);

    private final Random random = new Random(10_000);
    private final List<Object> nodes = new ArrayList<>();
    private final List<Object> edges = new ArrayList<>();

    private void node(String name, String type, Object... fields) {
        Map<String, Object> node = new LinkedHashMap<>(Map.of("name", name, "type", type));
        for (int i = 0; i < fields.length; i += 2) {
            node.put((String) fields[i], fields[i + 1]);
        }
        nodes.add(node);
    }

    private void edge(String from, String to) {
        edges.add(List.of(from, to));
    }

    private void run() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("timestepper", Map.of("start", "2015-01-01", "end", "2015-01-05", "timestep", 1));
        model.put("nodes", nodes);
        model.put("edges", edges);
        assertThat(nodes).hasSizeGreaterThan(9_990);
        double[] worst = {0, 0};
        Assertions.assertTimeoutPreemptively(SECONDS, () -> {
            Assembly assembly = new Assembly(ModelDocument.of(new Element("", model), Path.of(".")));
            new Simulation(assembly.build(0, 1), EngineKind.TREE).run(new Observer() {
                @Override
                public void solved(Model solved, Step step, int scenario) {
                    worst[0] = Math.max(worst[0], Balance.worst(solved.network().problem()));
                    worst[1]++;
                }
            });
        });
        assertThat(worst[0]).isLessThan(1e-9);
        assertThat(worst[1]).isEqualTo(5);
    }

    @Test
    void aMesh() {
        int width = 80;
        node("spring", "Input", "max_flow", 100);
        edge("spring", "0 0");
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                String name = i + " " + j;
                node(name, "Link", "cost", random.nextDouble(), "max_flow", 20 + 50 * random.nextDouble());
                if (i + 1 < width) {
                    edge(name, (i + 1) + " " + j);
                }
                if (j + 1 < width) {
                    edge(name, i + " " + (j + 1));
                }
                if (random.nextInt(7) < 2) {
                    node("in " + name, "Input", "max_flow", 10 * random.nextDouble(), "cost", random.nextDouble());
                    edge("in " + name, name);
                }
                if (random.nextInt(7) < 2 || i + j == 2 * width - 2) {
                    node(
                            "out " + name,
                            "Output",
                            "max_flow",
                            10 * random.nextDouble(),
                            "cost",
                            -100 * random.nextDouble());
                    edge(name, "out " + name);
                }
            }
        }
        run();
    }

    @Test
    void aRiverWithConfluences() {
        reservoirs(2_500, k -> k / 2);
    }

    @Test
    void oneLongRiver() {
        reservoirs(2_500, k -> k - 1);
    }

    /** Reservoirs with inflow, demand and a reach to the next below; reservoir 0 is the sea. */
    private void reservoirs(int count, java.util.function.IntUnaryOperator below) {
        node("0", "Output");
        for (int k = 1; k <= count; k++) {
            node(k + "", "Storage", "max_volume", 100, "initial_volume", 50, "cost", -random.nextDouble());
            node("inflow " + k, "Catchment", "flow", random.nextDouble());
            node("reach " + k, "Link", "max_flow", 5_000);
            node("demand " + k, "Output", "max_flow", 2 * random.nextDouble(), "cost", -10 - random.nextDouble());
            edge("inflow " + k, k + "");
            edge(k + "", "reach " + k);
            edge(k + "", "demand " + k);
            edge("reach " + k, below.applyAsInt(k) + "");
        }
        run();
    }

    @Test
    void aChainOfLinks() {
        node("spring", "Input", "max_flow", 50);
        String above = "spring";
        for (int i = 0; i < 10_000; i++) {
            node("link " + i, "Link", "max_flow", 1000 + i, "cost", i % 3 == 0 ? -0.5 : 0.1);
            edge(above, "link " + i);
            above = "link " + i;
        }
        node("sea", "Output", "cost", -1);
        edge(above, "sea");
        run();
    }

    @Test
    void oneHubOfManyDemands() {
        node("spring", "Input", "max_flow", 2000);
        node("hub", "Link");
        edge("spring", "hub");
        for (int i = 0; i < 10_000; i++) {
            node("demand " + i, "Output", "max_flow", random.nextDouble(), "cost", -100 * random.nextDouble());
            edge("hub", "demand " + i);
        }
        run();
    }
}

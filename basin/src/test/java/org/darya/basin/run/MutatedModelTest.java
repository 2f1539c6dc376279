package org.darya.basin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.darya.basin.BasinException;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.read.Json;
import org.darya.basin.result.Balance;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Good models with faults put in, thousands of them: each is refused with a place and advice, or gives an answer that the
 * reference engine gives too and in which water neither appears nor is lost.
 */
class MutatedModelTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** More steps than this are not looked at: faults show early. */
    private static final int STEPS = 40;

    private static final long SECONDS = Long.getLong("basin.mutations.seconds", 15);
    private static final long SEED = Long.getLong("basin.mutations.seed", 1982);

    /** A type that the conformance cases cannot have, for Pywr does not know it. */
    private static final String SHARES =
            "{'timestepper':{'start':'2015-01-01','end':'2015-03-31','timestep':1},'nodes':[{'name':'in','type':'Input',"
                    + "'max_flow':{'type':'monthlyprofile','values':[3,9,20,1,1,1,1,1,1,1,1,1]}},"
                    + "{'name':'r','type':'Storage','max_volume':40,'initial_volume':9,'cost':-2},"
                    + "{'name':'a','type':'Output','max_flow':8,'cost':-20},{'name':'b','type':'Output','max_flow':4,'cost':-20},"
                    + "{'name':'canal','type':'LossLink','loss_factor':0.2,'max_flow':2},"
                    + "{'name':'c','type':'Output','max_flow':9,'cost':-20},"
                    + "{'name':'g','type':'EqualShare','nodes':['a','b','c']},{'name':'sea','type':'Output'}],"
                    + "'edges':[['in','r'],['r','a'],['r','b'],['r','canal'],['canal','c'],['r','sea']]}";

    private record Good(Path folder, Map<String, Object> model) {}

    @Test
    void aSpoiltModelIsRefusedOrSolved() {
        List<Good> cases = cases();
        assertThat(cases).hasSizeGreaterThan(80);
        Random seeds = new Random(SEED);
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        SoftAssertions problems = new SoftAssertions();
        int tries = 0;
        int refused = 0;
        while (System.nanoTime() < end && problems.wasSuccess()) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            Good good = cases.get(random.nextInt(cases.size()));
            Map<String, Object> spoilt = Mutations.spoil(good.model(), random);
            String fault = Assertions.assertTimeoutPreemptively(
                    LONGEST, () -> judge(good, spoilt), () -> good.folder() + " seed " + seed + " hangs");
            if (fault.startsWith("refused")) {
                refused++;
            } else if (!fault.isEmpty()) {
                problems.fail(good.folder() + " seed " + seed + ": " + fault);
            }
            tries++;
        }
        problems.assertAll();
        assertThat(tries).isGreaterThan(200);
        assertThat(refused).as("of " + tries).isBetween(tries / 4, tries - 1);
    }

    /**
     * Above flows of this size the reference engine is not asked: it keeps one inverse for the whole network, so what is
     * exact in its small flows goes by the greatest.
     */
    private static final double LARGE = 1e6;

    /** Empty if the model gives a right answer, "refused" if it is refused as it should be, otherwise what is wrong. */
    private static String judge(Good good, Map<String, Object> spoilt) {
        String text = Json.write(spoilt);
        Soundness soundness = new Soundness();
        String tree = outcome(good, text, EngineKind.TREE, soundness);
        if (!tree.isEmpty() || soundness.greatest > LARGE) {
            return tree.startsWith("fault") ? tree + System.lineSeparator() + text : tree;
        }
        String reference = outcome(good, text, EngineKind.REFERENCE, new Soundness());
        return reference.isEmpty() ? "" : "the reference engine: " + reference + System.lineSeparator() + text;
    }

    private static String outcome(Good good, String text, EngineKind engine, Soundness soundness) {
        try {
            Assembly assembly = new Assembly(ModelDocument.of(Json.parse("model.json", text), good.folder()));
            int scenarios = Math.min(2, assembly.scenarios().size());
            int last = Math.min(STEPS, assembly.timeline().steps().size()) - 1;
            new Simulation(assembly.build(0, scenarios), engine).runTo(last, soundness);
            return soundness.fault.isEmpty() ? "" : "fault: " + soundness.fault;
        } catch (BasinException e) {
            String message = e.getMessage();
            boolean told =
                    message.matches("(?s).+: .+\\RMaybe .+") && !e.where().isEmpty();
            return told ? "refused: " + message : "fault: a refusal without place or advice: " + message;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "fault: " + e
                    + (trace.length == 0 ? "" : " " + List.of(trace).subList(0, Math.min(8, trace.length)));
        }
    }

    /** Every number is a number, every flow in its bounds, every volume between the least and the greatest, and mass closes. */
    private static final class Soundness implements Observer {
        private String fault = "";
        private double greatest;

        @Override
        public void solved(Model model, Step step, int scenario) {
            for (double flow : model.network().problem().flow) {
                greatest = Math.max(greatest, Math.abs(flow));
            }
            double open = Balance.worst(model.network().problem());
            if (!(open < 1e-9)) {
                tell(step, "mass is open by " + open);
            }
            for (Node node : model.network().nodes()) {
                double flow = node.flow[scenario];
                if (Double.isNaN(flow) || Double.isInfinite(flow)) {
                    tell(step, node.name() + " flows " + flow);
                }
                if (node instanceof Store store && node.type().matches("Storage|Reservoir")) {
                    double max = store.maxVolume.at(scenario);
                    double room = 1e-6 * Math.max(1, Math.abs(max));
                    double volume = store.volume[scenario];
                    if (!(volume >= -room)) {
                        tell(step, node.name() + " holds " + volume);
                    }
                } else if (node.type().matches("Link|Input|Output|Catchment|River")) {
                    double room = 1e-6 * Math.max(1, Math.abs(flow));
                    if (flow < node.minFlow.at(scenario) - room || flow > node.maxFlow.at(scenario) + room) {
                        tell(step, node.name() + " flows " + flow + " outside its bounds");
                    }
                }
            }
        }

        private void tell(Step step, String what) {
            fault = fault.isEmpty() ? "step " + step.index() + ": " + what : fault;
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Good> cases() {
        List<Good> cases;
        try (Stream<Path> files = Files.walk(CASES)) {
            cases = files.filter(file -> file.endsWith("model.json"))
                    // the large ones are slow in the reference engine
                    .filter(file -> !file.toString().matches(".*(cascade_100|random_30x2|random_20x5|cascade_20).*"))
                    .sorted()
                    .map(file -> new Good(Objects.requireNonNull(file.getParent()), (Map<String, Object>)
                            Objects.requireNonNull(Json.read(file).value())))
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cases.add(new Good(CASES, (Map<String, Object>) Objects.requireNonNull(
                Json.parse("shares", SHARES.replace('\'', '"')).value())));
        return cases;
    }
}

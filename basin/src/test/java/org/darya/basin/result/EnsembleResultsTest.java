package org.darya.basin.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.darya.basin.BasinException;
import org.darya.basin.read.Json;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Ensemble;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of many scenarios are the same on any number of cores, and judge every scenario as well as all. */
class EnsembleResultsTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");

    @TempDir
    private Path folder = Path.of("");

    private static Assembly assembly(Path model) {
        Path home = java.util.Objects.requireNonNull(model.toAbsolutePath().getParent());
        return new Assembly(ModelDocument.of(Json.read(model), home));
    }

    private static Assembly text(String json) {
        return new Assembly(ModelDocument.of(Json.parse("test", json.replace('\'', '"')), Path.of(".")));
    }

    private Path write(Assembly assembly, int threads, String name) {
        Ensemble ensemble = new Ensemble(assembly, EngineKind.TREE, threads);
        List<Ledger> ledgers = Ledger.of(ensemble);
        Ledger.run(ensemble, ledgers, last -> {});
        Path out = folder.resolve(name);
        new ResultFiles(ledgers.get(0), out).write();
        return out;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"features/aral_pilot_10day_ens", "networks/cascade_5_monthly_ens", "features/scenario_two_dims"})
    void everyByteIsTheSameOnAnyNumberOfCores(String name) throws IOException {
        Assembly assembly = assembly(CASES.resolve(name).resolve("model.json"));
        Path one = write(assembly, 1, "one");
        for (int threads : new int[] {2, 5}) {
            Path several = write(assembly, threads, "on" + threads);
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(several.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
                }
            }
        }
    }

    @Test
    void blocksAddUpToWhatOneRunSees() {
        Assembly assembly = assembly(CASES.resolve("features/aral_pilot_10day_ens/model.json"));
        Ledger together =
                new Ledger(assembly.build(0, assembly.scenarios().size()).get(0));
        new Simulation(List.of(together.model()), EngineKind.TREE).run(together);
        Ensemble ensemble = new Ensemble(assembly, EngineKind.TREE, 2);
        assertThat(ensemble.blocks()).hasSizeGreaterThan(1);
        List<Ledger> parted = Ledger.of(ensemble);
        Ledger.run(ensemble, parted, last -> {});
        for (int i = 0; i < together.nodes().size(); i++) {
            assertThat(parted.get(0).flow(i)).containsExactly(together.flow(i), within(1e-9));
            assertThat(parted.get(0).wanted(i)).containsExactly(together.wanted(i), within(1e-9));
            assertThat(parted.get(0).volume(i)).containsExactly(together.volume(i), within(1e-9));
        }
    }

    /** Two scenarios that fail in turn: their mean never fails enough to tell. */
    private static final String IN_TURN =
            "{'timestepper':{'start':'2015-01-01','end':'2015-01-04','timestep':1},'scenarios':[{'name':'s','size':2}],"
                    + "'nodes':[{'name':'in','type':'Input','max_flow':{'type':'arrayindexedscenario','scenario':'s',"
                    + "'values':[[10,0],[10,10],[0,10],[10,10]]}},{'name':'out','type':'Output','max_flow':10,'cost':-1}],"
                    + "'edges':[['in','out']]}";

    @Test
    void theEnsembleIsJudgedByAllItsStepsNotByTheirMean() throws IOException {
        Path out = write(text(IN_TURN), 2, "turn");
        List<String> lines = Files.readAllLines(out.resolve("indices.csv"));
        assertThat(lines).contains("out,0,0.75,1,1,0.75,1,", "out,1,0.75,1,1,0.75,1,", "out,all,0.75,1,1,0.75,1,");
        assertThat(lines.indexOf("out,all,0.75,1,1,0.75,1,")).isGreaterThan(lines.indexOf("out,1,0.75,1,1,0.75,1,"));
    }

    @Test
    void oneScenarioHasOneRow() throws IOException {
        String one = IN_TURN.replace("'size':2", "'size':1")
                .replace("10,0]", "10]")
                .replace("10,10]", "10]")
                .replace("[0,10]", "[0]");
        List<String> lines = Files.readAllLines(write(text(one), 2, "single").resolve("indices.csv"));
        assertThat(lines.stream().filter(line -> line.startsWith("out,"))).containsExactly("out,all,0.75,1,1,0.75,1,");
    }

    @Test
    void aProblemOfABlockIsToldWithItsScenario() {
        String broken = IN_TURN.replace("[10,10],[0,10]", "[10,10],[0,-3]");
        assertThatThrownBy(() -> write(text(broken), 2, "broken"))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("step 2 (2015-01-03) scenario [1]");
    }
}

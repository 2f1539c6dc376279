package org.darya.basin.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.darya.basin.optimise.Foresight;
import org.darya.basin.optimise.Nsga2;
import org.darya.basin.optimise.RuleSearch;
import org.darya.basin.read.Json;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Models in the readable format run, close their balance, and mean the same as their export. */
class ReadableTest {

    private static final Path SMALL = Path.of("src/test/resources/design/small.yaml");
    private static final Path SYR_DARYA = Path.of("models/syr-darya/model.yaml");

    private static Ledger run(ModelDocument document) {
        Assembly assembly = new Assembly(document);
        Model model = assembly.build(0, assembly.scenarios().size()).get(0);
        Ledger ledger = new Ledger(model);
        new Simulation(List.of(model), EngineKind.TREE).run(ledger);
        return ledger;
    }

    @Test
    void theSmallRiverClosesItsBalance() {
        assertThat(run(Readable.read(SMALL)).worstBalance()).isLessThan(1e-9);
    }

    @Test
    void anExportMeansTheSame() {
        Ledger own = run(Readable.read(SMALL));
        Ledger exported = run(ModelDocument.of(
                Json.parse("export", Readable.toJson(SMALL, lost -> {})), Path.of("src/test/resources/design")));
        for (int i = 0; i < own.nodes().size(); i++) {
            assertThat(exported.flow(i)).containsExactly(own.flow(i), within(1e-9));
        }
    }

    @Test
    void membersOfAGroupGetTheSameShare() {
        ModelDocument document = ModelDocument.of(
                Json.parse("shares", Readable.toJson(Path.of("src/test/resources/design/shares.yaml"), lost -> {})),
                Path.of("."));
        Ledger ledger = run(document);
        double[] shares = java.util.stream.Stream.of("North", "South", "West")
                .mapToInt(ledger::find)
                .mapToDouble(i -> ledger.flow(i)[0] / ledger.wanted(i)[0])
                .toArray();
        for (double share : shares) {
            // 30 of 70 m3/s for everyone
            assertThat(share).isCloseTo(30.0 / 70, within(1e-9));
        }
    }

    @Test
    void foresightIsNeverWorse() {
        Foresight found = Foresight.of(new Assembly(Readable.read(SMALL)), 0);
        assertThat(found.foreseen()).isLessThanOrEqualTo(found.simulated() + 1e-6);
    }

    @Test
    void aSearchFindsPlansThatNoneBeatsAndFindsThemAgain() {
        RuleSearch search = new RuleSearch(Readable.read(SMALL));
        List<Nsga2.Plan> plans = search.run(12, 4, 3);
        assertThat(plans).isNotEmpty();
        assertThat(search.run(12, 4, 3).get(0).objectives())
                .containsExactly(plans.get(0).objectives());
    }

    @Test
    void theSyrDaryaStaysNearWhatWasObserved() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("../../shared/data/hydrology/reservoirs")),
                "skipped: the observed reservoirs of 2001-2010 are not beside the repository");
        ModelDocument document = Readable.read(SYR_DARYA);
        Ledger ledger = run(document);
        var toktogul = org.darya.basin.result.Observed.read(
                        document.parts().values().iterator().next().content(), ledger)
                .stream()
                .filter(observed -> observed.node().equals("Toktogul"))
                .findFirst()
                .orElseThrow();
        assertThat(toktogul.efficiency()).isGreaterThan(0.6);
        assertThat(toktogul.bias()).isCloseTo(0, within(0.05));
    }
}

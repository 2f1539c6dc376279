package org.darya.basin.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.result.Ledger;
import org.darya.basin.result.Observed;
import org.darya.basin.result.ResultFiles;
import org.darya.basin.result.Surface;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake without an outlet keeps its own balance, and tells its level and its area. */
class LakeTest {
    // one mm a day of evaporation, half of it of rain, and 1 m3/s into the ground, on 100 km2
    private static final String LAKE = """
            basin: A lake
            period: {start: 2001-01-01, end: 2001-12-31, step: month}
            scenarios: {climate: {inflow: [0, 1]}}
            parts:
              - inflow: River
                to: Lake
                flow: 10
              - lake: Lake
                capacity: 1000
                initial: 500
                curve: {volume: [0, 1000], area: [100, 100], level: [-30, -20]}
                evaporation: 30.4375
                rain: 15.21875
                seepage: 1
                observed: {level: {file: levels.csv, date: day, column: m}}
            """;

    @TempDir
    Path folder;

    private ModelDocument document(String text) throws IOException {
        Files.writeString(folder.resolve("levels.csv"), "place,day,m\nx,2001-01-30,-25.0\nx,2001-02-27,-25.5\n");
        return Readable.read(Files.writeString(folder.resolve("lake.yaml"), text));
    }

    private static Ledger run(ModelDocument document) {
        Assembly assembly = new Assembly(document);
        Model model = assembly.build(0, assembly.scenarios().size()).get(0);
        Ledger ledger = new Ledger(model);
        new Simulation(List.of(model), EngineKind.TREE).run(ledger);
        return ledger;
    }

    @Test
    void levelAndAreaFollowFromTheBalance() throws IOException {
        ModelDocument document = document(LAKE);
        Ledger ledger = run(document);
        ModelDocument.Part part = document.parts().values().iterator().next();
        Surface lake = Surface.of(part.content(), ledger).getFirst();
        // 31 days: -0.1 + 0.05 - 0.0864 million m3 a day, and 0.864 of the river in the other scenario
        double dry = 500 + 31 * (-0.1 + 0.05 - 0.0864);
        double wet = dry + 31 * 0.864;
        assertThat(ledger.volume(ledger.find("Lake"))[0]).isCloseTo((dry + wet) / 2, within(1e-9));
        assertThat(lake.level()[0]).isCloseTo(-30 + (dry + wet) / 200, within(1e-9));
        assertThat(lake.levels()[0][0]).isGreaterThan(-30 + dry / 100).isLessThan(lake.level()[0]);
        assertThat(lake.area()).containsOnly(100);
        assertThat(ledger.worstBalance()).isLessThan(1e-9);

        Path out = folder.resolve("out");
        new ResultFiles(ledger, out).write();
        new ResultFiles(ledger, out).levels(List.of(lake));
        assertThat(Files.readAllLines(out.resolve("levels.csv")))
                .hasSize(13)
                .first()
                .isEqualTo("step,start,days,Lake level m,Lake area km2,\"Lake level m, 10 %\",\"Lake level m, 90 %\"");
    }

    @Test
    void anObservedLevelIsComparedAsALevel() throws IOException {
        ModelDocument document = document(LAKE.replace("[0, 1]", "[1]"));
        Ledger ledger = run(document);
        Observed level = Observed.read(
                        document.parts().values().iterator().next().content(), ledger)
                .getFirst();
        assertThat(level.quantity()).isEqualTo("level");
        assertThat(level.count()).isEqualTo(2);
        double january = -30 + (500 + 31 * (0.864 - 0.1364)) / 100;
        double february = january + 28 * (0.864 - 0.1364) / 100;
        assertThat(level.difference()).isCloseTo((january + 25 + february + 25.5) / 2, within(1e-9));
    }

    @Test
    void aCurveThatFallsOrIsShortIsRefused() {
        assertThatThrownBy(() -> document(LAKE.replace("level: [-30, -20]", "level: [-20, -30]")))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("each must rise");
        assertThatThrownBy(() -> document(LAKE.replace("area: [100, 100]", "area: [100]")))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("1 values beside 2 volumes");
        assertThatThrownBy(
                        () -> document(LAKE.replace("level: [-30, -20]}", "}").replace("100], }", "100]}")))
                .isInstanceOf(BasinException.class)
                .hasMessageContaining("no curve with levels");
    }
}

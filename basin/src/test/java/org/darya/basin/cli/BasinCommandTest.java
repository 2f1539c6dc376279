package org.darya.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.darya.basin.read.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands do what they say and tell errors without a stack trace. */
class BasinCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return BasinCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void runsAndCompares() {
        String model = "src/test/resources/design/small.yaml";
        assertThat(run("run", model, "--out", folder.resolve("a").toString())).isZero();
        assertThat(run("run", model, "--out", folder.resolve("b").toString(), "--no-pictures"))
                .isZero();
        assertThat(folder.resolve("a/flows.csv")).exists();
        assertThat(folder.resolve("a/sankey.svg")).exists();
        assertThat(run(
                        "compare",
                        folder.resolve("a").toString(),
                        folder.resolve("b").toString()))
                .isZero();
        assertThat(out.toString()).contains("The results are the same").doesNotContain("B - A");
        assertThat(run("explain", model, "Lower fields", "2002-07-10")).isZero();
        assertThat(out.toString()).contains("Lower fields");
    }

    @Test
    void comparesVolumesLevelsAndIndices() throws Exception {
        for (int flow : new int[] {4, 5}) {
            Path model = folder.resolve("lake" + flow + ".yaml");
            Files.writeString(model, """
                    basin: A lake
                    period: {start: 2001-01-01, end: 2001-01-10, step: day}
                    parts:
                      - {inflow: River, to: Lake, flow: %d}
                      - lake: Lake
                        to: Town
                        capacity: 1000
                        initial: 500
                        curve: {volume: [0, 1000], area: [100, 100], level: [-30, -20]}
                      - {demand: Town, flow: 100000, priority: -1}
                    """.formatted(flow));
            assertThat(run(
                            "run",
                            model.toString(),
                            "--no-pictures",
                            "--out",
                            folder.resolve("" + flow).toString()))
                    .as(err.toString())
                    .isZero();
        }
        out.getBuffer().setLength(0);
        assertThat(run(
                        "compare",
                        folder.resolve("4").toString(),
                        folder.resolve("5").toString()))
                .isZero();
        // one m3/s more is 0.0864 million m3 a day, 0.864 in ten days, and 8.64 mm of a lake of 100 km2
        assertThat(out.toString())
                .containsPattern("Lake +3\\.45600 +4\\.32000 +\\+0\\.864000")
                .containsPattern("Lake level m +-24\\.9654 +-24\\.9568 +\\+0\\.00864000");
        assertThat(run("compare", folder.toString(), folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("totals.csv").contains("Maybe run 'basin run");
    }

    @Test
    void tellsWhatIsWrongInTwoLines() throws Exception {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"nodes\": [");
        assertThat(run("run", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line").contains("Maybe ").doesNotContain("\tat ");
    }

    @Test
    void anExportSaysBesideTheModelWhatItLost() {
        assertThat(run("export", "src/test/resources/design/small.yaml")).isZero();
        assertThat(Json.parse("export", out.toString()).has("nodes")).isTrue();
        assertThat(err.toString()).contains("\"Lake dam\": its zones became a control curve");
    }
}

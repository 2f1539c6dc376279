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
        assertThat(out.toString()).contains("B - A");
        assertThat(run("explain", model, "Lower fields", "2002-07-10")).isZero();
        assertThat(out.toString()).contains("Lower fields");
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

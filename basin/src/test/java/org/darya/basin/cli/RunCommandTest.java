package org.darya.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run writes: duration curves, levels, and Sankey pictures of the periods that were asked for. */
class RunCommandTest {

    private static final String RIVER = """
            {"timestepper": {"start": "2001-07-30", "end": "2001-08-18", "timestep": 1}, "nodes": [
              {"name": "river", "type": "Catchment", "flow": {"type": "arrayindexed",
                "values": [20, 1, 19, 2, 18, 3, 17, 4, 16, 5, 15, 6, 14, 7, 13, 8, 12, 9, 11, 10]}},
              {"name": "lake", "type": "Storage", "max_volume": 0},
              {"name": "town", "type": "Output", "max_flow": 4, "cost": -9},
              {"name": "sea", "type": "Output"}],
             "edges": [["river", "lake"], ["lake", "town"], ["lake", "sea"]]}
            """;

    private static final String LAKE = """
            basin: A lake
            period: {start: 2001-01-01, end: 2001-03-31, step: month}
            parts:
              - inflow: River
                to: Lake
                flow: 11.574074074074074
              - lake: Lake
                capacity: 1000
                initial: 400
                curve: {volume: [0, 450, 1000], area: [50, 95, 150], level: [-30, -27, -16]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path model, String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(more, 0, arguments, 4, more.length);
        arguments[0] = "run";
        arguments[1] = model.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        return BasinCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private Path river() throws IOException {
        return Files.writeString(folder.resolve("river.json"), RIVER);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void aDurationCurveTellsHowOftenAFlowIsReached() throws IOException {
        assertThat(run(river(), "--no-pictures")).isZero();
        assertThat(lines("duration.csv"))
                .containsExactly(
                        "node,type,1 %,5 %,10 %,20 %,30 %,40 %,50 %,60 %,70 %,80 %,90 %,95 %,99 %",
                        "river,Catchment,20,20,19,17,15,13,11,9,7,5,3,2,1",
                        "town,Output,4,4,4,4,4,4,4,4,4,4,3,2,1",
                        "sea,Output,16,16,15,13,11,9,7,5,3,1,0,0,0");
    }

    @Test
    void levelsAreReadOffTheCurve() throws IOException {
        Path model = Files.writeString(folder.resolve("lake.yaml"), LAKE);
        assertThat(run(model, "--no-pictures")).isZero();
        // one million m3 a day: 431, 459 and 490
        assertThat(lines("levels.csv"))
                .containsExactly(
                        "step,start,days,Lake level m,Lake area km2",
                        "0,2001-01-01,31,-27.12666667,93.1",
                        "1,2001-02-01,28,-26.82,95.9",
                        "2,2001-03-01,31,-26.2,99");
        assertThat(out.toString()).contains("level (median)").contains("-26.20");
    }

    @Test
    void levelsOfScenariosHaveASpread() throws IOException {
        Path model = Files.writeString(
                folder.resolve("lake.yaml"),
                LAKE.replace("parts:", "scenarios: {climate: {inflow: [0, 1, 2]}}\nparts:"));
        assertThat(run(model, "--no-pictures")).isZero();
        assertThat(lines("levels.csv").get(1))
                // between 400 and 431, and between 431 and 462
                .isEqualTo("0,2001-01-01,31,-27.12666667,93.1,-27.292,-26.884");
    }

    @Test
    void aModelWithoutCurvesHasNoLevels() throws IOException {
        assertThat(run(river(), "--no-pictures")).isZero();
        assertThat(folder.resolve("out/levels.csv")).doesNotExist();
    }

    @Test
    void aCurveOfNoStoreIsRefused() throws IOException {
        String curves = "\"curves\": {\"river\": {\"volume\": [0, 1], \"area\": [0, 1], \"level\": [0, 1]}}, \"nodes\"";
        Path model = Files.writeString(folder.resolve("river.json"), RIVER.replace("\"nodes\"", curves));
        assertThat(run(model, "--no-pictures")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no store \"river\"").contains("Maybe ");
        Files.writeString(
                model,
                RIVER.replace(
                        "\"nodes\"", curves.replace("river", "lake").replace("\"level\": [0, 1]", "\"level\": [0]")));
        assertThat(run(model, "--no-pictures")).isEqualTo(1);
        assertThat(err.toString()).contains("1 values beside 2 volumes");
    }

    @Test
    void aSankeyPictureOfAYearAndOfAMonth() throws IOException {
        assertThat(run(river(), "--sankey", "2001", "--sankey", "2001-07")).isZero();
        String year = Files.readString(folder.resolve("out/sankey_2001.svg"));
        String month = Files.readString(folder.resolve("out/sankey_2001-07.svg"));
        // 210 in 20 days, and 20 and 1 on the last days of July
        assertThat(year).contains("<title>2001</title>").contains("lake → town: 3.700 million");
        assertThat(month).contains("<title>2001-07</title>").contains("lake → town: 2.500 million");
        assertThat(folder.resolve("out/sankey.svg")).exists();
    }

    @Test
    void aGaugeHasAPictureOfItsDurationCurve() throws IOException {
        assertThat(run(Path.of("src/test/resources/design/small.yaml"))).isZero();
        Matcher path = Pattern.compile("<path d='M([^']*)'")
                .matcher(Files.readString(folder.resolve("out/duration_Gauge.svg")));
        assertThat(path.find()).isTrue();
        double[] down = Arrays.stream(path.group(1).split("L"))
                .mapToDouble(point -> Double.parseDouble(point.split(" ")[1]))
                .toArray();
        assertThat(down).hasSize(199).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002", "2001-09", "2001-7", "01", "2001-07-30", "July", "", "../2001", "2001,2001-07"})
    void aPeriodThatTheRunHasNotIsRefused(String period) throws IOException {
        assertThat(run(river(), "--sankey", period)).isEqualTo(1);
        assertThat(err.toString())
                .contains("--sankey: no step begins in " + period)
                .contains("Maybe write a year or a month of the run")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aStepBelongsToTheMonthInWhichItBegins() throws IOException {
        Path model = Files.writeString(
                folder.resolve("river.json"), RIVER.replace("\"timestep\": 1", "\"timestep\": \"W-SUN\""));
        // the first week begins on 30 July and ends in August
        assertThat(run(model, "--sankey", "2001-07")).isZero();
    }
}

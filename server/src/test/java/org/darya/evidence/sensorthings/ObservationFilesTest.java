package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.darya.StaServer;
import org.darya.evidence.ObservationFiles;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Loading and writing files at the command line, real series among them. */
class ObservationFilesTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final ObservationFiles.Listener SILENT = (read, created, known) -> {};
    private static StaServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = new StaServer(Map.of());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private ObservationFiles.Loaded load(Path file, @Nullable Integer stream) {
        return ObservationFiles.load(server.database, file, stream, SILENT);
    }

    @Test
    void loadsWritesAndLoadsAgainWithoutHarm() throws IOException {
        long stream = server.station("File", 1, 1, "{}");
        Path csv = folder.resolve("level.csv");
        Files.writeString(csv, """
                phenomenonTime,result,resultQuality
                2024-01-01T00:00:00Z,1.5,
                2024-01-02T00:00:00Z,,not-reported
                2024-01-03T00:00:00+05:00,"wet, very",estimated
                never,4,
                2024-01-04T00:00:00Z,,
                """);
        var loaded = load(csv, (int) stream);
        assertThat(loaded.created()).isEqualTo(3);
        assertThat(loaded.rejected()).isEqualTo(2);
        assertThat(loaded.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("row 4: \"never\" is no time.")
                                .contains("Maybe"),
                        fault -> assertThat(fault).startsWith("row 5: The observation has no result."));
        assertThat(load(csv, (int) stream).known()).isEqualTo(3);
        Path written = folder.resolve("out.csv");
        assertThat(ObservationFiles.export(
                        server.database, List.of((int) stream), written, ObservationFiles.Format.CSV, SILENT))
                .isEqualTo(3);
        assertThat(Files.readString(written).lines().map(line -> line.replaceFirst(",\\d+$", "")))
                .containsExactly(
                        "datastream,phenomenonTime,result,resultTime,validTime,resultQuality,id",
                        stream + ",2024-01-01T00:00:00Z,1.5,,,",
                        stream + ",2024-01-02T00:00:00Z,,,,not-reported",
                        stream + ",2024-01-02T19:00:00Z,\"wet, very\",,,estimated");
        assertThat(load(written, null).known()).isEqualTo(3);
        Path json = folder.resolve("page.json");
        Files.writeString(
                json,
                server.get("Datastreams(" + stream + ")/Observations?$resultFormat=dataArray")
                        .body());
        assertThat(load(json, null).known()).isEqualTo(3);
    }

    @Test
    void goesOnWhereItStopped() throws Exception {
        long stream = server.station("Long", 1, 1, "{}");
        Path csv = folder.resolve("long.csv");
        var rows = new StringBuilder("datastream,phenomenonTime,result\n");
        for (int i = 0; i < 12_000; i++) {
            rows.append(stream)
                    .append(',')
                    .append(java.time.Instant.ofEpochSecond(i * 3600L))
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        Files.writeString(csv, rows);
        assertThatThrownBy(() -> ObservationFiles.load(server.database, csv, null, (read, created, known) -> {
                    throw new IllegalStateException("cut off after the first part");
                }))
                .isInstanceOf(IllegalStateException.class);
        var again = load(csv, null);
        assertThat(again.skipped()).isEqualTo(5000);
        assertThat(again.created()).isEqualTo(7000);
        assertThat(server.json("Datastreams(" + stream + ")/Observations?$count=true&$top=0")
                        .path("@iot.count")
                        .intValue())
                .isEqualTo(12_000);
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() throws IOException {
        Path csv = folder.resolve("odd.csv");
        Files.writeString(csv, "a,b\n1,2\n");
        assertThatThrownBy(() -> load(csv, null))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> load(folder.resolve("none.csv"), null)).isInstanceOf(DaryaException.class);
    }

    /** Decadal discharge of the Chirchik basin since 1932, as riversCentralAsia gives it. */
    @Test
    void theRiversOfTheChirchikBasin() throws IOException {
        Path source = DATA.resolve("hydrology/riversCentralAsia/chirchik_river_basin_decadal.csv");
        Assumptions.assumeTrue(Files.exists(source), "the shared data is not here: not tested");
        Map<String, Long> streams = new HashMap<>();
        var rows = new StringBuilder("datastream,phenomenonTime,result\n");
        int numbers = 0;
        for (CSVRecord row : records(source)) {
            if (row.get("type").equals("Q") && row.get("data").matches("[0-9.]+")) { // gaps are empty or NA
                long stream = streams.computeIfAbsent(
                        row.get("code"),
                        code -> server.station(row.get("station") + " " + code, 70, 41.5, "{'verticalDatum':'BHS77'}"));
                rows.append(stream)
                        .append(',')
                        .append(LocalDate.parse(row.get("date")))
                        .append("T00:00:00Z,")
                        .append(row.get("data"))
                        .append('\n');
                numbers++;
            }
        }
        Path csv = folder.resolve("chirchik.csv");
        Files.writeString(csv, rows);
        var loaded = load(csv, null);
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.created() + loaded.known()).isEqualTo(numbers);
        JsonNode first = server.json("Datastreams(" + streams.get("16279") + ")/Observations?$top=1");
        assertThat(first.at("/value/0/phenomenonTime").asString()).isEqualTo("1932-01-10T00:00:00Z");
        assertThat(first.at("/value/0/result").doubleValue()).isEqualTo(48.8);
    }

    /** Hourly PM2.5 of Bishkek in 2020, as AirNow gives it; local time there is UTC+6. */
    @Test
    void theAirOfBishkek() throws IOException {
        Path source = DATA.resolve("indicators/5-air-waste/bishkek-airnow/AirBishkek2020.csv");
        Assumptions.assumeTrue(Files.exists(source), "the shared data is not here: not tested");
        long stream = server.station("Bishkek PM2.5", 74.6, 42.87, "{'duplicates':'ignore'}");
        var format = DateTimeFormatter.ofPattern("yyyy-MM-dd hh:mm a", Locale.US);
        var rows = new ArrayList<String>();
        rows.add("phenomenonTime,result,resultQuality");
        int valid = 0;
        for (CSVRecord row : records(source)) {
            boolean given = row.get("QC Name").equals("Valid");
            valid += given ? 1 : 0;
            rows.add(LocalDateTime.parse(row.get("Date (LT)"), format).toInstant(ZoneOffset.ofHours(6)) + ","
                    + (given ? row.get("Raw Conc.") + "," : ",not-reported"));
        }
        Path csv = folder.resolve("bishkek.csv");
        Files.write(csv, rows);
        var loaded = load(csv, (int) stream);
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.created()).isEqualTo(loaded.rows() - loaded.known());
        JsonNode year = server.json(
                "Datastreams(" + stream + ")/Observations?$bucket=P1Y&$zone=Asia/Bishkek&$filter=result ne null");
        long counted = 0;
        for (JsonNode bucket : year.path("value")) {
            counted += bucket.path("count").longValue();
        }
        assertThat(counted).isLessThanOrEqualTo(valid).isGreaterThan(valid - 10L); // hours given twice
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }
}

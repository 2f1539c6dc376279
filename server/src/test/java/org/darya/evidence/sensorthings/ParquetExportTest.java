package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.StaServer;
import org.darya.evidence.ObservationFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations as Parquet, read back by an implementation that has nothing of the one that wrote them. */
class ParquetExportTest {
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

    private Path exported(long stream, String rows) throws IOException {
        Path csv = folder.resolve("rows.csv");
        Files.writeString(csv, rows);
        ObservationFiles.load(server.database, csv, (int) stream, SILENT);
        Path parquet = folder.resolve("rows.parquet");
        ObservationFiles.export(
                server.database, List.of((int) stream), parquet, ObservationFiles.Format.PARQUET, SILENT);
        return parquet;
    }

    @Test
    void keepsEveryKindOfResultTimeAndQuality() throws IOException {
        long stream = server.station("Parquet", 1, 1, "{}");
        Path file = exported(stream, """
                phenomenonTime,result,resultTime,resultQuality
                1932-01-10T00:00:00Z,48.8,,
                2024-01-01T00:00:00.123456Z/2024-01-02T00:00:00Z,-7,2024-01-03T00:00:00Z,estimated
                2024-01-02T00:00:00Z,,,not-reported
                2024-01-03T00:00:00Z,"лёд, қар",,
                """);
        var rows = new ArrayList<List<Object>>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader row = reader.rowReader()) {
            assertThat(reader.getFileMetaData().numRows()).isEqualTo(4);
            assertThat(reader.getFileMetaData().keyValueMetadata().get("darya.datastreams"))
                    .contains("\"" + stream + "\"", "unitOfMeasurement", "ObservedProperty");
            while (row.hasNext()) {
                row.next();
                assertThat(row.getLong("datastream")).isEqualTo(stream);
                rows.add(List.of(
                        row.getTimestamp("phenomenonTimeStart"),
                        row.isNull("phenomenonTimeEnd") ? "" : row.getTimestamp("phenomenonTimeEnd"),
                        row.isNull("resultTime") ? "" : row.getTimestamp("resultTime"),
                        row.isNull("result") ? "" : row.getDouble("result"),
                        row.isNull("resultText") ? "" : row.getString("resultText"),
                        row.isNull("resultQuality") ? "" : row.getString("resultQuality")));
            }
        }
        assertThat(rows)
                .containsExactly(
                        List.of(Instant.parse("1932-01-10T00:00:00Z"), "", "", 48.8, "", ""),
                        List.of(
                                Instant.parse("2024-01-01T00:00:00.123456Z"),
                                Instant.parse("2024-01-02T00:00:00Z"),
                                Instant.parse("2024-01-03T00:00:00Z"),
                                -7.0,
                                "",
                                "estimated"),
                        List.of(Instant.parse("2024-01-02T00:00:00Z"), "", "", "", "", "not-reported"),
                        List.of(Instant.parse("2024-01-03T00:00:00Z"), "", "", "", "лёд, қар", ""));
    }

    @Test
    void writesManyRowsInSeveralGroupsAndNoRowsAtAll() throws IOException {
        long stream = server.station("Many", 1, 1, "{}");
        try (ParquetFileReader empty =
                ParquetFileReader.open(InputFile.of(exported(stream, "phenomenonTime,result\n")))) {
            assertThat(empty.getFileMetaData().numRows()).isZero();
        }
        int many = 300_000;
        var text = new StringBuilder("phenomenonTime,result\n");
        for (int i = 0; i < many; i++) {
            text.append(Instant.ofEpochSecond(i * 3600L))
                    .append(',')
                    .append(Math.floorMod(i * 7919L, 100_003) / 1000.0)
                    .append('\n');
        }
        Path file = exported(stream, text.toString());
        int read = 0;
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader row = reader.rowReader()) {
            assertThat(reader.getFileMetaData().rowGroups()).hasSizeGreaterThan(1);
            while (row.hasNext()) {
                row.next();
                assertThat(row.getTimestamp("phenomenonTimeStart")).isEqualTo(Instant.ofEpochSecond(read * 3600L));
                assertThat(row.getDouble("result")).isEqualTo(Math.floorMod(read * 7919L, 100_003) / 1000.0);
                read++;
            }
        }
        assertThat(read).isEqualTo(many);
    }
}

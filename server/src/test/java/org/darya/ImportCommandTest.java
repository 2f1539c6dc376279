package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Importing as an operator does it. */
class ImportCommandTest {
    private static final Path FILES = Path.of("src/test/resources/evidence");

    private final DatabaseLocation database = TestDatabase.create();

    @TempDir
    Path folder;

    @Test
    void importsAndTellsItAgain() throws Exception {
        try (var taking = run("csv", FILES.resolve("csv/good.csv").toString(), "--office", "UZ")) {
            assertThat(taking.end()).as(taking.output()).isZero();
            assertThat(taking.output())
                    .contains("reading file 1 of 1", "1 files, 2 series", "4 new, 0 changed, 0 unchanged")
                    .doesNotContain("flyway");
        }
        try (var faulty = run("csv", FILES.resolve("faulty-csv").toString(), "--office", "UZ")) {
            assertThat(faulty.end()).as("a file could not be read").isEqualTo(1);
        }
        try (var report = run("report")) {
            assertThat(report.end()).isZero();
            assertThat(report.output())
                    .contains(
                            "import 2 (csv, UZ)", "rows.csv:2:3: \"61,5\" is not a number.", "Maybe the decimal comma");
        }
        try (var report = run("report", "1")) {
            assertThat(report.end()).isZero();
            assertThat(report.output()).contains("import 1 (csv, UZ)", "rejected rows: 0");
        }
        try (var report = run("report", "77")) {
            assertThat(report.end()).isEqualTo(1);
            assertThat(report.output()).contains("There is no import 77.", "Maybe");
        }
    }

    @Test
    void aKilledImportLeavesNothingAndTheNextOneIsWhole() throws Exception {
        int rows = 400_000;
        Path large = large(rows);
        try (var killed = run("csv", large.toString(), "--office", "X")) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!killed.output().contains("50000 rows so far")) {
                assertThat(killed.process.isAlive()).as(killed.output()).isTrue();
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(5);
            }
            killed.process.destroyForcibly().waitFor();
        }
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        for (String table : new String[] {"import", "original", "series", "value", "rejected"}) {
            assertThat(jdbc.sql("select count(*) from evidence." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        try (var whole = run("csv", large.toString(), "--office", "X")) {
            assertThat(whole.end()).as(whole.output()).isZero();
            assertThat(whole.output()).contains(rows + " new, 0 changed, 0 unchanged");
        }
    }

    private Path large(int rows) throws Exception {
        Path file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("indicator,period,value,area\n");
            for (int i = 0; i < rows; i++) {
                out.write("1.1.1,%d,%d.5,A%d\n".formatted(1900 + i % 100, i, i / 100));
            }
        }
        return file;
    }

    private DaryaProcess run(String... words) throws Exception {
        String[] all = new String[words.length + 5];
        all[0] = "import";
        System.arraycopy(words, 0, all, 1, words.length);
        System.arraycopy(
                new String[] {"--db-url", database.url(), "--db-user", database.user()}, 0, all, words.length + 1, 4);
        return DaryaProcess.start(Map.of("DARYA_DB_PASSWORD", database.password()), all);
    }
}

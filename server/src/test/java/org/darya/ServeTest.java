package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.EmbeddedPostgres;
import org.darya.platform.OldestPostgres;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, killing and starting again, as an operator does it. */
class ServeTest {
    private static final String PROGRAMME = TestServer.RES2026.toString();
    private static final Path PROGRAMMES = Path.of("src/test/resources/programmes");

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path data;

    @BeforeEach
    void programsAreUnpackedAlready() throws IOException {
        // only to save time: the same archive is unpacked once for all tests
        Path shared = TestDatabase.programs();
        Files.createDirectories(data.resolve("postgresql"));
        try (Stream<Path> homes = Files.list(shared)) {
            for (Path home : homes.toList()) {
                Files.createSymbolicLink(data.resolve("postgresql").resolve(home.getFileName()), home);
            }
        }
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        killDatabase();
    }

    @Test
    void comesBackByItselfAfterBeingKilledWhileLoading() throws Exception {
        for (boolean databaseToo : List.of(false, true)) {
            try (var darya = serve()) {
                waitUntilLoading(darya);
                darya.process.destroyForcibly().waitFor(); // kill -9
                if (databaseToo) {
                    killDatabase();
                }
            }
        }
        try (var darya = serve()) {
            String address = darya.ready();
            assertThat(DaryaProcess.get(address + "/api/v1/projects?limit=1")).contains("\"total\":49");
            assertSameFolder(export());
            darya.process.destroyForcibly().waitFor(); // kill -9 when everything is loaded
        }
        killDatabase();
        try (var darya = serve()) {
            assertThat(DaryaProcess.get(darya.ready() + "/api/v1/sources?limit=1"))
                    .contains("\"total\":170");
        }
    }

    /** Where something of what it asks were gone, the build would go on in silence without its quick start. */
    @Test
    void theRehearsalFindsAllThatItAsksFor() throws Exception {
        try (var rehearsal = DaryaProcess.start(
                Map.of("JAVA_TOOL_OPTIONS", "-Ddarya.home=" + Path.of("..").toAbsolutePath()),
                "rehearse",
                "--data",
                data.toString(),
                "--seconds",
                "0")) {
            assertThat(rehearsal.end()).as(rehearsal.output()).isZero();
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
        try (var first = serve()) {
            first.ready();
            try (var second = serve()) {
                assertThat(second.end()).isEqualTo(1);
                assertThat(second.output())
                        .contains("is in use by another Darya (process " + first.process.pid() + ")")
                        .contains("Maybe stop that process first")
                        .doesNotContain("\tat ");
            }
            assertThat(first.process.isAlive()).isTrue();
        }
    }

    @Test
    void stopsInOrderWhenAsked() throws Exception {
        try (var darya = serve()) {
            darya.ready();
            darya.process.destroy(); // TERM
            assertThat(darya.end()).isEqualTo(143);
        }
        assertThat(data.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgresql/postgresql.log")))
                .contains("database system is shut down");
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (var socket = new ServerSocket(0);
                var darya = DaryaProcess.start(
                        "serve",
                        "--data",
                        data.toString(),
                        "--programme",
                        small(),
                        "--port",
                        "" + socket.getLocalPort())) {
            assertThat(darya.end()).isEqualTo(1);
            assertThat(darya.output())
                    .contains("Port " + socket.getLocalPort() + " is taken")
                    .contains("Maybe");
        }
    }

    @Test
    void keepsTheGoodProgrammeWhenTheFolderBecameFaulty() throws Exception {
        try (var refused =
                DaryaProcess.start("serve", "--data", data.toString(), "--port", "0", "--programme", faulty())) {
            assertThat(refused.end()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("there is no earlier one to show")
                    .doesNotContain("\tat ");
        }
        try (var good = DaryaProcess.start("serve", "--data", data.toString(), "--port", "0", "--programme", small())) {
            good.ready();
        }
        try (var faulty =
                DaryaProcess.start("serve", "--data", data.toString(), "--port", "0", "--programme", faulty())) {
            String address = faulty.ready();
            assertThat(faulty.output())
                    .contains("meetings.yaml:9:5")
                    .contains("The programme that was loaded before stays.");
            assertThat(DaryaProcess.get(address + "/api/v1/meetings")).contains("\"total\":1");
        }
    }

    @Test
    void runsOnAnOperatorsOwnDatabase() throws Exception {
        try (EmbeddedPostgres own = OldestPostgres.start(data.resolve("own"))) {
            DatabaseLocation location = own.location();
            Map<String, String> password = Map.of("DARYA_DB_PASSWORD", location.password());
            String[] words = {
                "serve",
                "--port",
                "0",
                "--programme",
                PROGRAMME,
                "--db-url",
                location.url(),
                "--db-user",
                location.user()
            };
            try (var darya = DaryaProcess.start(password, words)) {
                assertThat(DaryaProcess.get(darya.ready() + "/api/v1/projects?limit=1"))
                        .contains("\"total\":49");
            }
            assertThat(location.answers()).as("it is not ours to stop").isTrue();
            try (var darya = DaryaProcess.start(Map.of("DARYA_DB_PASSWORD", "wrong"), words)) {
                assertThat(darya.end()).isEqualTo(1);
                assertThat(darya.output())
                        .contains("does not take the user darya")
                        .contains("Maybe");
            }
        }
    }

    @Test
    void checkAndExportAnswerWithAnExitCode() throws Exception {
        try (var check = DaryaProcess.start("check", "programme", PROGRAMME)) {
            assertThat(check.end()).isZero();
            assertThat(check.output()).contains("is in order: 8 themes");
        }
        try (var check = DaryaProcess.start("check", "programme", faulty())) {
            assertThat(check.end()).isEqualTo(1);
            assertThat(check.output()).contains("22 problems");
        }
        try (var check =
                DaryaProcess.start("check", "programme", data.resolve("none").toString())) {
            assertThat(check.end()).isEqualTo(1);
            assertThat(check.output()).contains("There is no programme folder").contains("Maybe");
        }
        try (var export =
                DaryaProcess.start("export", "programme", data.resolve("x").toString(), "--data", data.toString())) {
            assertThat(export.end()).isEqualTo(1);
            assertThat(export.output()).contains("No programme is loaded here").doesNotContain("\tat ");
        }
    }

    private DaryaProcess serve() throws IOException {
        return DaryaProcess.start("serve", "--data", data.toString(), "--port", "0", "--programme", PROGRAMME);
    }

    private static String small() {
        return PROGRAMMES.resolve("small").toString();
    }

    private static String faulty() {
        return PROGRAMMES.resolve("faulty").toString();
    }

    /** Returns in the middle of a loading: some records are written, none is committed. */
    private void waitUntilLoading(DaryaProcess darya) throws Exception {
        while (darya.process.isAlive()) {
            DatabaseLocation location = EmbeddedPostgres.running(data.resolve("postgresql"));
            if (location != null && loading(location)) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(darya.output());
    }

    private static boolean loading(DatabaseLocation location) throws InterruptedException {
        try (var connection = DriverManager.getConnection(location.url(), location.user(), location.password());
                var statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                Thread.sleep(2);
                try (ResultSet row = statement.executeQuery(
                        "select 1 from pg_stat_activity where query like 'insert into %' and xact_start is not null"
                                + " and query not like '%migration%'")) {
                    if (row.next()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            return false; // not up yet
        }
    }

    private Path export() throws Exception {
        Path folder = data.resolve("exported");
        try (var export = DaryaProcess.start("export", "programme", folder.toString(), "--data", data.toString())) {
            assertThat(export.end()).as(export.output()).isZero();
        }
        return folder;
    }

    private static void assertSameFolder(Path exported) throws IOException {
        try (Stream<Path> files = Files.walk(TestServer.RES2026)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(exported.resolve(TestServer.RES2026.relativize(file)))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    /** Ends the database server of the folder and its workers, where one runs. */
    private void killDatabase() throws IOException {
        Path pid = data.resolve("postgresql/cluster/postmaster.pid");
        if (Files.exists(pid)) {
            long server = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(server).ifPresent(handle -> {
                List<ProcessHandle> all =
                        Stream.concat(handle.descendants(), Stream.of(handle)).toList();
                all.forEach(ProcessHandle::destroyForcibly);
                all.forEach(each -> each.onExit().join());
            });
        }
    }
}

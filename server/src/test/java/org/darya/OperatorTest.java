package org.darya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.darya.access.AccessDatabase;
import org.darya.access.AuditChain;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.platform.Backup;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.darya.programme.Draft;
import org.darya.programme.EditOutcome;
import org.darya.programme.Editing;
import org.darya.programme.FolderPlan;
import org.darya.programme.ProgrammeCommands;
import org.darya.programme.ProgrammeFolder;
import org.darya.programme.Programmes;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backup and restore, and a folder that meets the browser's changes. */
class OperatorTest {
    private static final Path SMALL = Path.of("src/test/resources/programmes/small");
    private static final Caller SECRETARIAT = new Caller(
            1L,
            "secretary",
            java.util.Set.of(Role.SECRETARIAT),
            java.util.Set.of(),
            java.util.Set.of(),
            null,
            Caller.Means.SESSION,
            java.util.Set.of());

    @TempDir
    Path folder;

    private static void edit(ConfigurableApplicationContext server, String id, String input, String text) {
        EditOutcome outcome = Callers.as(SECRETARIAT, () -> {
            Editing editing = server.getBean(Editing.class);
            Draft draft = java.util.Objects.requireNonNull(editing.draft(Kind.SOURCE, id));
            var inputs = new java.util.HashMap<>(draft.inputs());
            inputs.put(input, text);
            return editing.change(Kind.SOURCE, id, draft.version(), inputs, "a test");
        });
        assertThat(outcome).isInstanceOf(EditOutcome.Saved.class);
    }

    private Path exported(DatabaseLocation database, String name) {
        Path written = folder.resolve(name);
        ProgrammeCommands.export(database, written);
        return written;
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        root.relativize(file).toString(),
                        java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    @Test
    void aBackupTakenWhileOthersWriteIsOfOneMomentAndComesBackByteForByte() throws Exception {
        DatabaseLocation database = TestDatabase.create();
        Path backup = folder.resolve("darya.backup");
        ConfigurableApplicationContext server = TestServer.start(database, TestServer.RES2026);
        try (server) {
            edit(server, "bulletin", "title.en", "Edited in the browser");
            var stop = new AtomicBoolean();
            var writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; !stop.get(); i++) {
                    JdbcClient.create(database.dataSource())
                            .sql(
                                    "insert into evidence.original values (:sha, 1, 'x'); insert into evidence.original values (:other, 1, 'x')")
                            .param("sha", "left " + i)
                            .param("other", "right " + i)
                            .update();
                }
            });
            assertThat(Backup.write(database, Serve.ROOMS, backup)).isGreaterThan(1000);
            stop.set(true);
            writer.join();
        }
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        DatabaseLocation restored = TestDatabase.create();
        Backup.read(restored, Serve.ROOMS, backup);
        AccessDatabase.prepare(restored, AccessDatabase.application(restored), Serve.ROOMS);
        assertThat(contents(exported(restored, "restored"))).isEqualTo(contents(exported(database, "original")));
        assertThat(AuditChain.verify(restored.dataSource(), 0, "")).isInstanceOf(AuditChain.Verdict.Whole.class);
        JdbcClient jdbc = JdbcClient.create(restored.dataSource());
        assertThat(jdbc.sql(
                                "select count(*) filter (where sha256 like 'left %') = count(*) filter (where sha256 like 'right %') from evidence.original")
                        .query(Boolean.class)
                        .single())
                .as("both rows of a transaction or none")
                .isTrue();
        try (ConfigurableApplicationContext again = TestServer.start(restored, TestServer.RES2026)) {
            assertThat(again.getBean(Register.class).sources().count(Filter.ALL))
                    .isEqualTo(170);
            edit(again, "bulletin", "title.en", "Edited after the restore");
        }

        assertThatThrownBy(() -> Backup.write(database, Serve.ROOMS, backup))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> Backup.read(restored, Serve.ROOMS, backup))
                .isInstanceOf(DaryaException.class)
                .hasMessageContaining("holds tables of Darya already");
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged"), bytes);
        DatabaseLocation empty = TestDatabase.create();
        assertThatThrownBy(() -> Backup.read(empty, Serve.ROOMS, damaged)).isInstanceOf(DaryaException.class);
        Path other = Files.writeString(folder.resolve("other"), "no backup");
        assertThatThrownBy(() -> Backup.read(empty, Serve.ROOMS, other)).isInstanceOf(DaryaException.class);
        Backup.read(empty, Serve.ROOMS, backup);
        assertThat(contents(exported(empty, "again"))).isEqualTo(contents(folder.resolve("original")));
    }

    private static ProgrammeFolder with(Path base, String file, String from, String to) throws IOException {
        var files = new TreeMap<>(ProgrammeFolder.read(base).files());
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return new ProgrammeFolder(files);
    }

    @Test
    void aFolderThatChangedMeetsTheChangesOfTheBrowser() throws Exception {
        DatabaseLocation database = TestDatabase.create();
        try (ConfigurableApplicationContext server = TestServer.start(database, SMALL)) {
            Programmes programmes = server.getBean(Programmes.class);
            Callers.as(SECRETARIAT, () -> {
                Editing editing = server.getBean(Editing.class);
                var inputs = new java.util.HashMap<>(
                        java.util.Objects.requireNonNull(editing.draft(Kind.SOURCE, "source-one"))
                                .inputs());
                inputs.put("url", "https://example.org/two");
                assertThat(editing.add(Kind.SOURCE, "source-two", inputs, "a test"))
                        .isInstanceOf(EditOutcome.Saved.class);
                return null;
            });
            edit(server, "source-one", "title.en", "From the browser");

            FolderPlan same = programmes.plan(ProgrammeFolder.read(SMALL), null);
            assertThat(same.conflicts()).isEmpty();
            assertThat(same.changes()).as("what was edited stays").isEmpty();

            ProgrammeFolder elsewhere = with(SMALL, "documents.yaml", "en: Document", "en: Renamed");
            FolderPlan plan = programmes.plan(elsewhere, null);
            assertThat(plan.conflicts()).isEmpty();
            assertThat(plan.changes()).containsExactly("~ documents/document-one");
            assertThat(plan.toString()).contains("Changed in the browser and kept", "sources.yaml");
            programmes.carryOut(plan, "two");
            assertThat(new String(programmes.export().files().get("sources.yaml"), StandardCharsets.UTF_8))
                    .contains("From the browser", "# comments and odd   spacing stay as they are");
            assertThat(new String(programmes.export().files().get("documents.yaml"), StandardCharsets.UTF_8))
                    .contains("Renamed");

            ProgrammeFolder both = with(SMALL, "sources.yaml", "en: Source", "en: From the folder");
            FolderPlan conflict = programmes.plan(both, null);
            assertThat(conflict.conflicts()).containsExactly("sources.yaml: sources/source-one");
            assertThatThrownBy(() -> programmes.carryOut(conflict, "three")).isInstanceOf(DaryaException.class);
            assertThat(programmes.plan(both, FolderPlan.Take.BROWSER).changes())
                    .containsExactly("~ documents/document-one");
            FolderPlan taken = programmes.plan(both, FolderPlan.Take.FOLDER);
            assertThat(taken.changes()).contains("~ sources/source-one");
            edit(server, "source-two", "title.en", "Meanwhile");
            assertThatThrownBy(() -> programmes.carryOut(taken, "three"))
                    .hasMessageContaining("since the plan was made");
            programmes.carryOut(programmes.plan(both, FolderPlan.Take.FOLDER), "three");
            assertThat(java.util.Objects.requireNonNull(
                                    server.getBean(Register.class).sources().find("source-one"))
                            .title()
                            .in(org.darya.platform.Language.EN))
                    .isEqualTo("From the folder");
            assertThat(server.getBean(Register.class).sources().find("source-two"))
                    .isNotNull();
        }
    }

    @Test
    void theCommandsDoTheirWork() throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("postgresql"));
        try (Stream<Path> homes = Files.list(TestDatabase.programs())) {
            for (Path home : homes.toList()) {
                Files.createSymbolicLink(data.resolve("postgresql").resolve(home.getFileName()), home);
            }
        }
        String[] at = {"--data", data.toString()};
        try (var darya = DaryaProcess.start(
                "serve", "--port", "0", "--programme", SMALL.toString(), "--data", data.toString())) {
            darya.ready();
            assertThat(darya.output()).contains("The first account is \"administrator\", its one-time password");
            assertThat(run(0, "user", "add", "anna", "--role", "secretariat", at[0], at[1]))
                    .contains("one-time password");
            assertThat(run(1, "user", "add", "anna", "--role", "secretariat", at[0], at[1]))
                    .contains("Maybe");
            assertThat(run(1, "user", "add", "x", "--role", "king", at[0], at[1]))
                    .contains("There is no role \"king\"");
            assertThat(run(0, "user", "disable", "anna", at[0], at[1])).contains("may not sign in");
            assertThat(run(0, "user", "reset", "anna", at[0], at[1])).contains("one-time password");
            assertThat(run(0, "user", "list", at[0], at[1])).contains("administrator", "anna");
            assertThat(run(0, "audit", "verify", at[0], at[1])).contains("The trail is whole");
            assertThat(run(0, "import", "programme", SMALL.toString(), "--dry-run", at[0], at[1]))
                    .contains("0 records would change");
            assertThat(run(0, "backup", folder.resolve("b").toString(), at[0], at[1]))
                    .contains("rows written");
        }
        assertThat(run(1, "restore", folder.resolve("b").toString(), at[0], at[1]))
                .contains("holds tables of Darya already");
    }

    private static String run(int code, String... words) throws Exception {
        try (var darya = DaryaProcess.start(words)) {
            assertThat(darya.end()).as(darya.output()).isEqualTo(code);
            return darya.output();
        }
    }
}

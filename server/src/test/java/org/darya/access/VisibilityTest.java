package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.darya.TestServer;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.Language;
import org.darya.platform.TestDatabase;
import org.darya.programme.ProgrammeFolder;
import org.darya.programme.Programmes;
import org.darya.programme.Reading;
import org.darya.register.Catalogue;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.darya.register.Register;
import org.darya.register.Search;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees what, asked of the services and of the database past them. */
class VisibilityTest {
    private static final Path SMALL = Path.of("src/test/resources/programmes/small");
    private static final DatabaseLocation OWNER = TestDatabase.create();
    private static final DatabaseLocation APPLICATION = AccessDatabase.application(OWNER);
    private static final ConfigurableApplicationContext SERVER = TestServer.start(OWNER, SMALL);
    private static final Caller KAZAKHSTAN = focalPoint("KAZ");
    private static final Caller UZBEKISTAN = focalPoint("UZB");
    private static final Caller SECRETARIAT = new Caller(
            3L, "secretary", Set.of(Role.SECRETARIAT), Set.of(), Set.of(), null, Caller.Means.SESSION, Set.of());
    private static final Caller PARTNER = new Caller(
            4L, "bank", Set.of(Role.PARTNER), Set.of(), Set.of("bank"), null, Caller.Means.SESSION, Set.of());

    static {
        var files = new TreeMap<>(ProgrammeFolder.read(SMALL).files());
        files.put("shared.yaml", source("source-shared", "shared", "Общий"));
        files.put("kaz.yaml", source("source-kaz", "national KAZ", "Тайна"));
        files.put("uzb.yaml", source("source-uzb", "national UZB", "Секрет"));
        Reading reading = Callers.as(
                Caller.SYSTEM,
                () -> SERVER.getBean(Programmes.class).load(new ProgrammeFolder(files), "with national records"));
        assertThat(reading).isInstanceOf(Reading.Sound.class);
    }

    private final Register register = SERVER.getBean(Register.class);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Caller focalPoint(String country) {
        return new Caller(
                1L, "focal", Set.of(Role.FOCAL_POINT), Set.of(country), Set.of(), null, Caller.Means.SESSION, Set.of());
    }

    private static byte[] source(String id, String visibility, String title) {
        return """
                sources:
                  - id: %s
                    visibility: %s
                    title: {ru: %3$s, kk: %3$s, en: Secret}
                    publisher: Publisher
                    type: document
                    language: ru
                    level: A
                """.formatted(id, visibility, title).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> seen(Caller caller) {
        return Callers.as(
                caller,
                () -> register.sources().list(Filter.ALL).stream()
                        .map(source -> source.id())
                        .sorted()
                        .toList());
    }

    @Test
    void eachSeesItsOwn() {
        assertThat(seen(Caller.ANONYMOUS)).containsExactly("source-one");
        assertThat(seen(PARTNER)).containsExactly("source-one");
        assertThat(seen(SECRETARIAT)).containsExactly("source-one", "source-shared");
        assertThat(seen(KAZAKHSTAN)).containsExactly("source-kaz", "source-one", "source-shared");
        assertThat(seen(UZBEKISTAN)).containsExactly("source-one", "source-shared", "source-uzb");
        assertThat(seen(Caller.SYSTEM)).hasSize(4);
    }

    @Test
    void whoeverIsForgottenSeesOnlyWhatIsPublic() {
        assertThat(register.sources().count(Filter.ALL)).isEqualTo(1);
        assertThat(Callers.as(
                        KAZAKHSTAN,
                        () -> CompletableFuture.supplyAsync(
                                        () -> register.sources().count(Filter.ALL))
                                .join()))
                .as("another thread was told nothing")
                .isEqualTo(1);
        assertThat(Callers.as(KAZAKHSTAN, () -> {
                    var counts = new CompletableFuture<Integer>();
                    Thread.ofVirtual()
                            .start(Callers.carried(
                                    () -> counts.complete(register.sources().count(Filter.ALL))));
                    return counts.join();
                }))
                .isEqualTo(3);
    }

    @Test
    void aConnectionForgetsWhoseItWas() {
        TransactionTemplate transaction = SERVER.getBean(TransactionTemplate.class);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> Callers.as(
                            KAZAKHSTAN,
                            () -> transaction.execute(status -> {
                                register.sources().count(Filter.ALL);
                                throw new IllegalStateException("in the middle");
                            })))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(seen(Caller.ANONYMOUS)).containsExactly("source-one");
        }
    }

    @Test
    void searchAndCatalogueKeepTheSecret() {
        Search search = SERVER.getBean(Search.class);
        Catalogue catalogue = SERVER.getBean(Catalogue.class);
        for (Caller caller : List.of(Caller.ANONYMOUS, SECRETARIAT, UZBEKISTAN)) {
            assertThat(Callers.as(
                            caller,
                            () -> search.find("Тайна", Language.RU, 10, 0).total()))
                    .isZero();
            assertThat(Callers.as(caller, () -> catalogue.lines(Kind.SOURCE))).doesNotContainKey("source-kaz");
        }
        assertThat(Callers.as(
                        KAZAKHSTAN,
                        () -> search.find("Тайна", Language.RU, 10, 0).total()))
                .isOne();
    }

    @Test
    void theFolderIsGivenOutOnlyAsFarAsItIsSeen() {
        Programmes programmes = SERVER.getBean(Programmes.class);
        assertThat(programmes.export().files())
                .doesNotContainKeys("kaz.yaml", "uzb.yaml", "shared.yaml")
                .containsKey("sources.yaml");
        assertThat(Callers.as(UZBEKISTAN, () -> programmes.export().files().keySet()))
                .contains("uzb.yaml", "shared.yaml")
                .doesNotContain("kaz.yaml");
    }

    /**
     * Not through any code of ours: the application's role, plain SQL, every table that has a visibility. Those without one are
     * the matter of {@link EveryTableTest}.
     */
    @Test
    void theDatabaseItselfKeepsTheSecret() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection owner = connect(OWNER);
                ResultSet rows = owner.createStatement().executeQuery("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'visibility' order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables)
                .contains("register.source", "register.catalogue", "register.link", "programme.file", "access.audit");
        try (Connection application = connect(APPLICATION)) {
            for (String told : List.of("", "shared", "shared,national UZB")) {
                application.createStatement().execute("select set_config('darya.sees', '%s', false)".formatted(told));
                for (String table : tables) {
                    assertThat(count(application, table, "where visibility = 'national KAZ'"))
                            .as(table + " to one who sees " + told)
                            .isZero();
                }
            }
            application.createStatement().execute("select set_config('darya.sees', 'shared,national KAZ', false)");
            for (String table : List.of("register.source", "register.catalogue", "programme.file", "access.audit")) {
                assertThat(count(application, table, "where visibility = 'national KAZ'"))
                        .as(table)
                        .isPositive();
            }
            assertThatThrownBy(() -> application
                            .createStatement()
                            .execute("alter table register.source disable row level security"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> application.createStatement().execute("set session authorization darya"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** A new table needs its column and nothing else; here one that keeps the country apart. */
    @Test
    void aTableIsGuardedForItsColumns() throws SQLException {
        try (Connection owner = connect(OWNER);
                var statement = owner.createStatement()) {
            statement.execute("create table evidence.stream (id int, visibility text not null, country text)");
            statement.execute(
                    "insert into evidence.stream values (1, 'public', 'KAZ'), (2, 'national', 'KAZ'), (3, 'national', null)");
        }
        AccessDatabase.prepare(
                OWNER, APPLICATION, List.of("register", "evidence", "action", "agreement", "programme", "access"));
        try (Connection application = connect(APPLICATION)) {
            assertThat(count(application, "evidence.stream", "")).isEqualTo(1);
            application.createStatement().execute("select set_config('darya.sees', 'national UZB', false)");
            assertThat(count(application, "evidence.stream", "")).isEqualTo(1);
            application.createStatement().execute("select set_config('darya.sees', 'national KAZ', false)");
            assertThat(count(application, "evidence.stream", "")).isEqualTo(2);
        }
    }

    /** A country can neither change nor overwrite what it does not see. */
    @Test
    void writesAreBoundLikeReads() throws SQLException {
        try (Connection application = connect(APPLICATION)) {
            application.createStatement().execute("select set_config('darya.sees', 'shared,national UZB', false)");
            assertThat(application
                            .createStatement()
                            .executeUpdate("update register.source set ord = 9 where id = 'source-kaz'"))
                    .isZero();
            assertThat(application
                            .createStatement()
                            .executeUpdate("delete from register.source where id = 'source-kaz'"))
                    .isZero();
            assertThatThrownBy(() -> application.createStatement().executeUpdate("""
                            insert into register.source (id, ord, level, themes, countries, body)
                            values ('mine', 1, 'A', '{}', '{}', '{"visibility": "national KAZ"}')"""))
                    .hasMessageContaining("row-level security");
        }
        assertThat(seen(KAZAKHSTAN)).contains("source-kaz");
    }

    private static Connection connect(DatabaseLocation database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static int count(Connection connection, String table, String where) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table + " " + where)) {
            row.next();
            return row.getInt(1);
        }
    }
}

package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.darya.TestServer;
import org.darya.evidence.ImportRequest;
import org.darya.evidence.Imports;
import org.darya.evidence.ObservationFiles;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of write leaves its row of the trail, and nobody can flood it. */
class EveryWriteTest {
    private static final DatabaseLocation OWNER = TestDatabase.create();
    private static final ConfigurableApplicationContext SERVER =
            TestServer.start(OWNER, Path.of("src/test/resources/programmes/small"), Map.of("darya.sta.open", true));
    private static final JdbcClient SQL = JdbcClient.create(OWNER.dataSource());
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STATION = """
            {"name":"Gauge","description":"d","Datastreams":[{"name":"Level","description":"d","observationType":"o",
             "unitOfMeasurement":{"name":"m"},"Sensor":{"name":"s","description":"d","encodingType":"text/html","metadata":"m"},
             "ObservedProperty":{"name":"o","definition":"x","description":"d"}}],
             "Locations":[{"name":"place","description":"d","encodingType":"application/geo+json",
             "location":{"type":"Point","coordinates":[71,51]}}]}""";

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        assertThat(AuditChain.verify(OWNER.dataSource(), 0, "")).isInstanceOf(AuditChain.Verdict.Whole.class);
        SERVER.close();
    }

    private record Row(
            String who, String means, String address, String record, String before, String after, String why) {
        JsonNode json() {
            return JSON.readTree(after);
        }
    }

    private static List<Row> rows(String action, String what) {
        return SQL.sql("""
                        select who, means, address, record, coalesce(before, ''), coalesce(after, ''), why from access.audit
                        where action = :action and what = :what order by seq""")
                .param("action", action)
                .param("what", what)
                .query((row, i) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    private static long count() {
        return SQL.sql("select count(*) from access.audit").query(Long.class).single();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void anImportOfOfficialSeries() throws Exception {
        Path file = folder.resolve("two words.csv");
        Files.writeString(file, """
                indicator,period,value
                1.1.1,2020,4
                1.1.1,2021,no number
                """);
        Imports.run(
                OWNER,
                new ImportRequest(ImportRequest.Format.CSV, List.of(file), "an office", "CC0", "a site"),
                (nr, files, name, read) -> {});
        Row row = rows("import", "evidence.import").getLast();
        assertThat(row.who()).isEqualTo("operator");
        assertThat(row.means()).isEqualTo("command");
        assertThat(row.address()).isEqualTo(System.getProperty("user.name"));
        assertThat(row.why()).isEqualTo("import csv " + file.toAbsolutePath());
        assertThat(row.json().path("office").asString()).isEqualTo("an office");
        assertThat(row.json().path("sha256").asString()).isEqualTo(sha256(file));
        assertThat(row.json().path("added").asInt()).isEqualTo(1);
        assertThat(row.json().path("rejected").asInt()).isEqualTo(1);
        Files.writeString(folder.resolve("second.csv"), "indicator,period,value\n1.1.1,2022,5\n");
        Imports.run(
                OWNER,
                new ImportRequest(ImportRequest.Format.CSV, List.of(folder), "an office", "CC0", "a site"),
                (nr, files, name, read) -> {});
        Row both = rows("import", "evidence.import").getLast();
        assertThat(both.json().path("files").asInt()).isEqualTo(2);
        assertThat(both.json().path("sha256").asString())
                .isNotEqualTo(row.json().path("sha256").asString())
                .hasSize(64);
    }

    @Test
    void aLoadOfTheProgramme() {
        assertThat(rows("load", "programme.loaded")).first().satisfies(row -> {
            assertThat(row.who()).isEqualTo("darya");
            assertThat(row.before()).isEmpty();
            assertThat(row.after()).isNotEmpty();
        });
    }

    @Test
    void stationsAndTheirObservations() throws Exception {
        try (Site site = Site.of(SERVER)) {
            assertThat(sta(site, "POST", "Things", STATION)).isEqualTo(201);
            int stream = SQL.sql("select max(id) from observation.datastream")
                    .query(Integer.class)
                    .single();
            for (String kind : List.of("thing", "datastream", "sensor", "observed_property", "location")) {
                assertThat(rows("add", "observation." + kind)).as(kind).last().satisfies(row -> {
                    assertThat(row.who()).isEqualTo("open");
                    assertThat(row.json().path("name").asString()).isNotEmpty();
                });
            }
            assertThat(sta(site, "PATCH", "Datastreams(" + stream + ")", "{\"name\":\"Stage\"}"))
                    .isEqualTo(200);
            Row changed = rows("change", "observation.datastream").getLast();
            assertThat(JSON.readTree(changed.before()).path("name").asString()).isEqualTo("Level");
            assertThat(changed.json().path("name").asString()).isEqualTo("Stage");
            for (int i = 1; i <= 5; i++) {
                assertThat(sta(
                                site,
                                "POST",
                                "Datastreams(" + stream + ")/Observations",
                                "{\"phenomenonTime\":\"2024-01-0%dT00:00:00Z\",\"result\":%d}".formatted(i, i)))
                        .isEqualTo(201);
            }
            assertThat(sta(site, "DELETE", "Datastreams(" + stream + ")/Observations?$filter=result%20eq%205", ""))
                    .isEqualTo(200);
            List<Row> written = rows("write", "observation.observation");
            assertThat(written.stream()
                            .mapToLong(row -> row.json().path("observations").asLong())
                            .sum())
                    .as("told of together, when the journal was folded")
                    .isGreaterThanOrEqualTo(5);
            assertThat(written.getLast().json().path("sha256").asString()).hasSize(64);
            assertThat(written.getLast().address()).as("from where").isEqualTo("127.0.0.1");
            assertThat(JSON.readTree(rows("remove", "observation.observation")
                                    .getLast()
                                    .before())
                            .path("observations")
                            .asInt())
                    .isEqualTo(1);
            assertThat(sta(site, "DELETE", "Datastreams(" + stream + ")", "")).isEqualTo(200);
            Row removed = rows("remove", "observation.datastream").getLast();
            assertThat(removed.before()).contains("Stage");
            assertThat(removed.address()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aFileOfObservations() throws Exception {
        int stream;
        try (Site site = Site.of(SERVER)) {
            assertThat(sta(site, "POST", "Things", STATION)).isEqualTo(201);
            stream = SQL.sql("select max(id) from observation.datastream")
                    .query(Integer.class)
                    .single();
        }
        Path file = folder.resolve("levels.csv");
        Files.writeString(file, "phenomenonTime,result\n2023-01-01T00:00:00Z,1\n2023-01-02T00:00:00Z,2\n");
        ObservationFiles.load(OWNER, file, stream, (read, created, known) -> {});
        assertThat(rows("begin-import", "observation.load")).isNotEmpty();
        Row row = rows("import", "observation.load").getLast();
        assertThat(row.who()).isEqualTo("operator");
        assertThat(row.why()).isEqualTo("import observations " + file.toAbsolutePath());
        assertThat(row.json().path("sha256").asString()).isEqualTo(sha256(file));
        assertThat(row.json().path("observations").asInt()).isEqualTo(2);
        long first = row.json().path("first").asLong();
        assertThat(SQL.sql("select count(*) from observation.observation where id between ? and ?")
                        .params(List.of(first, row.json().path("last").asLong()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void accountsAndWhatTheyDo() throws Exception {
        Accounts accounts = SERVER.getBean(Accounts.class);
        Accounts.Wanted wanted = new Accounts.Wanted("trailed", "", Role.SECRETARIAT, null, null, null);
        try (Site site = Site.signedIn(SERVER, wanted)) {
            assertThat(rows("add", "account")).extracting(Row::record).contains("trailed");
            for (String action : List.of("change-password", "set-up-codes", "sign-in")) {
                assertThat(rows(action, "account")).as(action).last().satisfies(row -> {
                    assertThat(row.record()).isEqualTo("trailed");
                    assertThat(row.who()).isEqualTo("trailed");
                    assertThat(row.address()).isEqualTo("127.0.0.1");
                });
            }
            var form = new HashMap<>(Map.of("name", "robot", "scope", "read", "days", "1"));
            site.postTo("/en/account/tokens", site.get("/en/account"), form);
            assertThat(rows("add", "token").getLast().who()).isEqualTo("trailed");
            long token = SERVER.getBean(Tokens.class)
                    .of(Objects.requireNonNull(accounts.find("trailed")).id())
                    .getFirst()
                    .id();
            site.postTo("/en/account/tokens/" + token + "/revoke", site.get("/en/account"), Map.of());
            assertThat(rows("revoke", "token").getLast().record()).isEqualTo(Long.toString(token));
            site.postTo("/en/sign-out", site.get("/en/account"), Map.of());
            assertThat(rows("sign-out", "account").getLast().record()).isEqualTo("trailed");
        }
        Callers.as(Caller.OPERATOR, "somebody", () -> {
            accounts.reset("trailed");
            accounts.link("trailed", "https://issuer.example", "subject");
            accounts.disable("trailed");
            return null;
        });
        for (String action : List.of("reset", "link", "disable")) {
            assertThat(rows(action, "account")).as(action).last().satisfies(row -> {
                assertThat(row.record()).isEqualTo("trailed");
                assertThat(row.address()).isEqualTo("somebody");
            });
        }
        assertThat(SQL.sql("select string_agg(coalesce(before, '') || coalesce(after, ''), ' ') from access.audit")
                        .query(String.class)
                        .single())
                .as("no password and no secret of a token")
                .doesNotContain("$argon2id$", "darya_" + "darya", "correct horse");
    }

    /** Each of them is cheap to send; what a stranger leaves in the trail is bounded. */
    @Test
    void failuresAreToldAndTheTrailIsNotFlooded() {
        Accounts accounts = SERVER.getBean(Accounts.class);
        accounts.add(new Accounts.Wanted("flooded", "", Role.READER, null, null, null));
        SignIn signIn = SERVER.getBean(SignIn.class);
        long before = count();
        for (int i = 0; i < 200; i++) {
            signIn.password("flooded", "wrong " + i, "198.51.100.9", null);
        }
        assertThat(rows("wrong-password", "account")).extracting(Row::record).contains("flooded");
        assertThat(rows("blocked", "account")).extracting(Row::address).contains("198.51.100.9");
        assertThat(count() - before).isLessThan(20);
        long provider = count();
        for (int i = 0; i < 200; i++) {
            signIn.provider("https://issuer.example", "stranger", false, "198.51.100.10");
        }
        assertThat(rows("unknown-subject", "account"))
                .last()
                .satisfies(row -> assertThat(row.address()).isEqualTo("198.51.100.10"));
        assertThat(count() - provider).isLessThan(20);
    }

    @Test
    void whatATokenDoes() throws Exception {
        Accounts.Given given = SERVER.getBean(Accounts.class)
                .add(new Accounts.Wanted("gauge-robot", "", Role.HYDROMET_OPERATOR, "KAZ", null, "service"));
        SQL.sql("update access.account set must_change = false where name = 'gauge-robot'")
                .update();
        String word = Callers.as(
                Caller.SYSTEM,
                () -> SERVER.getBean(Tokens.class)
                        .create(given.account().id(), "robot", Set.of("observations"), Duration.ofDays(1)));
        try (Site site = Site.of(SERVER)) {
            var request = site.request("/sta/v1.1/Things")
                    .header("Authorization", "Bearer " + word)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "{\"name\":\"Robot's\",\"description\":\"d\",\"properties\":{\"country\":\"KAZ\"}}"));
            assertThat(site.send(request).statusCode()).isEqualTo(201);
        }
        assertThat(rows("add", "observation.thing").getLast()).satisfies(row -> {
            assertThat(row.who()).isEqualTo("gauge-robot");
            assertThat(row.means()).isEqualTo("token");
            assertThat(row.address()).as("from where").isEqualTo("127.0.0.1");
        });
    }

    private static int sta(Site site, String method, String path, String body) throws Exception {
        var request = site.request("/sta/v1.1/" + path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        return site.send(request).statusCode();
    }
}

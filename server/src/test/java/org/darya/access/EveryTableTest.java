package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.darya.Cluster;
import org.darya.StaServer;
import org.darya.TestServer;
import org.darya.platform.DatabaseLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every table of the database either hides rows by itself or is named here with the reason why it holds nothing of one state
 * alone. Asked past all code of ours: the application's role and plain SQL.
 */
class EveryTableTest {
    private static final Map<String, String> NOTHING_NATIONAL = Map.ofEntries(
            Map.entry("register.programme", "name, years and parties of the programme: the front page"),
            Map.entry("programme.loaded", "which programme is loaded, and a fingerprint of its files"),
            Map.entry("evidence.import", "official series are published statistics, and so is what was imported"),
            Map.entry("evidence.original", "files of published statistics as they came"),
            Map.entry("evidence.import_file", "their names"),
            Map.entry("evidence.series", "published statistics"),
            Map.entry("evidence.value", "published statistics"),
            Map.entry("evidence.former_value", "published statistics that were corrected"),
            Map.entry("evidence.rejected", "rows of published statistics that could not be read"),
            Map.entry("evidence.dataset", "declared in files that everybody sees"),
            Map.entry("evidence.dataset_import", "which dataset came by which import"),
            Map.entry("evidence.dataset_series", "which series came of which dataset"),
            Map.entry("evidence.member", "words for codes, from files that everybody sees"),
            Map.entry("evidence.computed", "a number: the last import that was computed with"),
            Map.entry("observation.sensor", "kinds of instruments, shared by the streams of all states"),
            Map.entry("observation.observed_property", "what can be measured, shared by the streams of all states"),
            Map.entry("observation.party", "who answers for open and hidden streams alike"),
            Map.entry("observation.license", "terms of use"),
            Map.entry(
                    "observation.written",
                    "ranges of ids with the number of an author and a time; no value, name or stream"),
            Map.entry("access.account", "who may sign in"),
            Map.entry("access.session", "who is signed in"),
            Map.entry("access.token", "hashes of tokens"),
            Map.entry("access.attempt", "hashes of what failed"),
            Map.entry("access.device", "hashes of browsers"),
            Map.entry("access.audit_end", "number and hash of the last row of the trail"));

    private static StaServer server;
    private static DatabaseLocation role;
    private static long stream;
    private static long thing;

    @BeforeAll
    static void start() throws SQLException {
        Assumptions.assumeFalse(Cluster.given(), "on a cluster three tables have no rules for rows (docs/scale.md)");
        server = new StaServer(TestServer.RES2026, Map.of());
        role = AccessDatabase.application(server.database);
        stream = server.station("Тайна", 71, 51, "{'visibility':'national','country':'KAZ'}");
        thing = server.json("Datastreams(" + stream + ")/Thing").path("@iot.id").asLong();
        for (int i = 1; i <= 3; i++) {
            server.create(
                    "Datastreams(" + stream + ")/Observations",
                    "{'phenomenonTime':'2024-01-0%dT00:00:00Z','result':%d}".formatted(i, 4242 + i));
        }
        server.send("PATCH", "Datastreams(" + stream + ")", "{\"description\":\"changed\"}", "application/json");
        server.send(
                "DELETE", "Datastreams(" + stream + ")/Observations?$filter=result eq 4243", "", "application/json");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** The rows of the national station, table by table, as the owner of the tables finds them. */
    private static Map<String, String> secret() throws SQLException {
        String here = "historical_location in (%s)";
        var where = new LinkedHashMap<String, String>();
        where.put("observation.thing", "id = " + thing);
        where.put("observation.datastream", "id = " + stream);
        where.put("observation.observation", "datastream = " + stream);
        where.put("observation.extent_now", "datastream = " + stream);
        where.put("observation.datastream_feature", "datastream = " + stream);
        where.put("observation.thing_location", "thing = " + thing);
        where.put("observation.historical_location", "thing = " + thing);
        where.put("observation.location", "name = 'place of Тайна'");
        where.put("observation.feature", "name = 'place of Тайна'");
        where.put("observation.former_observation", "datastream = " + stream);
        where.put("observation.former", "kind = 'datastream' and id = " + stream);
        where.put("observation.tally", "true");
        try (Connection owner = connect(server.database)) {
            where.put(
                    "observation.historical_location_location",
                    here.formatted(text(
                            owner,
                            "select string_agg(id::text, ',') from observation.historical_location where thing = "
                                    + thing)));
        }
        return where;
    }

    @Test
    void aNationalStationIsInNoTableForAnotherState() throws SQLException {
        try (Connection owner = connect(server.database);
                Connection application = connect(role)) {
            for (Map.Entry<String, String> rows : secret().entrySet()) {
                String count = "select count(*) from %s where %s".formatted(rows.getKey(), rows.getValue());
                if (!rows.getKey().equals("observation.tally")) {
                    assertThat(number(owner, count)).as(rows.getKey()).isPositive();
                }
                for (String told : List.of("", "shared", "shared,national UZB", "signed-in,shared,administration")) {
                    tell(application, told);
                    assertThat(number(application, count))
                            .as(rows.getKey() + " to one who sees " + told)
                            .isZero();
                }
                tell(application, "shared,national KAZ");
                assertThat(number(application, count))
                        .as(rows.getKey() + " to its own state")
                        .isEqualTo(number(owner, count));
            }
            for (String table : List.of("observation.journal", "observation.author", "observation.load")) {
                tell(application, "shared,national UZB");
                assertThat(number(application, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    /** What the rule says of rows it says of sums over them too. */
    @Test
    void aSumHoldsNothingHidden() throws SQLException {
        try (Connection application = connect(role)) {
            tell(application, "");
            assertThat(number(application, "select count(*) from observation.observation where result > 4000"))
                    .isZero();
            assertThat(number(application, "select coalesce(sum(n), 0) from observation.extent_now"))
                    .isEqualTo(number(application, "select count(*) from observation.observation"));
        }
    }

    @Test
    void everyTableIsGuardedOrNamed() throws SQLException {
        Map<String, String> open = new TreeMap<>();
        try (Connection owner = connect(server.database);
                ResultSet row = owner.createStatement().executeQuery("""
                        select c.oid::regclass::text, c.relrowsecurity,
                            (select count(*) from pg_policy p where p.polrelid = c.oid), c.relispartition,
                            has_table_privilege('%s', c.oid, 'SELECT') or has_any_column_privilege('%1$s', c.oid, 'SELECT'),
                            pg_get_userbyid(c.relowner)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
                            and n.nspname !~ '^pg_(toast|temp)'""".formatted(role.user()))) {
            while (row.next()) {
                String table = row.getString(1);
                if (table.endsWith(".migration") || table.endsWith(".migrated")) {
                    assertThat(row.getBoolean(5)).as(table).isFalse();
                } else if (row.getBoolean(4)) {
                    assertThat(row.getBoolean(5))
                            .as(table + ": a part is read through the whole")
                            .isFalse();
                } else if (!row.getBoolean(2) || row.getInt(3) == 0) {
                    open.put(table, "");
                }
                assertThat(row.getString(6)).as("owner of " + table).isNotEqualTo(role.user());
            }
        }
        assertThat(open.keySet())
                .as("guarded by the database, or named above with the reason")
                .isEqualTo(new TreeMap<>(NOTHING_NATIONAL).keySet());
    }

    /** Views read tables as their owner, whom no row is hidden from: each has to hold to the rule itself. */
    @Test
    void noViewIsWithoutTheRule() throws SQLException {
        List<String> without = new ArrayList<>();
        try (Connection owner = connect(server.database);
                ResultSet row = owner.createStatement().executeQuery("""
                        select c.oid::regclass::text, pg_get_viewdef(c.oid) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')""")) {
            while (row.next()) {
                if (!row.getString(2).contains("hidden_streams")) {
                    without.add(row.getString(1));
                }
            }
        }
        assertThat(without)
                .as("shows of the journal what anybody sees of observation.written")
                .containsExactly("observation.written_now");
    }

    @Test
    void aPartIsFilledAndNeverRead() throws SQLException {
        try (Connection application = connect(role);
                var statement = application.createStatement()) {
            tell(application, "*");
            for (String sql : List.of(
                    "select * from observation.observation_2024",
                    "update observation.observation_2024 set result = 0",
                    "delete from observation.observation_2024",
                    "truncate observation.observation_2024",
                    "select observation.close_parts()",
                    "select access.guard_all('x', '{}')",
                    "alter policy seen on observation.observation using (true)")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
    }

    private static void tell(Connection connection, String sees) throws SQLException {
        connection.createStatement().execute("select set_config('darya.sees', '%s', false)".formatted(sees));
    }

    private static Connection connect(DatabaseLocation database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

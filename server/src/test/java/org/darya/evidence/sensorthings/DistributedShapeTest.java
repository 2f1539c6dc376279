package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.darya.Cluster;
import org.darya.StaServer;
import org.darya.evidence.Stations;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What docs/scale.md promises of a Citus cluster: the shape of tables and statements, and a cluster where one is given. */
class DistributedShapeTest {
    private static final Set<String> DISTRIBUTED =
            Set.of("observation", "former_observation", "extent", "datastream_feature");
    private static final Pattern LOGGED = Pattern.compile("(?m)LOG:  execute [^:]*: ((?:.*)(?:\\n\\t.*)*)");

    @Test
    void uniqueConstraintsOfDistributedTablesHoldTheDistributionColumn() throws SQLException {
        try (var server = new StaServer(Map.of());
                Connection connection = server.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            server.station("One", 1, 1, "{}");
            for (String table : DISTRIBUTED) {
                try (var rows = statement.executeQuery("""
                        select i.indexrelid::regclass::text, array(select a.attname::text from pg_attribute a
                            where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) @> array['datastream']
                        from pg_index i where i.indrelid = 'observation.%s'::regclass and i.indisunique""".formatted(table))) {
                    while (rows.next()) {
                        assertThat(rows.getBoolean(2)).as(rows.getString(1)).isTrue();
                    }
                }
                try (var rows = statement.executeQuery(
                        "select count(*) from pg_constraint where contype = 'f' and conrelid = 'observation.%s'::regclass"
                                .formatted(table))) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("foreign keys of " + table).isZero();
                }
                assertThat(triggers(connection, table))
                        .as("triggers of " + table)
                        .isEmpty();
            }
        }
    }

    private static List<String> triggers(Connection connection, String table) throws SQLException {
        var triggers = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select tgname from pg_trigger where not tgisinternal and tgrelid = 'observation.%s'::regclass"
                                .formatted(table))) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
            }
        }
        return triggers;
    }

    /** Of one parent and of many, counted and narrowed: what is asked of observations every day. */
    private static final List<String> READINGS = List.of(
            "Observations?$top=2",
            "Observations?$filter=phenomenonTime ge 2024-01-01T00:00:00Z and result gt 1&$orderby=phenomenonTime&$count=true",
            "Observations?$filter=Datastream/Thing/name eq 'One'",
            "Observations?$filter=st_within(FeatureOfInterest/feature,geography'POLYGON((0 0,0 9,9 9,9 0,0 0))')",
            "Datastreams(%1$d)/Observations?$orderby=phenomenonTime desc&$top=1&$count=true",
            "Datastreams(%1$d)/Observations?$filter=result gt 1&$count=true",
            "Datastreams(%1$d)/Observations?$bucket=P1D",
            "Datastreams(%1$d)?$expand=Observations($top=1),Thing",
            "Datastreams?$expand=Thing,Observations($top=1;$orderby=phenomenonTime desc)",
            "Datastreams?$expand=Observations($top=1;$count=true;$filter=result gt 1)",
            "Datastreams?$orderby=phenomenonTime desc",
            "Datastreams?$filter=phenomenonTime ge 2024-01-01T00:00:00Z",
            "Things?$expand=Datastreams($expand=Observations($top=1))",
            "FeaturesOfInterest(1)/Observations?$top=1");

    /** Every statement the server sends while it writes, corrects, deletes and reads, by the rules of docs/scale.md. */
    @Test
    void statementsKeepTheRules() throws Exception {
        Assumptions.assumeFalse(Cluster.given(), "the log of a cluster lies elsewhere");
        long before = Files.size(TestDatabase.log());
        try (var data = new TwoStations(Map.of("darya.sta.spread", true));
                Connection owner = data.server.database.dataSource().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            try {
                String then = SpreadTest.changed(data);
                for (String reading : SpreadTest.READINGS) {
                    data.server.json(reading.formatted(then));
                }
                use(data.server);
            } finally {
                statement.execute("alter system reset log_statement");
                statement.execute("select pg_reload_conf()");
            }
        }
        String log = Files.readString(TestDatabase.log()).substring((int) before);
        Set<String> touching = new LinkedHashSet<>();
        LOGGED.matcher(log)
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .forEach(sql -> {
                    if (ClusterRules.touches(sql)) {
                        touching.add(sql);
                    }
                });
        assertThat(touching)
                .as("statements on distributed tables")
                .hasSizeGreaterThan(25)
                .allSatisfy(ClusterRules::hold);
    }

    private static void use(StaServer server) {
        long before = server.bean(Stations.class).list(null, 0, 10).total();
        long one = server.station("One", 1, 1, "{}");
        long two = server.station("Two", 2, 2, "{'duplicates':'replace'}");
        for (long stream : List.of(one, two, two)) {
            server.create("Observations", """
                    {'phenomenonTime':'2024-01-01T00:00:00Z','result':1,'Datastream':{'@iot.id':%d}}""".formatted(stream));
        }
        var rows = new StringJoiner(",");
        for (int i = 0; i < 300; i++) {
            rows.add("[\"2024-02-01T%02d:%02d:00Z\",%d]".formatted(i / 60, i % 60, i));
        }
        for (long stream : List.of(one, two)) {
            assertThat(server.send("POST", "CreateObservations", """
                            [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray":[%s]}]""".formatted(stream, rows), "application/json")
                            .statusCode())
                    .isEqualTo(201);
        }
        long id = server.json("Datastreams(" + one + ")/Observations?$top=1")
                .path("value")
                .path(0)
                .path("@iot.id")
                .asLong();
        assertThat(server.send("PATCH", "Observations(" + id + ")", "{\"result\":7}", "application/json")
                        .statusCode())
                .isEqualTo(200);
        for (String reading : READINGS) {
            server.json(reading.formatted(one));
        }
        server.bean(Stations.class).streams(1);
        assertThat(server.bean(Stations.class).list(null, 0, 10).total()).isEqualTo(before + 2);
        assertThat(server.send("DELETE", "Observations(" + id + ")", "", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("DELETE", "Datastreams(" + two + ")", "", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Reads of one stream reach one shard: the plan of each names its distribution column. */
    @Test
    void readsOfOneStreamNameIt() throws SQLException {
        try (var server = new StaServer(Map.of());
                Connection connection = server.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            long stream = server.station("One", 1, 1, "{}");
            server.create(
                    "Observations",
                    "{'phenomenonTime':'2024-01-01T00:00:00Z','result':1,'Datastream':{'@iot.id':" + stream + "}}");
            statement.execute("set enable_seqscan = off");
            try (var rows =
                    statement.executeQuery("explain select * from observation.observation o where o.datastream = "
                            + stream + " order by o.phenomenon_time desc, o.id limit 10")) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                assertThat(plan.toString()).contains("datastream = " + stream).doesNotContain("Seq Scan");
            }
        }
    }

    /** Started on it, spread, written and read; the other tests of observations run there too (docs/scale.md). */
    @Test
    void aClusterTakesTheTables() {
        Assumptions.assumeTrue(Cluster.given(), "DARYA_TEST_CITUS_URL names no Citus cluster: not tested");
        try (var server = new StaServer(Map.of())) {
            use(server);
        }
    }

    @Test
    void theStatementsForAClusterNameTheTables() {
        assertThat(Cluster.statements())
                .contains(DISTRIBUTED.stream()
                        .map("select create_distributed_table('observation.%s', 'datastream'"::formatted)
                        .toList());
    }
}

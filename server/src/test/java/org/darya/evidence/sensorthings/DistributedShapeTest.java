package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.StaServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What docs/scale.md promises of a Citus cluster: the shape of tables and statements, and a cluster where one is given. */
class DistributedShapeTest {
    private static final Set<String> DISTRIBUTED = Set.of("observation", "extent", "datastream_feature");

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

    @Test
    void aClusterTakesTheTables() throws SQLException {
        String url = System.getenv("DARYA_TEST_CITUS_URL");
        Assumptions.assumeTrue(url != null, "DARYA_TEST_CITUS_URL names no Citus cluster: not tested");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists citus");
            var files = org.flywaydb.core.Flyway.configure()
                    .dataSource(url, null, null)
                    .schemas("observation")
                    .defaultSchema("observation")
                    .locations("classpath:db/observation")
                    .table("migration")
                    .load();
            files.migrate();
            statement.execute("select create_distributed_table('observation.observation', 'datastream')");
            statement.execute(
                    "select create_distributed_table('observation.extent', 'datastream', colocate_with => 'observation.observation')");
            statement.execute(
                    "select create_distributed_table('observation.datastream_feature', 'datastream', colocate_with => 'observation.observation')");
        }
    }
}

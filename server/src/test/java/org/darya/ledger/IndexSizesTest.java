package org.darya.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes that decided how observations are kept (docs/adr/0020), measured again on a fifth of the streams: 200 with a value every
 * hour for 2,500 hours, which arrive as blocks of 50 hours of 20 streams.
 */
class IndexSizesTest {
    private static final int HOURS = 2_500;
    private static final int STREAMS = 200;
    private static Connection connection;

    @BeforeAll
    static void load() throws SQLException {
        DatabaseLocation database = TestDatabase.create();
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        run("""
            create table kept (id bigint not null, phenomenon_time timestamptz not null, result double precision,
                datastream integer not null, feature integer not null, result_time timestamptz,
                phenomenon_end timestamptz, detail jsonb, own_time timestamptz)""");
        run("create index whole_key on kept (datastream, phenomenon_time, id)");
        run("create index stream_time on kept (datastream, phenomenon_time)");
        run(
                "create index stream_time_full on kept (datastream, phenomenon_time) with (fillfactor = 100, deduplicate_items = off)");
        run("create index one_id on kept (id)");
        run("create index id_group on kept ((id >> 7)) with (fillfactor = 100)");
        run("create index same_hours on kept (phenomenon_time) with (fillfactor = 100)");
        run("create index own_times on kept (own_time) with (fillfactor = 100)");
        run("""
            insert into kept select row_number() over (), time, 20.5, stream, 1, null, null, null, own
            from (select timestamptz '2020-01-01' + hour * interval '1 hour' as time,
                    timestamptz '2020-01-01' + hour * interval '1 hour' + stream * interval '3 seconds' as own, stream
                from generate_series(1, %d) hour, generate_series(1, %d) stream
                order by hour / 50, stream / 20, stream, hour) arriving""".formatted(HOURS, STREAMS));
        run("create index in_order on kept (own_time) with (fillfactor = 100)");
        run(
                "create table bare as select id, phenomenon_time, result, datastream, feature, result_time, phenomenon_end, detail from kept");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bare, 60, 60",
        "whole_key, 72, 72",
        "stream_time, 34, 34",
        "stream_time_full, 30, 30",
        "one_id, 22, 22",
        "id_group, 7, 7",
        "same_hours, 8, 10",
        "in_order, 22, 22",
        "own_times, 22, 36"
    })
    void isAsLargeAsTheDecisionSays(String relation, double least, double most) throws SQLException {
        assertThat(bytesOfRow(relation)).isBetween(least - 2, most + 2);
    }

    @Test
    void theThreeIndexesAndTheTableTakeWhatIsPromised() throws SQLException {
        double chosen = bytesOfRow("bare") + bytesOfRow("stream_time_full") + bytesOfRow("id_group");
        assertThat(chosen + bytesOfRow("same_hours")).isLessThan(110);
        assertThat(chosen + bytesOfRow("own_times")).isBetween(115.0, 135.0);
    }

    private static double bytesOfRow(String relation) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select pg_relation_size('" + relation + "')")) {
            found.next();
            return found.getLong(1) / ((double) HOURS * STREAMS);
        }
    }

    private static void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

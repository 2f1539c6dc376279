package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/** Changes and deletes observations: the former value goes to the history, counts and extents follow. */
final class Corrections {
    /** The stream stays: it says on which machine of a cluster the row lies. */
    private static final String UPDATE = "update observation.observation set phenomenon_time = observation.instant(?),"
            + " phenomenon_end = observation.instant(?), result = ?, feature = ?,"
            + " result_time = observation.instant(?), detail = ?::jsonb where id >> 7 = ? >> 7 and id = ? and datastream = ?";

    private static final String COLUMNS =
            " (phenomenon_time, phenomenon_end, result, feature, result_time, detail, id, datastream";
    private static final String VALUES =
            " values (observation.instant(?), observation.instant(?), ?, ?, observation.instant(?), ?::jsonb, ?, ?";
    private static final String INSERT = "insert into observation.observation" + COLUMNS + ")" + VALUES + ")";
    /** A row that never held: where an observation comes from another stream it was not in this one before. */
    private static final String CAME = "insert into observation.former_observation" + COLUMNS
            + ", valid_from, author, replaced_by, deleted, trailed)" + VALUES
            + ", 'infinity', %1$d, %1$d, false, true)";

    /** One stream at a time: on a cluster each is one statement on one machine. */
    private static final String REFRESH = "update observation.extent e set"
            + " phenomenon_from = (select min(o.phenomenon_time) from observation.observation o where o.datastream = e.datastream),"
            + " phenomenon_to = greatest((select max(o.phenomenon_time) from observation.observation o where o.datastream = e.datastream),"
            + " (select max(o.phenomenon_end) from observation.observation o where o.datastream = e.datastream and o.phenomenon_end is not null)),"
            + " result_from = case when e.result_to is null then null else (select min(o.result_time) from observation.observation o where o.datastream = e.datastream) end,"
            + " result_to = case when e.result_to is null then null else (select max(o.result_time) from observation.observation o where o.datastream = e.datastream) end"
            + " where e.datastream = ?";

    private Corrections() {}

    /**
     * Gives an observation other values; its id stays.
     *
     * @param from the stream it was in
     */
    static void update(Connection connection, long id, int from, NewObservation row, Author by) throws SQLException {
        Journal.fold(connection);
        String itself = "o.datastream = " + from + " and o.id >> 7 = " + id + " >> 7 and o.id = " + id;
        History.keepObservations(connection, itself, by, false);
        count(connection, itself, -1);
        if (row.datastream() == from) {
            write(connection, UPDATE, id, row);
        } else {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from observation.observation o where " + itself);
            }
            write(connection, INSERT, id, row);
            write(connection, CAME.formatted(by.id()), id, row);
        }
        var journal = new Journal();
        journal.add(row);
        journal.addTo(connection);
        refresh(connection, row.datastream() == from ? new int[] {from} : new int[] {from, row.datastream()});
    }

    private static void write(Connection connection, String sql, long id, NewObservation row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            statement.setLong(at++, row.time().start());
            statement.setLong(at++, row.time().end());
            statement.setObject(at++, row.result(), Types.DOUBLE);
            statement.setInt(at++, row.feature());
            statement.setLong(at++, row.resultTime());
            statement.setString(at++, row.detail());
            statement.setLong(at++, id);
            if (sql.equals(UPDATE)) { // says the id twice
                statement.setLong(at++, id);
            }
            statement.setInt(at, row.datastream());
            statement.executeUpdate();
        }
    }

    /**
     * Deletes observations.
     *
     * @param condition on alias o, with ids written by the server alone
     * @return how many
     */
    static long delete(Connection connection, String condition, Author by) throws SQLException {
        Journal.fold(connection);
        History.keepObservations(connection, condition, by, true);
        int[] streams = count(connection, condition, -1);
        long deleted;
        try (PreparedStatement statement =
                connection.prepareStatement("delete from observation.observation o where " + condition)) {
            deleted = statement.executeLargeUpdate();
        }
        refresh(connection, streams);
        return deleted;
    }

    /** Adds to the kept counts what a condition matches, times the sign; gives the streams. */
    private static int[] count(Connection connection, String condition, int sign) throws SQLException {
        Map<Integer, Long> streams = new HashMap<>();
        Map<Integer, Long> days = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select o.datastream, floor(extract(epoch from o.phenomenon_time) / 86400)::int, count(*)"
                                + " from observation.observation o where " + condition + " group by 1, 2");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                streams.merge(rows.getInt(1), rows.getLong(3), Long::sum);
                days.merge(rows.getInt(2), rows.getLong(3), Long::sum);
            }
        }
        add(connection, "update observation.extent set n = n + ? where datastream = ?", streams, sign);
        add(connection, "update observation.tally set n = n + ? where day = ?", days, sign);
        return streams.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(Connection connection, String update, Map<Integer, Long> counts, int sign)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (var count : counts.entrySet()) {
                statement.setLong(1, count.getValue() * sign);
                statement.setInt(2, count.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void refresh(Connection connection, int[] streams) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REFRESH)) {
            for (int stream : streams) {
                statement.setInt(1, stream);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Finds an observation as it is now; null where there is none. */
    static @Nullable NewObservation find(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select datastream, feature, timestamptz_send(phenomenon_time), timestamptz_send(phenomenon_end), result,"
                        + " timestamptz_send(result_time), detail::text from observation.observation"
                        + " where id >> 7 = ? >> 7 and id = ?")) {
            statement.setLong(1, id);
            statement.setLong(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                Object result = row.getObject(5);
                return new NewObservation(
                        row.getInt(1),
                        row.getInt(2),
                        new Interval(micros(row.getBytes(3)), micros(row.getBytes(4))),
                        result == null ? null : (Double) result,
                        micros(row.getBytes(6)),
                        row.getString(7));
            }
        }
    }

    private static long micros(byte @Nullable [] sent) {
        return sent == null ? Instants.NONE : java.nio.ByteBuffer.wrap(sent).getLong() + Instants.POSTGRES_EPOCH;
    }
}

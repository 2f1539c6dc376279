package org.darya.evidence.sensorthings.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts observations into the table: a few by one statement, many by binary COPY, sorted as the index is. */
final class ObservationTable {
    /** From this many rows on COPY is quicker than its two more exchanges cost. */
    private static final int MANY = 100;

    private static final String FEW = "with o as (insert into observation.observation (id, phenomenon_time, result,"
            + " datastream, feature, result_time, phenomenon_end, detail)"
            + " select u.id, observation.instant(u.t), nullif(u.v, 'NaN'), u.d, u.f, observation.instant(u.r),"
            + " observation.instant(u.e), u.x::jsonb"
            + " from unnest(?, ?, ?, ?, ?, ?, ?, ?::text[]) u (id, t, v, d, f, r, e, x) returning 1),"
            + " w as (insert into observation.written (first_id, last_id, author) values (?, ?, ?) returning 1),"
            + " j as (" + Journal.INSERT + " returning 1) select 1";
    /** Into a part: a table with rules for its rows takes no COPY. */
    private static final String COPY = "copy observation.%s (id, phenomenon_time, result, datastream, feature,"
            + " result_time, phenomenon_end, detail) from stdin (format binary)";

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Comparator<NewObservation> AS_INDEXED = Comparator.comparingInt(NewObservation::datastream)
            .thenComparingLong(row -> row.time().start());

    private final Partitions partitions = new Partitions();
    private final Ids ids = new Ids();
    private final Set<Long> featurePairs = ConcurrentHashMap.newKeySet();

    /** Forgets what a transaction that came to nothing may have made. */
    void forget() {
        partitions.forget();
        featurePairs.clear();
    }

    /**
     * Inserts in the open transaction, or as one of its own where autocommit is on and there are few.
     *
     * @return the ids, in the order of the rows
     */
    long[] insert(Connection connection, List<NewObservation> rows, Author author) throws SQLException {
        int n = rows.size();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        ready(connection, rows);
        java.util.Arrays.sort(order, (a, b) -> AS_INDEXED.compare(rows.get(a), rows.get(b)));
        long first = ids.take(connection, n);
        long[] given = new long[n];
        var sorted = new ArrayList<NewObservation>(n);
        var journal = new Journal();
        for (int i = 0; i < n; i++) {
            NewObservation row = rows.get(order[i]);
            sorted.add(row);
            given[order[i]] = first + i;
            journal.add(row);
        }
        if (n < MANY) {
            few(connection, sorted, first, author, journal);
        } else {
            many(connection, sorted, first, author, journal);
        }
        return given;
    }

    /** Makes the parts of the table that rows go into, and notes which streams have observations of which features. */
    void ready(Connection connection, List<NewObservation> rows) throws SQLException {
        for (NewObservation row : rows) {
            partitions.ensure(connection, row.time().start());
        }
        pairs(connection, rows);
    }

    private static void few(
            Connection connection, List<NewObservation> rows, long first, Author author, Journal journal)
            throws SQLException {
        int n = rows.size();
        long[] id = new long[n];
        long[] time = new long[n];
        double[] value = new double[n];
        int[] stream = new int[n];
        int[] feature = new int[n];
        long[] resultTime = new long[n];
        long[] end = new long[n];
        @Nullable String[] detail = new @Nullable String[n];
        for (int i = 0; i < n; i++) {
            NewObservation row = rows.get(i);
            Double result = row.result();
            id[i] = first + i;
            time[i] = row.time().start();
            value[i] = result == null ? Double.NaN : result;
            stream[i] = row.datastream();
            feature[i] = row.feature();
            resultTime[i] = row.resultTime();
            end[i] = row.time().end();
            detail[i] = row.detail();
        }
        try (PreparedStatement statement = connection.prepareStatement(FEW)) {
            statement.setObject(1, id);
            statement.setObject(2, time);
            statement.setObject(3, value);
            statement.setObject(4, stream);
            statement.setObject(5, feature);
            statement.setObject(6, resultTime);
            statement.setObject(7, end);
            statement.setArray(8, connection.createArrayOf("text", detail));
            statement.setLong(9, first);
            statement.setLong(10, first + n - 1);
            statement.setInt(11, author.id());
            journal.bind(statement, 12);
            statement.execute();
        }
    }

    private static void many(
            Connection connection, List<NewObservation> rows, long first, Author author, Journal journal)
            throws SQLException {
        var parts = new LinkedHashMap<String, ByteArrayOutputStream>();
        try {
            long id = first;
            for (NewObservation row : rows) {
                ByteArrayOutputStream bytes =
                        parts.get(Partitions.name(row.time().start()));
                if (bytes == null) {
                    bytes = new ByteArrayOutputStream(32 + rows.size() * 80);
                    bytes.write(SIGNATURE);
                    parts.put(Partitions.name(row.time().start()), bytes);
                }
                row(new DataOutputStream(bytes), id++, row);
            }
            for (Map.Entry<String, ByteArrayOutputStream> part : parts.entrySet()) {
                new DataOutputStream(part.getValue()).writeShort(-1);
                copy(connection, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a buffer in memory
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "with w as (insert into observation.written (first_id, last_id, author) values (?, ?, ?)) "
                        + Journal.INSERT)) {
            statement.setLong(1, first);
            statement.setLong(2, first + rows.size() - 1);
            statement.setInt(3, author.id());
            journal.bind(statement, 4);
            statement.executeUpdate();
        }
    }

    private static void copy(Connection connection, String part, ByteArrayOutputStream bytes) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY.formatted(part));
        try {
            copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void row(DataOutputStream out, long id, NewObservation row) throws IOException {
        out.writeShort(8);
        out.writeInt(8);
        out.writeLong(id);
        instant(out, row.time().start());
        Double result = row.result();
        if (result == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(8);
            out.writeDouble(result);
        }
        out.writeInt(4);
        out.writeInt(row.datastream());
        out.writeInt(4);
        out.writeInt(row.feature());
        instant(out, row.resultTime());
        instant(out, row.time().end());
        String detail = row.detail();
        if (detail == null) {
            out.writeInt(-1);
        } else {
            byte[] json = detail.getBytes(StandardCharsets.UTF_8);
            out.writeInt(json.length + 1);
            out.writeByte(1); // version of the binary form of jsonb
            out.write(json);
        }
    }

    private static void instant(DataOutputStream out, long micros) throws IOException {
        if (micros == Instants.NONE) {
            out.writeInt(-1);
        } else {
            out.writeInt(8);
            out.writeLong(micros - Instants.POSTGRES_EPOCH);
        }
    }

    /** Keeps which streams hold observations of which features; new pairs are rare. */
    private void pairs(Connection connection, List<NewObservation> rows) throws SQLException {
        Set<Long> fresh = new HashSet<>();
        for (NewObservation row : rows) {
            long pair = ((long) row.datastream() << 32) | row.feature();
            if (!featurePairs.contains(pair)) {
                fresh.add(pair);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        int[] streams = fresh.stream().mapToInt(pair -> (int) (pair >> 32)).toArray();
        int[] features = fresh.stream().mapToInt(Long::intValue).toArray();
        try (PreparedStatement statement =
                connection.prepareStatement("insert into observation.datastream_feature (datastream, feature)"
                        + " select * from unnest(?, ?) on conflict do nothing")) {
            statement.setObject(1, streams);
            statement.setObject(2, features);
            statement.executeUpdate();
        }
        featurePairs.addAll(fresh);
    }
}

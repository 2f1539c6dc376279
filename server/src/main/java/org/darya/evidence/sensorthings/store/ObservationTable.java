package org.darya.evidence.sensorthings.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
    static final int MANY = 100;

    private static final String COLUMNS =
            " (id, phenomenon_time, result, datastream, feature, result_time, phenomenon_end, detail)";
    private static final String FEW = "with o as (insert into %s" + COLUMNS + " %s returning 1)," + " j as ("
            + Journal.INSERT + " returning 1) select 1";
    /** Up to so many rows are named each, which is quicker than to unpack arrays of them. */
    private static final int VERY_FEW = 8;

    private static final String ROW =
            "(?, observation.instant(?), ?, ?, ?, observation.instant(?), observation.instant(?), ?::jsonb)";
    private static final String ARRAYS = FEW.formatted(
            "observation.observation",
            "select u.id, observation.instant(u.t), nullif(u.v, 'NaN'), u.d, u.f, observation.instant(u.r),"
                    + " observation.instant(u.e), u.x::jsonb"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?, ?::text[]) u (id, t, v, d, f, r, e, x)");
    /** Into a part: a table with rules for its rows takes no COPY. */
    private static final String COPY = "copy observation.%s" + COLUMNS + " from stdin (format binary)";

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Comparator<NewObservation> AS_INDEXED = Comparator.comparingInt(NewObservation::datastream)
            .thenComparingLong(row -> row.time().start());

    private final Partitions partitions = new Partitions();
    private final Ids ids = new Ids();
    private final Set<Long> featurePairs = ConcurrentHashMap.newKeySet();
    /** statements for a few rows of a part; of the writer's thread alone */
    private final Map<String, String> named = new HashMap<>();

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
        String part = Partitions.name(sorted.getFirst().time().start());
        if (n <= VERY_FEW
                && sorted.stream()
                        .allMatch(row -> part.equals(Partitions.name(row.time().start())))) {
            veryFew(connection, part, sorted, first, author, journal);
        } else if (n < MANY) {
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

    /** All of one part, straight into it. */
    private void veryFew(
            Connection connection, String part, List<NewObservation> rows, long first, Author author, Journal journal)
            throws SQLException {
        int n = rows.size();
        String sql = named.computeIfAbsent(
                part + " " + n,
                _ -> FEW.formatted("observation." + part, "values " + String.join(", ", Collections.nCopies(n, ROW))));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (int i = 0; i < n; i++) {
                NewObservation row = rows.get(i);
                statement.setLong(at++, first + i);
                statement.setLong(at++, row.time().start());
                statement.setObject(at++, row.result(), Types.DOUBLE);
                statement.setInt(at++, row.datastream());
                statement.setInt(at++, row.feature());
                statement.setLong(at++, row.resultTime());
                statement.setLong(at++, row.time().end());
                statement.setString(at++, row.detail());
            }
            journal(statement, at, first, n, author, journal);
            statement.execute();
        }
    }

    /** Sets the parameters of {@link Journal#INSERT}. */
    private static void journal(PreparedStatement statement, int at, long first, int n, Author author, Journal journal)
            throws SQLException {
        statement.setLong(at, first);
        statement.setLong(at + 1, first + n - 1);
        statement.setInt(at + 2, author.id());
        journal.bind(statement, at + 3);
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
        try (PreparedStatement statement = connection.prepareStatement(ARRAYS)) {
            statement.setObject(1, id);
            statement.setObject(2, time);
            statement.setObject(3, value);
            statement.setObject(4, stream);
            statement.setObject(5, feature);
            statement.setObject(6, resultTime);
            statement.setObject(7, end);
            statement.setArray(8, connection.createArrayOf("text", detail));
            journal(statement, 9, first, n, author, journal);
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
        try (PreparedStatement statement = connection.prepareStatement(Journal.INSERT)) {
            journal(statement, 1, first, rows.size(), author, journal);
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

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees to observations of a time at which their stream has one already, as the stream wants it. */
final class DuplicateCheck {
    /** What is to be done with the rows of a batch. */
    record Plan(
            List<Integer> insert,
            @Nullable Outcome[] settled,
            Map<Integer, Integer> sameAs,
            Map<Integer, Long> replace) {}

    private record Key(int stream, long time) {}

    private DuplicateCheck() {}

    /** @param atLeast what is done for streams that would allow duplicates; null to allow them */
    static Plan plan(
            Connection connection, List<NewObservation> rows, Streams streams, Stream.@Nullable Duplicates atLeast)
            throws SQLException {
        @Nullable Outcome[] settled = new @Nullable Outcome[rows.size()];
        Map<Integer, Integer> sameAs = new HashMap<>();
        Map<Integer, Long> replace = new HashMap<>();
        Map<Key, Integer> seen = new HashMap<>();
        var insert = new ArrayList<Integer>(rows.size());
        Map<Key, Long> kept = null;
        for (int i = 0; i < rows.size(); i++) {
            NewObservation row = rows.get(i);
            Stream stream = streams.find(connection, row.datastream());
            Stream.Duplicates policy = stream == null ? Stream.Duplicates.ALLOW : stream.duplicates();
            if (policy == Stream.Duplicates.ALLOW && atLeast != null) {
                policy = atLeast;
            }
            if (policy == Stream.Duplicates.ALLOW) {
                insert.add(i);
                continue;
            }
            if (kept == null) {
                kept = kept(connection, rows);
            }
            var key = new Key(row.datastream(), row.time().start());
            Long id = kept.get(key);
            Integer before = seen.get(key);
            if (id == null && before == null) {
                seen.put(key, i);
                insert.add(i);
            } else if (policy == Stream.Duplicates.REJECT) {
                settled[i] = new Outcome(0, Outcome.Kind.REJECTED);
            } else if (policy == Stream.Duplicates.IGNORE) {
                if (id != null) {
                    settled[i] = new Outcome(id, Outcome.Kind.IGNORED);
                } else if (before != null) {
                    sameAs.put(i, before);
                }
            } else if (id != null) {
                replace.put(i, id);
                settled[i] = new Outcome(id, Outcome.Kind.REPLACED);
            } else if (before != null) {
                // of two in one batch the later holds; nobody has seen the earlier
                insert.set(insert.indexOf(before), i);
                seen.put(key, i);
                sameAs.put(before, i);
            }
        }
        return new Plan(insert, settled, sameAs, replace);
    }

    private static Map<Key, Long> kept(Connection connection, List<NewObservation> rows) throws SQLException {
        int[] streams = new int[rows.size()];
        long[] times = new long[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            streams[i] = rows.get(i).datastream();
            times[i] = rows.get(i).time().start();
        }
        Map<Key, Long> kept = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select o.datastream, u.t, min(o.id) from unnest(?::int[], ?::bigint[]) u (d, t)"
                        + " join observation.observation o on o.datastream = u.d"
                        + " and o.phenomenon_time = observation.instant(u.t) group by 1, 2")) {
            statement.setObject(1, streams);
            statement.setObject(2, times);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    kept.put(new Key(found.getInt(1), found.getLong(2)), found.getLong(3));
                }
            }
        }
        return kept;
    }
}

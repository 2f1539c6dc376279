package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.darya.evidence.sensorthings.time.Instants;

/**
 * What one transaction adds to the kept counts and extents, and who wrote which ids: gathered in memory, written as one row, folded
 * later.
 */
final class Journal {
    /** Takes first and last id and the author, then what {@link #bind} sets. */
    static final String INSERT =
            "insert into observation.journal (first_id, last_id, author, datastreams, counts, phenomenon_froms,"
                    + " phenomenon_tos, result_froms, result_tos, days, day_counts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String TAKEN = "delete from observation.journal returning *";
    private static final String GIVEN =
            "select ?::integer[] as datastreams, ?::bigint[] as counts, ?::bigint[] as phenomenon_froms,"
                    + " ?::bigint[] as phenomenon_tos, ?::bigint[] as result_froms, ?::bigint[] as result_tos,"
                    + " ?::integer[] as days, ?::bigint[] as day_counts";
    private static final String ADD = "with j as (%s), s as ("
            + "select u.d, sum(u.n) as n, min(observation.instant(u.pf)) as pf, max(observation.instant(u.pt)) as pt,"
            + " min(observation.instant(u.rf)) as rf, max(observation.instant(u.rt)) as rt"
            + " from j, unnest(j.datastreams, j.counts, j.phenomenon_froms, j.phenomenon_tos, j.result_froms, j.result_tos)"
            + " u (d, n, pf, pt, rf, rt) group by u.d),"
            + " y as (select u.day, sum(u.n) as n from j, unnest(j.days, j.day_counts) u (day, n) group by u.day),"
            + " e as (insert into observation.extent as x select d, n, pf, pt, rf, rt from s order by d"
            + " on conflict (datastream) do update set n = x.n + excluded.n,"
            + " phenomenon_from = least(x.phenomenon_from, excluded.phenomenon_from),"
            + " phenomenon_to = greatest(x.phenomenon_to, excluded.phenomenon_to),"
            + " result_from = least(x.result_from, excluded.result_from),"
            + " result_to = greatest(x.result_to, excluded.result_to) returning 1),"
            + " t as (insert into observation.tally as x select day, n from y order by day"
            + " on conflict (day) do update set n = x.n + excluded.n returning 1)"
            + " select 1";
    private static final String FOLD = ADD.formatted(TAKEN);
    private static final String ADD_GIVEN = ADD.formatted(GIVEN);

    private final Map<Integer, long[]> streams = new HashMap<>();
    private final Map<Integer, long[]> days = new HashMap<>();

    void add(NewObservation row) {
        long[] sums = streams.computeIfAbsent(
                row.datastream(), _ -> new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE});
        sums[0]++;
        sums[1] = Math.min(sums[1], row.time().start());
        sums[2] = Math.max(sums[2], row.time().last());
        if (row.resultTime() != Instants.NONE) {
            sums[3] = Math.min(sums[3], row.resultTime());
            sums[4] = Math.max(sums[4], row.resultTime());
        }
        days.computeIfAbsent(Instants.day(row.time().start()), _ -> new long[1])[0]++;
    }

    /** Sets the eight parameters that are arrays, beginning with the given one. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        int n = streams.size();
        int[] ids = new int[n];
        long[][] columns = new long[5][n];
        int i = 0;
        for (var entry : streams.entrySet()) {
            ids[i] = entry.getKey();
            for (int k = 0; k < 5; k++) {
                long value = entry.getValue()[k];
                columns[k][i] = value == Long.MAX_VALUE ? Instants.NONE : value;
            }
            i++;
        }
        int[] dayNumbers = new int[days.size()];
        long[] dayCounts = new long[days.size()];
        i = 0;
        for (var entry : days.entrySet()) {
            dayNumbers[i] = entry.getKey();
            dayCounts[i++] = entry.getValue()[0];
        }
        statement.setObject(first, ids);
        for (int k = 0; k < 5; k++) {
            statement.setObject(first + 1 + k, columns[k]);
        }
        statement.setObject(first + 6, dayNumbers);
        statement.setObject(first + 7, dayCounts);
    }

    /**
     * Adds the journal to the kept numbers, within a transaction; safe beside writers, whose rows it does not see wait for the next
     * time. Whoever changes kept numbers comes by here first and has them for itself until its transaction ends: a fold and a
     * correction, or an import in a process of its own, would else wait for each other's rows.
     */
    static void fold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('observation.fold'))");
            statement.execute(FOLD);
        }
    }

    /** Adds this to the kept numbers at once, for observations whose ids are told of already. */
    void addTo(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_GIVEN)) {
            bind(statement, 1);
            statement.execute();
        }
    }
}

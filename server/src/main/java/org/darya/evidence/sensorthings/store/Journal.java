package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.darya.evidence.sensorthings.time.Instants;

/** What one transaction adds to the kept counts and extents: gathered in memory, written as one row, folded later. */
final class Journal {
    static final String INSERT =
            "insert into observation.journal (datastreams, counts, phenomenon_froms, phenomenon_tos,"
                    + " result_froms, result_tos, days, day_counts) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TAKE = "with j as (delete from observation.journal returning *), s as ("
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

    /** Sets the eight parameters of {@link #INSERT}, beginning with the given one. */
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

    /** Adds the journal to the kept numbers; safe beside writers, whose rows it does not see wait for the next time. */
    static void fold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TAKE);
        }
    }
}

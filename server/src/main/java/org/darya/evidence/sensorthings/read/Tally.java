package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the day in which a far place of the default order lies, from the number of observations of each day. */
final class Tally {
    /** Skipping fewer is quicker by reading them. */
    static final long WORTH = 5000;

    private static final long DAY = 86_400_000_000L;

    private final Connection connection;

    Tally(Connection connection) {
        this.connection = connection;
    }

    /** @param from first microsecond of the day @param rest how many of its observations are still to skip */
    record Start(long from, long rest) {}

    /** Null where the numbers do not help: some streams are hidden from the caller, or there are fewer observations. */
    @Nullable
    Start start(long skip, boolean all) throws SQLException {
        String open = all ? "true" : "not exists (select 1 from observation.datastream where visibility <> 'public')";
        Sql sql = Sql.of("""
                select day, before from (
                    select day, n, sum(n) over (order by day) - n as before from (
                        select day, sum(n) as n from (
                            select day, n from observation.tally
                            union all
                            select u.day, u.n from observation.journal j, unnest(j.days, j.day_counts) u (day, n)) x
                        group by day) y) z
                where before <= {} and before + n > {} and\s""" + open + " limit 1", Sql.value("?", skip), Sql.value("?", skip));
        List<Start> found = Statements.query(
                connection,
                sql,
                rows -> rows.next() ? List.of(new Start(rows.getInt(1) * DAY, skip - rows.getLong(2))) : List.of());
        return found.isEmpty() ? null : found.getFirst();
    }
}

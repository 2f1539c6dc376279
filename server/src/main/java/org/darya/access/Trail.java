package org.darya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the trail, as far as the caller may see what it tells of. */
@Service
public class Trail {
    private static final String ROWS = """
            select t.seq, t.at, t.who, a.role, a.country, t.means, t.address, t.action, t.what, t.record, t.before, t.after, t.why
            from access.audit t left join access.account a on a.id = t.account
            """;

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row.
     *
     * @param who login name, or the name of the database role where nobody signed in
     * @param role of the account as it is now, or null where there is none
     * @param what table of the record, or kind of thing
     * @param before JSON of a record, or text
     */
    public record Row(
            long seq,
            Instant at,
            String who,
            @Nullable String role,
            @Nullable String country,
            String means,
            String address,
            String action,
            String what,
            String record,
            @Nullable String before,
            @Nullable String after,
            String why) {}

    /** Everything that happened to a record, the latest first. */
    public List<Row> of(String table, String record) {
        return jdbc.sql(ROWS + "where t.what = :what and t.record = :record order by t.seq desc")
                .param("what", table)
                .param("record", record)
                .query(Trail::row)
                .list();
    }

    /** What happened before a row, the latest first. */
    public List<Row> before(long seq, int most) {
        return jdbc.sql(ROWS + "where t.seq < :seq order by t.seq desc limit :most")
                .param("seq", seq)
                .param("most", most)
                .query(Trail::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}

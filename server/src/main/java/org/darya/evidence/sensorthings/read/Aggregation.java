package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Bucket;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Mean, least, greatest, sum and number of the numeric results of each stream in equal lengths of time: hours and
 * shorter ones from the epoch, days, weeks, months and years of a time zone. What has no numeric result is not counted.
 */
public final class Aggregation {
    /** Rows of one answer; a longer one is refused rather than cut. */
    private static final int MOST = 100_000;

    private final Connection connection;
    private final Reader reader;

    public Aggregation(Connection connection, Reader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** @param time from the beginning of the bucket to its end, which is the beginning of the next */
    public record Row(
            int stream,
            Interval time,
            @Nullable Double mean,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double sum,
            long count) {
        /** The value of a function other than count. */
        public @Nullable Double value(String function) {
            return switch (function) {
                case "mean" -> mean;
                case "min" -> min;
                case "max" -> max;
                default -> sum;
            };
        }
    }

    public List<Row> rows(ResourcePath path, Options options, Bucket bucket) throws SQLException {
        Tables tables = reader.tables();
        Scope scope = new Scope(EntityType.OBSERVATION, tables.alias(), tables);
        Sql where = reader.narrowed(scope, reader.addresses().place(path), options);
        String time = scope.alias + ".phenomenon_time";
        Sql zone = Sql.value("?", bucket.zone());
        Sql length = Sql.value("?::interval", bucket.period());
        boolean calendar = !bucket.period().startsWith("PT");
        Sql start =
                calendar ? calendar(bucket, time, zone, length) : Sql.of("date_bin({}, " + time + ", 'epoch')", length);
        Sql end = calendar
                ? Sql.of("((x.b at time zone {}) + {}) at time zone {}", zone, length, zone)
                : Sql.of("x.b + {}", length);
        int top = options.top() == null ? MOST : Math.min(options.top(), MOST);
        Sql sql = Sql.of(
                "select x.d, timestamptz_send(x.b), timestamptz_send({}), x.mean, x.min, x.max, x.sum, x.n from (select "
                        + scope.alias + ".datastream as d, {} as b, avg(" + scope.alias + ".result) as mean, min("
                        + scope.alias
                        + ".result) as min, max(" + scope.alias + ".result) as max, sum(" + scope.alias
                        + ".result) as sum, count("
                        + scope.alias
                        + ".result) as n from {}{}{} group by 1, 2) x where x.n > 0 order by 1, 2 limit {}",
                end,
                start,
                tables.source(EntityType.OBSERVATION, scope.alias),
                scope.joins(),
                where,
                Sql.value("?", top + 1));
        List<Row> rows = Statements.query(connection, sql, found -> {
            var all = new ArrayList<Row>();
            while (found.next()) {
                Long from = Columns.instant(found.getBytes(2));
                Long to = Columns.instant(found.getBytes(3));
                all.add(new Row(
                        found.getInt(1),
                        new Interval(from == null ? 0 : from, to == null ? 0 : to),
                        found.getDouble(4),
                        found.getDouble(5),
                        found.getDouble(6),
                        found.getDouble(7),
                        found.getLong(8)));
            }
            return all;
        });
        if (rows.size() > top) {
            if (top == MOST) {
                throw StaProblem.bad(
                        "There would be more than %d buckets.".formatted(MOST),
                        "Maybe take longer ones, or a shorter time.");
            }
            return rows.subList(0, top);
        }
        return rows;
    }

    /** Single days, weeks, months and years begin where the calendar says; several are counted from the year 2000. */
    private static Sql calendar(Bucket bucket, String time, Sql zone, Sql length) {
        int n = Integer.parseInt(bucket.period().replaceAll("\\D", ""));
        char unit = bucket.period().charAt(bucket.period().length() - 1);
        String local = "(" + time + " at time zone {})";
        if (unit == 'M' || unit == 'Y') {
            int months = unit == 'Y' ? 12 * n : n;
            return Sql.of(
                    "(timestamp '2000-01-01' + floor(((extract(year from " + local
                            + ") - 2000) * 12 + extract(month from "
                            + local + ") - 1) / " + months + ")::int * " + months
                            + " * interval '1 month') at time zone {}",
                    zone,
                    zone,
                    zone);
        }
        String origin = unit == 'W' ? "2000-01-03" : "2000-01-01"; // weeks begin on Monday
        return Sql.of("date_bin({}, " + local + ", timestamp '" + origin + "') at time zone {}", length, zone, zone);
    }
}

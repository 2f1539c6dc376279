package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the table of observations, made when the first observation of their time comes: a year each from 1990 to 2059,
 * ten years each before, one for all before 1900 and one for all later. None is made for what may never come, so that a
 * statement over all times has few parts to look at, and the parts have an order.
 */
final class Partitions {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    /** The part of the table that a time lies in. */
    static String name(long micros) {
        return part(year(micros)).name;
    }

    private static int year(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
                .atOffset(ZoneOffset.UTC)
                .getYear();
    }

    /** Makes the part for a time where it is missing; cheap for times near the last one. */
    void ensure(Connection connection, long micros) throws SQLException {
        if (micros >= from && micros < to) {
            return;
        }
        Part part = part(year(micros));
        if (known.isEmpty()) {
            load(connection);
        }
        if (!known.contains(part.name)) {
            try (PreparedStatement statement = connection.prepareStatement("select observation.make_part(?, ?, ?)")) {
                statement.setString(1, part.name);
                statement.setString(2, part.first == null ? "minvalue" : part.first.toString());
                statement.setString(3, part.next == null ? "maxvalue" : part.next.toString());
                statement.execute();
            }
            known.add(part.name);
        }
        from = part.first == null ? Long.MIN_VALUE : micros(part.first);
        to = part.next == null ? Long.MAX_VALUE : micros(part.next);
    }

    /** Forgets what was made in a transaction that came to nothing. */
    void forget() {
        known.clear();
        from = Long.MAX_VALUE;
        to = Long.MIN_VALUE;
    }

    private void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                                + " where i.inhparent = 'observation.observation'::regclass")) {
            while (rows.next()) {
                known.add(rows.getString(1));
            }
        }
    }

    private record Part(
            String name, @Nullable Integer first, @Nullable Integer next) {}

    private static Part part(int year) {
        if (year < 1900) {
            return new Part("observation_before_1900", null, 1900);
        }
        if (year < 1990) {
            int decade = year / 10 * 10;
            return new Part("observation_" + decade + "s", decade, decade + 10);
        }
        return year < 2060
                ? new Part("observation_" + year, year, year + 1)
                : new Part("observation_from_2060", 2060, null);
    }

    private static long micros(int year) {
        return java.time.LocalDate.of(year, 1, 1).toEpochDay() * 86_400_000_000L;
    }
}

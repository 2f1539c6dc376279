package org.darya.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema of each room to its newest state: one schema and one folder of migrations per room. A database that says
 * it has these very migrations is left alone, for asking Flyway room by room takes most of a second of every start.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * @param rooms schema names, ground floor first; the migrations of a room lie in {@code classpath:db/<room>}. The first
     *     keeps the state of them all.
     * @throws DaryaException where a migration fails; what it did is rolled back
     */
    public static void migrate(DataSource database, List<String> rooms) {
        String wanted = fingerprint(rooms);
        String state = rooms.getFirst() + ".migrated";
        try (Connection connection = database.getConnection()) {
            if (!wanted.equals(state(connection, state))) {
                rooms.forEach(room -> migrate(database, room));
                note(connection, state, wanted);
            }
        } catch (SQLException e) {
            throw failed("the database", e);
        }
    }

    private static void migrate(DataSource database, String room) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(room)
                    .defaultSchema(room)
                    .locations("classpath:db/" + room)
                    .table("migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failed(room, e);
        }
    }

    private static DaryaException failed(String room, Exception why) {
        return new DaryaException(
                "The tables of %s could not be brought up to date: %s".formatted(room, why.getMessage()),
                "Maybe a newer Darya wrote this database, or its user may not create tables.");
    }

    /** Names and contents of all migrations of these rooms. */
    private static String fingerprint(List<String> rooms) {
        var sum = new CRC32C();
        var files = new PathMatchingResourcePatternResolver();
        try {
            for (String room : rooms) {
                for (Resource file : files.getResources("classpath*:db/" + room + "/*")) {
                    sum.update((room + '/' + file.getFilename()).getBytes(StandardCharsets.UTF_8));
                    sum.update(file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%08x".formatted(sum.getValue());
    }

    private static String state(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return "";
                }
            }
            try (ResultSet row = statement.executeQuery("select fingerprint from " + table)) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void note(Connection connection, String table, String fingerprint) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists " + table
                    + " (one boolean primary key default true check (one), fingerprint text not null)");
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table
                + " (fingerprint) values (?) on conflict (one) do update set fingerprint = excluded.fingerprint")) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        }
    }
}

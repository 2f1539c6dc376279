package org.darya;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.platform.DatabaseLocation;
import org.postgresql.Driver;

/**
 * A Citus cluster, where {@code DARYA_TEST_CITUS_URL} names one: {@code jdbc:postgresql://host/database?user=…&password=…}, a
 * database that tests may empty, with the extension at hand. Every test of observations runs on it then.
 */
public final class Cluster {
    /** The statements for operators, which stand in the page on scale and nowhere else. */
    private static final Pattern STATEMENTS = Pattern.compile("<!-- cluster -->\\s*```sql\\n(.*?)```", Pattern.DOTALL);

    private Cluster() {}

    public static boolean given() {
        return System.getenv("DARYA_TEST_CITUS_URL") != null;
    }

    /** The database of the cluster, emptied of all that is Darya's. */
    static DatabaseLocation fresh() {
        DatabaseLocation location = location();
        run(location, "create extension if not exists citus");
        for (String room : Serve.ROOMS) {
            run(location, "drop schema if exists " + room + " cascade");
        }
        return location;
    }

    /** Spreads the tables as the page on scale says, where the database is that of the cluster. */
    static void spread(DatabaseLocation database) {
        if (given() && database.equals(location())) {
            for (String statement : statements().split(";\\s*\\n")) {
                run(database, statement);
            }
        }
    }

    /** What an operator runs once, after the first start. */
    public static String statements() {
        try {
            String page = Files.readString(Path.of("../docs/scale.md"));
            Matcher block = STATEMENTS.matcher(page);
            if (!block.find()) {
                throw new AssertionError("docs/scale.md has no statements for a cluster");
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseLocation location() {
        String url = System.getenv("DARYA_TEST_CITUS_URL");
        Properties said = Driver.parseURL(url, new Properties());
        if (said == null) {
            throw new AssertionError("DARYA_TEST_CITUS_URL is no JDBC address of PostgreSQL: " + url);
        }
        return new DatabaseLocation(
                url.replaceFirst("\\?.*", ""), said.getProperty("user", ""), said.getProperty("password", ""));
    }

    private static void run(DatabaseLocation database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}

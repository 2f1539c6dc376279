package org.darya.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a database answers and as whom to speak to it. */
public record DatabaseLocation(String url, String user, String password) {
    private static final int OLDEST = 15;

    /** Whether it takes a connection now. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * @throws DaryaException where it cannot be reached or is too old
     */
    public void check() {
        try (Connection connection = connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DaryaException(
                        "The database at %s is PostgreSQL %d; Darya needs %d or newer.".formatted(url, version, OLDEST),
                        "Maybe a newer server runs on another port, or leave --db-url out to use the embedded one.");
            }
        } catch (SQLException e) {
            throw new DaryaException(
                    "The database at %s does not take the user %s: %s".formatted(url, user, e.getMessage()),
                    "Maybe the server is down, the name is misspelt, or DARYA_DB_PASSWORD is not set.");
        }
    }

    /** Connections without a pool, for commands and migrations. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url + " as " + user; // the password never reaches a log
    }
}

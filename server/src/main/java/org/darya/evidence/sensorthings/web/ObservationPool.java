package org.darya.evidence.sensorthings.web;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.darya.evidence.sensorthings.Rights;
import org.postgresql.PGConnection;

/**
 * Connections of this room alone. Those that write see everything: what a writer may touch is decided before it comes so far.
 * Those that read are told for whom, and the database hides the rest. A connection is told only where it was told another caller
 * last: most readers are nobody in particular and cost no exchange.
 */
final class ObservationPool implements AutoCloseable {
    private static final String EVERYTHING = "*";
    private static final String READS = "-c default_transaction_read_only=on -c darya.sees=";

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    /** What each reading connection was told last; those not in here were told nothing. */
    private final Map<PGConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    ObservationPool(String url, String user, String password) {
        writers = pool(
                "observations", url, user, password, "-c darya.sees=* -c darya.who=observations -c darya.means=system");
        readers = pool("readings", url, user, password, READS);
    }

    private static HikariDataSource pool(String name, String url, String user, String password, String options) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        var properties = new Properties();
        properties.setProperty("prepareThreshold", "1"); // binary from the first use on
        properties.setProperty("options", options);
        pool.setDataSourceProperties(properties);
        return pool;
    }

    /** Connections that see everything. */
    DataSource source() {
        return writers;
    }

    /** A connection that sees what the caller may see, and changes nothing. */
    Connection reading(Rights rights) throws SQLException {
        String seen = seen(rights);
        String nobody = String.join(",", Rights.ANYBODY.visibilities());
        Connection connection = readers.getConnection();
        try {
            PGConnection physical = connection.unwrap(PGConnection.class);
            if (!seen.equals(told.getOrDefault(physical, nobody))) {
                told.put(physical, "?"); // equals nothing that is ever asked for, so that a half-told one is told again
                try (PreparedStatement tell =
                        connection.prepareStatement("select set_config('darya.sees', ?, false)")) {
                    tell.setString(1, seen);
                    tell.execute();
                }
                told.put(physical, seen);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Reads within a transaction that writes: the database hides from it what it hides from one that reads. Where the reading
     * fails the transaction is undone, and what it was told with it.
     */
    static <T> T seeing(Connection writing, Rights rights, Service.Reading<T> reading) throws SQLException {
        see(writing, seen(rights));
        T read = reading.read(writing);
        see(writing, EVERYTHING);
        return read;
    }

    private static void see(Connection connection, String seen) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement("select set_config('darya.sees', ?, true)")) {
            tell.setString(1, seen);
            tell.execute();
        }
    }

    private static String seen(Rights rights) {
        return rights.everything() ? EVERYTHING : String.join(",", rights.visibilities());
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}

package org.darya.evidence.sensorthings.web;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Connections of this room alone. They are told once that they see everything, where others are told with each use who
 * asks: that costs two exchanges, as much as a reading of the latest values takes. What the caller may see is put into
 * every statement instead, in one place: {@code Tables}.
 */
final class ObservationPool implements AutoCloseable {
    private final HikariDataSource pool = new HikariDataSource();

    ObservationPool(String url, String user, String password) {
        pool.setPoolName("observations");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        var properties = new Properties();
        properties.setProperty("prepareThreshold", "1"); // binary from the first use on
        properties.setProperty("options", "-c darya.sees=* -c darya.who=observations -c darya.means=system");
        pool.setDataSourceProperties(properties);
    }

    DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection of the writer: opened when it is needed, and anew when it is broken. */
final class WriterConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource source;
    private @Nullable Connection connection;

    WriterConnection(DataSource source) {
        this.source = source;
    }

    Connection get() throws SQLException {
        Connection now = connection;
        if (now == null) {
            now = source.getConnection();
            connection = now;
        }
        return now;
    }

    /** Undoes the transaction that failed. */
    void undo(Connection failed) {
        try {
            if (!failed.getAutoCommit()) {
                failed.rollback();
            }
            if (!failed.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("the connection is broken");
            }
        } catch (SQLException e) {
            LOG.warn("a new connection is needed: {}", e.getMessage());
            connection = null;
            try {
                failed.close();
            } catch (SQLException closing) {
                LOG.debug("closing", closing);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        Connection now = connection;
        if (now != null) {
            now.close();
        }
    }
}

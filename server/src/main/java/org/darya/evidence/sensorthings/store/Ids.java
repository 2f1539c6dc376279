package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Ids of observations, taken from the sequence in blocks: short numbers, each given once, whoever else writes. */
final class Ids {
    private static final int BLOCK = 4096;

    private long next;
    private long end;

    /** The first of {@code n} ids in a row. */
    long take(Connection connection, int n) throws SQLException {
        if (end - next < n) {
            int blocks = (n + BLOCK - 1) / BLOCK;
            if (blocks == 1) {
                next = block(connection);
                end = next + BLOCK;
            } else {
                lockedRun(connection, blocks);
            }
        }
        long first = next;
        next += n;
        return first;
    }

    private static long block(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select nextval('observation.observation_id')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Several blocks that lie side by side; where another writer came between, those before it stay unused. */
    private void lockedRun(Connection connection, int blocks) throws SQLException {
        long start = block(connection);
        long last = start;
        for (int i = 1; i < blocks; i++) {
            long one = block(connection);
            if (one != last + BLOCK) {
                start = one;
                i = 0;
            }
            last = one;
        }
        next = start;
        end = last + BLOCK;
    }
}

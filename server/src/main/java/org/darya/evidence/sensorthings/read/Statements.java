package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs pieces of SQL on a connection. */
public final class Statements {
    private Statements() {}

    /** Reads something of a result. */
    public interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    public static <T> T query(Connection connection, Sql piece, Reading<T> reading) throws SQLException {
        Sql sql = piece.statement();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    private static void bind(PreparedStatement statement, Sql sql) throws SQLException {
        int at = 1;
        for (Object value : sql.values()) {
            if (value instanceof String[] texts) {
                statement.setArray(at++, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(at++, value);
            }
        }
    }
}

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.Rights;

/** Who writes: each account, token and import once. */
final class Authors {
    private final Map<String, Author> known = new ConcurrentHashMap<>();

    Author of(Connection connection, Rights rights) throws SQLException {
        String key = rights.kind() + ' ' + rights.name();
        Author author = known.get(key);
        if (author == null) {
            author = find(connection, rights);
            known.put(key, author);
        }
        return author;
    }

    private static Author find(Connection connection, Rights rights) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into observation.author (kind, name) values (?, ?)"
                        + " on conflict (kind, name) do update set name = excluded.name returning id")) {
            statement.setString(1, rights.kind());
            statement.setString(2, rights.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Author(row.getInt(1));
            }
        }
    }

    void forget() {
        known.clear();
    }
}

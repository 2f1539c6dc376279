package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.Rights;

/** Who writes, and from where: each account, token and import once for each address. */
final class Authors {
    private static final int MOST = 10_000;

    private final Map<Key, Author> known = new ConcurrentHashMap<>();

    Author of(Connection connection, Rights rights) throws SQLException {
        var key = new Key(rights.kind(), rights.name(), rights.address());
        Author author = known.get(key);
        if (author == null) {
            author = find(connection, key);
            if (known.size() >= MOST) {
                known.clear(); // a station on the move has many addresses
            }
            known.put(key, author);
        }
        return author;
    }

    private record Key(String kind, String name, String address) {}

    private static Author find(Connection connection, Key key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into observation.author (kind, name, address) values (?, ?, ?)"
                        + " on conflict (kind, name, address) do update set name = excluded.name returning id")) {
            statement.setString(1, key.kind());
            statement.setString(2, key.name());
            statement.setString(3, key.address());
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

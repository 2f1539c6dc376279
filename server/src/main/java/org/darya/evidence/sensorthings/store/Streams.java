package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.store.Stream.Duplicates;
import org.jspecify.annotations.Nullable;

/** Streams as writers need them, remembered until an entity changes. */
public final class Streams {
    private static final String FIND = """
            select d.id, d.thing, case when d.multi then (select count(*) from observation.datastream_property p
                    where p.datastream = d.id) else 0 end, d.duplicates, d.visibility, d.country,
                coalesce((select min(l.made_feature) from observation.thing_location tl
                          join observation.location l on l.id = tl.location where tl.thing = d.thing), 0)
            from observation.datastream d where d.id = ?""";

    private final Map<Integer, Stream> known = new ConcurrentHashMap<>();

    /** Null where there is no such stream. */
    public @Nullable Stream find(Connection connection, int id) throws SQLException {
        Stream stream = known.get(id);
        if (stream != null) {
            return stream;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                stream = new Stream(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        Duplicates.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7));
            }
        }
        known.put(id, stream);
        return stream;
    }

    /** What is remembered, without asking the database. */
    public @Nullable Stream remembered(int id) {
        return known.get(id);
    }

    /** Forgets the streams of one thing. */
    void forget(int thing) {
        known.values().removeIf(stream -> stream.thing() == thing);
    }

    void forget() {
        known.clear();
    }
}

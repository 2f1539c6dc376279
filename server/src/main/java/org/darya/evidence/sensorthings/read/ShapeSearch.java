package org.darya.evidence.sensorthings.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.darya.evidence.sensorthings.geo.Shapes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Works out functions of geometries in Java: PostgreSQL finds by its index what lies near, JTS decides. Read geometries
 * are remembered by their text.
 */
final class ShapeSearch {
    private static final int REMEMBERED = 50_000;
    private static final Map<String, Geometry> READ = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Geometry> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Connection connection;

    ShapeSearch(Connection connection) {
        this.connection = connection;
    }

    /** Ids and values of the entities for which the function gives something, among those that meet the envelope. */
    <T> Map<Integer, T> search(Term.Shape shape, @Nullable Envelope near, Function<Geometry, @Nullable T> function)
            throws SQLException {
        var found = new LinkedHashMap<Integer, T>();
        boolean indexed = near != null && !shape.column().equals("observed_area");
        String text = "select id, %s::text from %s where %s is not null"
                        .formatted(shape.column(), shape.type().table(), shape.column())
                + (indexed ? " and extent && box(point(?, ?), point(?, ?))" : "");
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            if (near != null && indexed) {
                statement.setDouble(1, near.getMinX());
                statement.setDouble(2, near.getMinY());
                statement.setDouble(3, near.getMaxX());
                statement.setDouble(4, near.getMaxY());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Geometry geometry = remembered(rows.getString(2));
                    T value = geometry == null ? null : function.apply(geometry);
                    if (value != null) {
                        found.put(rows.getInt(1), value);
                    }
                }
            }
        }
        return found;
    }

    /** Streams that hold observations of these features, so that only they are read. */
    List<Integer> streamsOf(int[] features) throws SQLException {
        var streams = new ArrayList<Integer>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct datastream from observation.datastream_feature where feature = any (?)")) {
            statement.setObject(1, features);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    streams.add(rows.getInt(1));
                }
            }
        }
        return streams;
    }

    private static @Nullable Geometry remembered(String json) {
        synchronized (READ) {
            Geometry known = READ.get(json);
            if (known != null) {
                return known;
            }
        }
        Geometry geometry = Shapes.ofJson(json);
        if (geometry != null) {
            synchronized (READ) {
                READ.put(json, geometry);
            }
        }
        return geometry;
    }
}

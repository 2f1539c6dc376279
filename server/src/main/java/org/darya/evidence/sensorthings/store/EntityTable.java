package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.geo.Shapes;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the tables of entities: from JSON to columns. */
final class EntityTable {
    /** A column's placeholder and value. */
    private record Cell(String placeholder, @Nullable Object value) {}

    private EntityTable() {}

    /** @param ids what relations to one put into columns @param marks visibility, country, and the like */
    static int insert(
            Connection connection,
            EntityType type,
            ObjectNode body,
            Map<String, Integer> ids,
            Map<String, @Nullable Object> marks,
            Author author)
            throws SQLException {
        Map<String, Cell> cells = cells(type, body, false);
        ids.forEach((column, id) -> cells.put(column, new Cell("?", id)));
        marks.forEach((column, value) -> cells.put(column, new Cell("?", value)));
        cells.put("author", new Cell("?", author.id()));
        String columns = String.join(", ", cells.keySet());
        String values =
                String.join(", ", cells.values().stream().map(Cell::placeholder).toList());
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + type.table() + " (" + columns + ") values (" + values + ") returning id")) {
            bind(statement, cells);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** @param whole whether what is not given becomes empty */
    static void update(
            Connection connection,
            EntityType type,
            int id,
            ObjectNode body,
            boolean whole,
            Map<String, Integer> ids,
            Map<String, @Nullable Object> marks,
            Author author)
            throws SQLException {
        Map<String, Cell> cells = cells(type, body, whole);
        ids.forEach((column, to) -> cells.put(column, new Cell("?", to)));
        marks.forEach((column, value) -> cells.put(column, new Cell("?", value)));
        History.keep(connection, type, new int[] {id}, author, false);
        cells.put("author", new Cell("?", author.id()));
        var sets = new ArrayList<String>();
        cells.forEach((column, cell) -> sets.add(column + " = " + cell.placeholder));
        try (PreparedStatement statement = connection.prepareStatement("update " + type.table() + " set "
                + String.join(", ", sets) + ", written = clock_timestamp() where id = ?")) {
            statement.setInt(bind(statement, cells), id);
            statement.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, Map<String, Cell> cells) throws SQLException {
        int at = 1;
        for (Cell cell : cells.values()) {
            statement.setObject(at++, cell.value);
        }
        return at;
    }

    private static Map<String, Cell> cells(EntityType type, ObjectNode body, boolean whole) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Property property : type.properties()) {
            JsonNode value = body.get(property.name());
            if (property.kind() == Property.Kind.COMPUTED || (value == null && !whole)) {
                continue;
            }
            boolean none = value == null || value.isNull();
            switch (property.kind()) {
                case TEXT ->
                    cells.put(property.column(), new Cell("?", none ? null : text(property, value.asString())));
                case INSTANT ->
                    cells.put(
                            property.column(),
                            new Cell("?", none ? null : Instants.date(Instants.parse(value.asString()))));
                default ->
                    cells.put(property.column(), new Cell("?::jsonb", none ? null : text(property, value.toString())));
            }
            if ((type == EntityType.LOCATION || type == EntityType.FEATURE_OF_INTEREST)
                    && property.kind() == Property.Kind.GEOMETRY
                    && value != null) {
                cells.put("extent", new Cell("?::box", box(value)));
            }
        }
        if (type == EntityType.MULTI_DATASTREAM) {
            cells.put("multi", new Cell("?", true));
            if (!cells.containsKey("observation_type") || (whole && body.get("observationType") == null)) {
                cells.put(
                        "observation_type",
                        new Cell("?", "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation"));
            }
        }
        return cells;
    }

    private static String text(Property property, String text) {
        if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
            throw StaProblem.bad("%s has the character zero.".formatted(property.name()), "Maybe leave \\u0000 out.");
        }
        return text;
    }

    private static @Nullable String box(JsonNode geometry) {
        Geometry shape = Shapes.ofJson(geometry);
        if (shape == null || shape.isEmpty()) {
            return null;
        }
        Envelope around = shape.getEnvelopeInternal();
        return "((%s,%s),(%s,%s))".formatted(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
    }

    /** Which of some ids there are, none of them hidden from the writer. */
    static boolean exists(Connection connection, EntityType type, int id) throws SQLException {
        String condition = type.condition("t");
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from " + type.table() + " t where id = ?" + (condition == null ? "" : " and " + condition))) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static int[] ids(Connection connection, String query, int id) throws SQLException {
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    static void run(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}

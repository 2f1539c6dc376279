package org.darya.evidence.sensorthings.read;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.darya.evidence.sensorthings.model.Property;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns that an answer needs of a type, and how a row of them becomes an entity. */
final class Columns {
    /** Numbers keep their digits. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EntityType type;
    private final Options options;
    private final Set<String> held = new LinkedHashSet<>();

    Columns(EntityType type, Options options) {
        this.type = type;
        this.options = options;
        for (Options.Expand expand : options.expand()) {
            Navigation by = type.navigation(expand.name());
            if (by != null && by.join() instanceof Join.Holds(String column)) {
                held.add(column);
            }
        }
        if (type == EntityType.OBSERVATION) {
            held.add("datastream");
        }
    }

    /** The select list; the columns of {@link #read}, in its order. */
    String list(String alias) {
        var columns = new ArrayList<String>();
        columns.add(alias + ".id");
        for (String column : held) {
            columns.add(alias + "." + column);
        }
        if (type == EntityType.OBSERVATION) {
            columns.add("timestamptz_send(" + alias + ".phenomenon_time)");
            columns.add("timestamptz_send(" + alias + ".phenomenon_end)");
            columns.add(alias + ".result");
            columns.add("timestamptz_send(" + alias + ".result_time)");
            columns.add(alias + ".detail::text");
            return String.join(", ", columns);
        }
        for (Property property : type.properties()) {
            if (property.kind() == Property.Kind.INSTANT) {
                columns.add("timestamptz_send(" + alias + "." + property.column() + ")");
            } else if (property.kind() != Property.Kind.COMPUTED && options.selects(property.name())) {
                columns.add(alias + "." + property.column());
            }
        }
        return String.join(", ", columns);
    }

    /** @param first number of the first column, counted from one */
    Entity read(ResultSet row, int first, long parent) throws SQLException {
        int at = first;
        long id = row.getLong(at++);
        Map<String, Integer> holds =
                held.size() == 1 ? Map.of(held.iterator().next(), row.getInt(at++)) : new HashMap<>(8);
        if (held.size() > 1) {
            for (String column : held) {
                holds.put(column, row.getInt(at++));
            }
        }
        @Nullable Object[] values = new @Nullable Object[type.properties().size()];
        if (type == EntityType.OBSERVATION) {
            observation(row, at, values);
            return new Entity(type, id, parent, values, holds);
        }
        for (int i = 0; i < values.length; i++) {
            Property property = type.properties().get(i);
            if (property.kind() == Property.Kind.INSTANT) {
                values[i] = instant(row.getBytes(at++));
            } else if (property.kind() != Property.Kind.COMPUTED && options.selects(property.name())) {
                String text = row.getString(at++);
                values[i] = text == null || property.kind() == Property.Kind.TEXT ? text : new Entity.Json(text);
            }
        }
        return new Entity(type, id, parent, values, holds);
    }

    /** In the order of the properties of an observation: phenomenonTime, result, resultTime, and what is in detail. */
    private static void observation(ResultSet row, int at, @Nullable Object[] values) throws SQLException {
        Long start = instant(row.getBytes(at));
        Long end = instant(row.getBytes(at + 1));
        values[0] = start == null ? null : new Interval(start, end == null ? Instants.NONE : end);
        double result = row.getDouble(at + 2);
        values[1] = row.wasNull() ? null : (Object) result;
        values[2] = instant(row.getBytes(at + 3));
        String detail = row.getString(at + 4);
        if (detail == null) {
            return;
        }
        JsonNode json = JSON.readTree(detail);
        values[1] = json.has("result") ? new Entity.Json(json.get("result").toString()) : values[1];
        values[3] = json.has("resultQuality")
                ? new Entity.Json(json.get("resultQuality").toString())
                : null;
        if (json.has("validTime")) {
            JsonNode valid = json.get("validTime");
            values[4] = new Interval(
                    Instants.parse(valid.get(0).asString()),
                    Instants.parse(valid.get(1).asString()));
        }
        values[5] =
                json.has("parameters") ? new Entity.Json(json.get("parameters").toString()) : null;
    }

    static @Nullable Long instant(byte @Nullable [] sent) {
        return sent == null ? null : ByteBuffer.wrap(sent).getLong() + Instants.POSTGRES_EPOCH;
    }
}

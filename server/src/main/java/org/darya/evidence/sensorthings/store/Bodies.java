package org.darya.evidence.sensorthings.store;

import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.geo.Shapes;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and examines what clients send. */
public final class Bodies {
    /** Numbers keep their digits, depth and lengths are bounded, a member given twice is refused. */
    public static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(5_000_000)
                            .maxNumberLength(500)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    public static JsonNode tree(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || json.isMissingNode()) {
                throw StaProblem.bad("The body is empty.", "Maybe it was lost on the way.");
            }
            return json;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    public static StaProblem notJson(JacksonException e) {
        var place = e.getLocation();
        return StaProblem.bad(
                "The body is no JSON that can be taken: %s%s."
                        .formatted(
                                StaProblem.shown(String.valueOf(e.getOriginalMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                                place == null
                                        ? ""
                                        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr())),
                "Maybe a quotation mark or a bracket is missing.");
    }

    public static ObjectNode object(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw StaProblem.bad(
                "An object was expected, and %s came.".formatted(StaProblem.shown(json.toString())),
                "Maybe several entities were sent; send them one by one or as a batch.");
    }

    /**
     * Says everything that is wrong with the members of an entity.
     *
     * @param whole whether what is required must be there
     */
    static void examine(EntityType type, ObjectNode body, boolean whole) {
        List<String> faults = new ArrayList<>();
        for (var member : body.properties()) {
            String name = member.getKey();
            Property property = type.property(name);
            Navigation by = type.navigation(name);
            if (property != null) {
                String fault = fault(type, property, member.getValue());
                if (fault != null) {
                    faults.add(fault);
                }
            } else if (by != null) {
                if (by.many()
                        ? !member.getValue().isArray()
                        : !member.getValue().isObject()) {
                    faults.add("%s must be %s".formatted(name, by.many() ? "an array" : "an object"));
                }
            } else if (!name.contains("@iot.") && !name.equals("id")) {
                faults.add("a %s has no \"%s\"".formatted(type.single(), StaProblem.shown(name)));
            }
        }
        if (whole) {
            for (Property property : type.properties()) {
                JsonNode value = body.get(property.name());
                if (property.required() && (value == null || value.isNull())) {
                    faults.add("%s is missing".formatted(property.name()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw StaProblem.bad(
                    "The %s cannot be taken: %s.".formatted(type.single(), String.join("; ", faults)),
                    "Maybe a name is misspelt; names are case-sensitive.");
        }
    }

    private static @Nullable String fault(EntityType type, Property property, JsonNode value) {
        if (value.isNull()) {
            return property.required() ? "%s must not be null".formatted(property.name()) : null;
        }
        return switch (property.kind()) {
            case TEXT -> value.isString() ? null : "%s must be a text".formatted(property.name());
            case GEOMETRY -> geometry(property, value);
            case JSON -> json(type, property, value);
            case INSTANT, INTERVAL -> value.isString() ? null : "%s must be a time".formatted(property.name());
            case RESULT, COMPUTED -> null;
        };
    }

    private static @Nullable String geometry(Property property, JsonNode value) {
        if (!value.isObject() || !value.has("type")) {
            return value.isObject() || value.isString() ? null : "%s must be an object".formatted(property.name());
        }
        String fault = Shapes.fault(value);
        return fault == null ? null : "%s is no geometry: %s".formatted(property.name(), fault);
    }

    private static @Nullable String json(EntityType type, Property property, JsonNode value) {
        boolean array = type == EntityType.MULTI_DATASTREAM && !property.name().equals("properties");
        if (array) {
            return value.isArray() ? null : "%s must be an array".formatted(property.name());
        }
        boolean anything = type == EntityType.SENSOR && property.name().equals("metadata");
        return anything || value.isObject() || type == EntityType.OBSERVATION
                ? null
                : "%s must be an object".formatted(property.name());
    }

    /** The id that a reference such as {@code {"@iot.id": 5}} names; null where it names none. */
    static @Nullable Integer reference(JsonNode json) {
        JsonNode id = json.get("@iot.id");
        if (id == null) {
            return null;
        }
        if (id.isIntegralNumber() && id.canConvertToInt()) {
            return id.intValue();
        }
        if (id.isString() && id.asString().matches("\\d{1,9}")) {
            return Integer.valueOf(id.asString());
        }
        throw StaProblem.bad(
                "The id %s names nothing.".formatted(StaProblem.shown(id.toString())),
                "Maybe it belongs to another server.");
    }
}

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose rows are and who may see them. Clients say it in {@code properties}: visibility (public, shared, national),
 * country, owner, and for streams duplicates (allow, reject, ignore, replace). A stream is never more open than its
 * thing, and a thing's locations are never more open than the thing.
 */
final class Marks {
    private static final Set<EntityType> MARKED = Set.of(
            EntityType.THING,
            EntityType.DATASTREAM,
            EntityType.MULTI_DATASTREAM,
            EntityType.LOCATION,
            EntityType.FEATURE_OF_INTEREST);
    private static final List<String> OPENNESS = List.of("public", "shared", "national");
    private static final List<String> DUPLICATES = List.of("allow", "reject", "ignore", "replace");

    private final Connection connection;
    private final Rights rights;

    Marks(Connection connection, Rights rights) {
        this.connection = connection;
        this.rights = rights;
    }

    static StaProblem forbidden() {
        return new StaProblem(403, "This account may not write here.", "Maybe it belongs to another country.");
    }

    private record Kept(String visibility, @Nullable String country) {}

    /** The marks of a new row. */
    Map<String, @Nullable Object> of(EntityType type, ObjectNode body, Map<String, Integer> ids) throws SQLException {
        Map<String, @Nullable Object> marks = new HashMap<>();
        if (!MARKED.contains(type)) {
            if (!rights.writes()) {
                throw forbidden();
            }
            return marks;
        }
        JsonNode properties = body.path("properties");
        String visibility = visibility(properties);
        String country = text(properties, "country");
        if (country != null && !country.matches("[A-Z]{3}")) {
            throw StaProblem.bad(
                    "properties/country is \"%s\".".formatted(StaProblem.shown(country)),
                    "Maybe a code of three capital letters was meant, such as KAZ (ISO 3166-1 alpha-3).");
        }
        if (type.isStream()) {
            Integer thing = ids.get("thing");
            Kept of = thing == null ? null : kept(EntityType.THING, thing);
            if (of != null) {
                visibility = stricter(visibility, of.visibility);
                country = country == null ? of.country : country;
            }
            marks.put("duplicates", choice(properties, "duplicates", DUPLICATES, "allow"));
        }
        if (country == null && !rights.everything() && rights.countries().size() == 1) {
            country = rights.countries().getFirst();
        }
        if (!rights.mayWrite(country == null ? "" : country)) {
            throw forbidden();
        }
        if (visibility.startsWith("national ")) {
            country = visibility.substring(9);
        }
        if (visibility.equals("national") && country == null) {
            throw StaProblem.bad(
                    "What is national needs a country.",
                    "Maybe add \"country\": \"KAZ\" beside \"visibility\" in properties.");
        }
        marks.put("visibility", visibility.equals("national") ? "national " + country : visibility);
        marks.put("country", country);
        if (type != EntityType.LOCATION && type != EntityType.FEATURE_OF_INTEREST) {
            String owner = text(properties, "owner");
            marks.put("owner", owner == null ? rights.name() : owner);
        }
        return marks;
    }

    /** The marks that a change brings. */
    Map<String, @Nullable Object> changed(
            EntityType type, int id, ObjectNode body, boolean whole, Map<String, Integer> ids) throws SQLException {
        if (!MARKED.contains(type) || !(whole || body.has("properties"))) {
            return Map.of();
        }
        Map<String, Integer> holder = new HashMap<>(ids);
        if (type.isStream() && !ids.containsKey("thing")) {
            holder.put(
                    "thing",
                    EntityTable.ids(connection, "select thing from observation.datastream where id = ?", id)[0]);
        }
        Map<String, @Nullable Object> marks = of(type, body, holder);
        Kept before = kept(type, id);
        if (marks.get("country") == null && before != null) {
            marks.put("country", before.country);
        }
        return marks;
    }

    /** Narrows the streams and places of things to what the things are. */
    void spread(List<Integer> things) throws SQLException {
        for (int thing : things) {
            Kept of = kept(EntityType.THING, thing);
            if (of == null || of.visibility.equals("public")) {
                continue;
            }
            String narrower = of.visibility.equals("shared") ? "= 'public'" : "not like 'national%'";
            String set =
                    " set visibility = ?, country = coalesce(country, ?) where visibility " + narrower + " and id in (";
            EntityTable.run(
                    connection,
                    "update observation.datastream" + set + "select id from observation.datastream where thing = ?)",
                    of.visibility,
                    of.country,
                    thing);
            EntityTable.run(
                    connection,
                    "update observation.location" + set
                            + "select location from observation.thing_location where thing = ?)",
                    of.visibility,
                    of.country,
                    thing);
            EntityTable.run(
                    connection,
                    "update observation.feature" + set
                            + "select l.made_feature from observation.location l join observation.thing_location t on t.location = l.id"
                            + " where t.thing = ?)",
                    of.visibility,
                    of.country,
                    thing);
        }
    }

    /** Refuses what the writer may not see or not change. */
    void mayUse(EntityType type, int id) throws SQLException {
        if (rights.everything()) {
            return;
        }
        if (!rights.writes()) {
            throw forbidden();
        }
        if (MARKED.contains(type)) {
            Kept kept = kept(type, id);
            if (kept == null || !rights.sees(kept.visibility)) {
                throw StaProblem.notFound("There is no %s %d.".formatted(type.single(), id));
            }
            if (!rights.mayWrite(kept.country == null ? "" : kept.country)) {
                throw forbidden();
            }
        }
    }

    private @Nullable Kept kept(EntityType type, int id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select visibility, country from " + type.table() + " where id = ?")) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Kept(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    private static String stricter(String a, String b) {
        return strictness(a) >= strictness(b) ? a : b;
    }

    private static int strictness(String visibility) {
        return OPENNESS.indexOf(visibility.split(" ")[0]);
    }

    /** One of the words of visibility; what is national may name its country here or beside it. */
    private static String visibility(JsonNode properties) {
        String given = text(properties, "visibility");
        return given != null && given.matches("national [A-Z]{3}")
                ? given
                : choice(properties, "visibility", OPENNESS, "public");
    }

    private static String choice(JsonNode properties, String name, List<String> among, String usual) {
        String given = text(properties, name);
        if (given == null) {
            return usual;
        }
        if (!among.contains(given)) {
            throw StaProblem.bad(
                    "properties/%s is \"%s\".".formatted(name, StaProblem.shown(given)),
                    "Maybe one of " + String.join(", ", among) + " was meant.");
        }
        return given;
    }

    private static @Nullable String text(JsonNode properties, String name) {
        JsonNode value = properties.get(name);
        return value != null && value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.model.Navigation.Join;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates, changes and deletes entities with all that comes along, on the writer's connection and in one transaction:
 * deep inserts, the locations of things and their history, features made of locations, cascades of deletion.
 */
public final class EntityStore {
    /** Levels of entities inside entities. */
    private static final int DEEPEST = 8;

    private final Connection connection;
    private final Author author;
    private final Rights rights;
    private final Writer writer;
    private final Streams streams;
    private final Marks marks;
    private final Deletion deletion;
    private int depth;
    /** whether something other than observations was created */
    private boolean entities;

    public EntityStore(Connection connection, Author author, Rights rights, Writer writer, Streams streams) {
        this.connection = connection;
        this.author = author;
        this.rights = rights;
        this.writer = writer;
        this.streams = streams;
        this.marks = new Marks(connection, rights);
        this.deletion = new Deletion(connection, author, rights, streams, marks);
    }

    /** Where a new entity hangs, as an address says: {@code Things(1)/Datastreams}. */
    public record Parent(EntityType type, int id, Navigation by) {}

    /** Creates an entity and those inside it; gives its id. */
    public long create(EntityType type, ObjectNode body, @Nullable Parent parent) throws SQLException {
        Map<String, Integer> held = new HashMap<>();
        if (parent != null && parent.by().join() instanceof Join.HeldBy(String column)) {
            held.put(column, parent.id());
        }
        long id = insert(type, body, held, parent == null ? null : parent.by());
        if (parent != null && parent.by().join() instanceof Join.Pairs) {
            pair(parent.type(), parent.id(), parent.by(), List.of((int) id), true);
        }
        if (parent != null && parent.by().join() instanceof Join.Holds(String column)) {
            hold(parent.type(), parent.id(), column, (int) id);
        }
        if (type != EntityType.OBSERVATION || entities) {
            streams.forget(); // an observation alone changes no stream, and what is known of its own is needed again
            // at once
        }
        return id;
    }

    private long insert(EntityType type, ObjectNode body, Map<String, Integer> held, @Nullable Navigation from)
            throws SQLException {
        if (++depth > DEEPEST) {
            throw StaProblem.bad(
                    "Entities lie more than %d levels inside each other.".formatted(DEEPEST),
                    "Maybe create them one by one.");
        }
        Bodies.examine(type, body, type != EntityType.OBSERVATION);
        long id = type == EntityType.OBSERVATION ? observation(body, held) : entity(type, body, held, from);
        depth--;
        return id;
    }

    private int entity(EntityType type, ObjectNode body, Map<String, Integer> held, @Nullable Navigation from)
            throws SQLException {
        entities = true;
        Map<String, Integer> ids = new LinkedHashMap<>(held);
        for (Navigation by : type.navigations()) {
            if (by.join() instanceof Join.Holds(String column)) {
                JsonNode given = body.get(by.name());
                if (given != null) {
                    ids.put(column, target(by, Bodies.object(given)));
                } else if (by.required() && !ids.containsKey(column)) {
                    throw StaProblem.bad(
                            "A %s needs a %s.".formatted(type.single(), by.name()),
                            "Maybe give it as {\"@iot.id\": …} or whole.");
                }
            }
        }
        List<Integer> properties = List.of();
        if (type == EntityType.MULTI_DATASTREAM) {
            properties = observedProperties(body);
        }
        Map<String, @Nullable Object> own = marks.of(type, body, ids);
        int id = EntityTable.insert(connection, type, body, ids, own, author);
        if (type.isStream()) {
            EntityTable.run(connection, "insert into observation.extent (datastream, n) values (?, 0)", id);
        }
        for (int i = 0; i < properties.size(); i++) {
            EntityTable.run(
                    connection,
                    "insert into observation.datastream_property (datastream, rank, observed_property) values (?, ?, ?)",
                    id,
                    i,
                    properties.get(i));
        }
        members(type, id, body, from);
        writer.changed(type, id, 0);
        return id;
    }

    private List<Integer> observedProperties(ObjectNode body) throws SQLException {
        var ids = new ArrayList<Integer>();
        Navigation by = Objects.requireNonNull(EntityType.MULTI_DATASTREAM.navigation("ObservedProperties"));
        for (JsonNode given : body.path("ObservedProperties")) {
            ids.add(target(by, Bodies.object(given)));
        }
        int types = body.path("multiObservationDataTypes").size();
        int units = body.path("unitOfMeasurements").size();
        if (ids.isEmpty() || ids.size() != types || ids.size() != units) {
            throw StaProblem.bad(
                    "A MultiDatastream has %d ObservedProperties, %d multiObservationDataTypes and %d unitOfMeasurements."
                            .formatted(ids.size(), types, units),
                    "Maybe one is missing; there must be as many of each.");
        }
        return ids;
    }

    /** The id that a member names, which must exist, or that of the entity it holds, which is created. */
    private int target(Navigation by, ObjectNode given) throws SQLException {
        Integer id = Bodies.reference(given);
        if (id == null) {
            return (int) insert(by.target(), given, Map.of(), null);
        }
        if (!EntityTable.exists(connection, by.target(), id)) {
            throw StaProblem.bad(
                    "There is no %s %d.".formatted(by.target().single(), id),
                    "Maybe it was deleted, or the id is mistyped.");
        }
        marks.mayUse(by.target(), id);
        return id;
    }

    /** Creates or links what the arrays of an entity hold. */
    private void members(EntityType type, int id, ObjectNode body, @Nullable Navigation from) throws SQLException {
        boolean located = false;
        // pairs first: observations of a new thing may need its new location
        List<Navigation> ordered = type.navigations().stream()
                .sorted(Comparator.comparing(by -> !(by.join() instanceof Join.Pairs)))
                .toList();
        for (Navigation by : ordered) {
            JsonNode given = body.get(by.name());
            if (given == null
                    || !by.many()
                    || (type == EntityType.MULTI_DATASTREAM && by.name().equals("ObservedProperties"))) {
                continue;
            }
            if (by.join() instanceof Join.HeldBy(String column)) {
                for (JsonNode member : (ArrayNode) given) {
                    ObjectNode object = Bodies.object(member);
                    Integer existing = Bodies.reference(object);
                    if (existing == null) {
                        insert(by.target(), object, Map.of(column, id), by);
                    } else {
                        hold(by.target(), existing, column, id);
                    }
                }
            } else {
                var targets = new ArrayList<Integer>();
                for (JsonNode member : (ArrayNode) given) {
                    targets.add(target(by, Bodies.object(member)));
                }
                pair(type, id, by, targets, false);
                located |= by.target() == EntityType.LOCATION && !targets.isEmpty();
            }
        }
        if (type == EntityType.THING && located) {
            remember(id, null);
        }
        if (type == EntityType.HISTORICAL_LOCATION) {
            moved(id);
        }
    }

    private void hold(EntityType type, int id, String column, int to) throws SQLException {
        if (!EntityTable.exists(connection, type, id)) {
            throw StaProblem.bad("There is no %s %d.".formatted(type.single(), id), "Maybe it was deleted.");
        }
        marks.mayUse(type, id);
        EntityTable.update(
                connection, type, id, Bodies.JSON.createObjectNode(), false, Map.of(column, to), Map.of(), author);
    }

    /** Puts pairs into the table of a relation; a thing that gets other locations leaves its former ones. */
    private void pair(EntityType type, int id, Navigation by, List<Integer> targets, boolean later)
            throws SQLException {
        if (!(by.join() instanceof Join.Pairs pairs) || targets.isEmpty()) {
            return;
        }
        if (pairs.table().endsWith("datastream_property")) {
            throw StaProblem.bad(
                    "The ObservedProperties of a MultiDatastream are fixed.", "Maybe create a MultiDatastream anew.");
        }
        boolean things = pairs.table().endsWith(".thing_location");
        if (things && type == EntityType.THING) {
            EntityTable.run(connection, "delete from observation.thing_location where thing = ?", id);
        }
        for (int target : targets) {
            if (things && type == EntityType.LOCATION) {
                EntityTable.run(connection, "delete from observation.thing_location where thing = ?", target);
            }
            EntityTable.run(
                    connection,
                    "insert into " + pairs.table() + " (" + pairs.here() + ", " + pairs.there()
                            + ") values (?, ?) on conflict do nothing",
                    id,
                    target);
        }
        if (things) {
            marks.spread(type == EntityType.THING ? List.of(id) : targets);
            if (type == EntityType.LOCATION) {
                for (int thing : targets) {
                    remember(thing, null);
                }
            } else if (later) {
                remember(id, null);
            }
        }
    }

    /** Notes where a thing is from now on. */
    private void remember(int thing, @Nullable Long when) throws SQLException {
        ObjectNode history = Bodies.JSON.createObjectNode();
        history.put("time", Instants.write(when == null ? Instants.now() : when));
        int id = EntityTable.insert(
                connection, EntityType.HISTORICAL_LOCATION, history, Map.of("thing", thing), Map.of(), author);
        EntityTable.run(
                connection,
                "insert into observation.historical_location_location (historical_location, location)"
                        + " select ?, location from observation.thing_location where thing = ?",
                id,
                thing);
    }

    /** A historical location that is the latest of its thing says where the thing is. */
    private void moved(int historical) throws SQLException {
        int[] thing = EntityTable.ids(
                connection,
                "select h.thing from observation.historical_location h where h.id = ? and not exists ("
                        + "select 1 from observation.historical_location l where l.thing = h.thing and l.time > h.time)",
                historical);
        if (thing.length == 1) {
            EntityTable.run(connection, "delete from observation.thing_location where thing = ?", thing[0]);
            EntityTable.run(
                    connection,
                    "insert into observation.thing_location (thing, location) select ?, location"
                            + " from observation.historical_location_location where historical_location = ?",
                    thing[0],
                    historical);
        }
    }

    // ---------------------------------------------------------------- observations

    /** Says everything that is wrong with the members of an observation. */
    public static void examine(ObjectNode observation) {
        Bodies.examine(EntityType.OBSERVATION, observation, false);
    }

    private long observation(ObjectNode body, Map<String, Integer> held) throws SQLException {
        NewObservation row = prepared(body, held.get("datastream"), held.get("feature"));
        Outcome[] outcomes = writer.insert(connection, List.of(row), author);
        if (outcomes[0].kind() == Outcome.Kind.REJECTED) {
            throw rejected(row);
        }
        return outcomes[0].id();
    }

    public static StaProblem rejected(NewObservation row) {
        return new StaProblem(
                409,
                "Datastream %d has an observation of %s already.".formatted(row.datastream(), row.time()),
                "Maybe it was sent twice; the stream takes one for each time.");
    }

    /** An observation with its stream and its feature, which are created where they are not there yet. */
    public NewObservation prepared(ObjectNode body, @Nullable Integer within, @Nullable Integer withFeature)
            throws SQLException {
        Integer streamId = within;
        for (String name : List.of("Datastream", "MultiDatastream")) {
            JsonNode given = body.get(name);
            if (given != null) {
                Navigation by = Objects.requireNonNull(EntityType.OBSERVATION.navigation(name));
                streamId = target(by, Bodies.object(given));
            }
        }
        Stream stream = streamId == null ? null : streams.find(connection, streamId);
        if (stream == null) {
            throw StaProblem.bad(
                    streamId == null
                            ? "An Observation needs a Datastream."
                            : "There is no Datastream %d.".formatted(streamId),
                    "Maybe give it as \"Datastream\": {\"@iot.id\": …}.");
        }
        if (!rights.mayWrite(stream.country() == null ? "" : stream.country())) {
            throw Marks.forbidden();
        }
        JsonNode given = body.get("FeatureOfInterest");
        int feature = withFeature != null ? withFeature : 0;
        if (given != null) {
            Navigation by = Objects.requireNonNull(EntityType.OBSERVATION.navigation("FeatureOfInterest"));
            feature = target(by, Bodies.object(given));
        }
        return ObservationJson.read(body, stream.id(), stream.results(), feature != 0 ? feature : feature(stream));
    }

    /** The feature of observations that name none: the place of the thing, made into a feature once. */
    public int feature(Stream stream) throws SQLException {
        if (stream.feature() != 0) {
            return stream.feature();
        }
        int[] locations = EntityTable.ids(
                connection,
                "select l.id from observation.thing_location tl join observation.location l on l.id = tl.location"
                        + " where tl.thing = ? order by (l.encoding_type ilike '%geo+json%') desc, l.id limit 1",
                stream.thing());
        if (locations.length == 0) {
            throw StaProblem.bad(
                    "The observation names no FeatureOfInterest, and the Thing of Datastream %d has no Location to make one of."
                            .formatted(stream.id()),
                    "Maybe give the Thing a Location first.");
        }
        int[] made = EntityTable.ids(
                connection, "select coalesce(made_feature, 0) from observation.location where id = ?", locations[0]);
        int feature = made[0];
        if (feature == 0) {
            feature = EntityTable.ids(
                    connection,
                    "insert into observation.feature (name, description, encoding_type, feature, extent, visibility, country,"
                            + " author) select name, description, encoding_type, location, extent, visibility, country, author"
                            + " from observation.location where id = ? returning id",
                    locations[0])[0];
            EntityTable.run(
                    connection, "update observation.location set made_feature = ? where id = ?", feature, locations[0]);
        }
        streams.forget(stream.thing());
        return feature;
    }

    // ---------------------------------------------------------------- changes

    /**
     * Changes an entity.
     *
     * @param whole whether the body replaces all (PUT) or only what it names (PATCH)
     */
    public void change(EntityType type, long id, ObjectNode body, boolean whole) throws SQLException {
        Bodies.examine(type, body, whole && type != EntityType.OBSERVATION);
        for (Navigation by : type.navigations()) {
            for (JsonNode member : by.many()
                    ? body.path(by.name())
                    : body.has(by.name()) ? List.of(body.get(by.name())) : List.<JsonNode>of()) {
                if (Bodies.reference(Bodies.object(member)) == null) {
                    throw StaProblem.bad(
                            "A change cannot create a %s.".formatted(by.target().single()),
                            "Maybe create it first and name it as {\"@iot.id\": …}.");
                }
            }
        }
        if (type == EntityType.OBSERVATION) {
            correct(id, body, whole);
            return;
        }
        marks.mayUse(type, (int) id);
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (Navigation by : type.navigations()) {
            if (by.join() instanceof Join.Holds(String column) && body.has(by.name())) {
                ids.put(column, target(by, Bodies.object(body.get(by.name()))));
            }
        }
        Map<String, @Nullable Object> own = marks.changed(type, (int) id, body, whole, ids);
        EntityTable.update(connection, type, (int) id, body, whole, ids, own, author);
        if (type == EntityType.LOCATION && (body.has("location") || body.has("encodingType"))) {
            EntityTable.run(connection, "update observation.location set made_feature = null where id = ?", (int) id);
        }
        members(type, (int) id, body, null);
        writer.changed(type, id, 0);
        if (type == EntityType.THING && !own.isEmpty()) {
            marks.spread(List.of((int) id));
        }
        streams.forget();
    }

    private void correct(long id, ObjectNode body, boolean whole) throws SQLException {
        NewObservation kept = Corrections.find(connection, id);
        if (kept == null) {
            throw StaProblem.notFound("There is no Observation %d.".formatted(id));
        }
        ObjectNode merged = whole ? Bodies.JSON.createObjectNode() : ObservationJson.write(kept);
        merged.setAll(body);
        NewObservation row = prepared(merged, kept.datastream(), kept.feature());
        writer.ready(connection, row);
        Corrections.update(connection, id, kept.datastream(), row, author);
        writer.changed(EntityType.OBSERVATION, id, row.datastream());
    }

    /** The members of an entity as a client would send them, for patches of JSON. */
    public ObjectNode members(long observation) throws SQLException {
        NewObservation kept = Corrections.find(connection, observation);
        if (kept == null) {
            throw StaProblem.notFound("There is no Observation %d.".formatted(observation));
        }
        return ObservationJson.write(kept);
    }

    // ---------------------------------------------------------------- deletion

    /** Deletes an entity and what cannot be without it: 18-088 table 25. */
    public void delete(EntityType type, long id) throws SQLException {
        deletion.delete(type, id);
    }

    /** Deletes observations by their ids; gives how many there were. */
    public long deleteObservations(Map<Long, Integer> ids) throws SQLException {
        return deletion.deleteObservations(ids);
    }
}

package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;

/** Deletes entities with what cannot be without them, on the writer's connection and in one transaction; all is kept as it was. */
final class Deletion {
    private final Connection connection;
    private final Author author;
    private final Rights rights;
    private final Streams streams;
    private final Marks marks;

    Deletion(Connection connection, Author author, Rights rights, Streams streams, Marks marks) {
        this.connection = connection;
        this.author = author;
        this.rights = rights;
        this.streams = streams;
        this.marks = marks;
    }

    /** Deletes an entity and what cannot be without it: 18-088 table 25. */
    void delete(EntityType type, long id) throws SQLException {
        if (type == EntityType.OBSERVATION) {
            NewObservation kept = Corrections.find(connection, id);
            Stream stream = kept == null ? null : streams.find(connection, kept.datastream());
            if (kept == null) {
                throw StaProblem.notFound("There is no Observation %d.".formatted(id));
            }
            if (!rights.mayWrite(stream == null || stream.country() == null ? "" : stream.country())) {
                throw Marks.forbidden();
            }
            Corrections.delete(connection, "o.id >> 7 = " + id + " >> 7 and o.id = " + id, author);
            return;
        }
        int entity = (int) id;
        if (id != entity || !EntityTable.exists(connection, type, entity)) {
            throw StaProblem.notFound("There is no %s %d.".formatted(type.single(), id));
        }
        marks.mayUse(type, entity);
        switch (type) {
            case THING -> {
                deleteStreams("select id from observation.datastream where thing = ?", entity);
                History.keep(
                        connection,
                        EntityType.HISTORICAL_LOCATION,
                        EntityTable.ids(
                                connection, "select id from observation.historical_location where thing = ?", entity),
                        author,
                        true);
            }
            case SENSOR -> deleteStreams("select id from observation.datastream where sensor = ?", entity);
            case OBSERVED_PROPERTY ->
                deleteStreams(
                        "select id from observation.datastream where observed_property = ? union"
                                + " select datastream from observation.datastream_property where observed_property = "
                                + entity,
                        entity);
            case DATASTREAM, MULTI_DATASTREAM -> {
                deleteStream(entity);
                streams.forget();
                return;
            }
            case LOCATION -> {
                int[] histories = EntityTable.ids(
                        connection,
                        "select historical_location from observation.historical_location_location where location = ?",
                        entity);
                History.keep(connection, EntityType.HISTORICAL_LOCATION, histories, author, true);
                EntityTable.run(connection, "delete from observation.historical_location where id = any (?)", (Object)
                        histories);
            }
            case FEATURE_OF_INTEREST -> {
                int[] holding = EntityTable.ids(
                        connection, "select datastream from observation.datastream_feature where feature = ?", entity);
                Corrections.delete(
                        connection, "o.datastream = any (" + array(holding) + ") and o.feature = " + entity, author);
                EntityTable.run(connection, "delete from observation.datastream_feature where feature = ?", entity);
            }
            case PARTY -> {
                EntityTable.run(connection, "update observation.thing set party = null where party = ?", entity);
                EntityTable.run(connection, "update observation.datastream set party = null where party = ?", entity);
            }
            case LICENSE ->
                EntityTable.run(
                        connection, "update observation.datastream set license = null where license = ?", entity);
            default -> {}
        }
        History.keep(connection, type, new int[] {entity}, author, true);
        EntityTable.run(connection, "delete from " + type.table() + " where id = ?", entity);
        streams.forget();
    }

    /** Deletes observations by their ids; gives how many there were. */
    long deleteObservations(Map<Long, Integer> ids) throws SQLException {
        for (int stream : new java.util.HashSet<>(ids.values())) {
            Stream of = streams.find(connection, stream);
            if (!rights.mayWrite(of == null || of.country() == null ? "" : of.country())) {
                throw Marks.forbidden();
            }
        }
        String list =
                String.join(",", ids.keySet().stream().map(String::valueOf).toList());
        int[] of = ids.values().stream().distinct().mapToInt(Integer::intValue).toArray();
        return ids.isEmpty()
                ? 0
                : Corrections.delete(
                        connection,
                        "o.datastream = any (" + array(of) + ") and o.id = any ('{" + list + "}'::bigint[])",
                        author);
    }

    private void deleteStreams(String query, int id) throws SQLException {
        for (int stream : EntityTable.ids(connection, query, id)) {
            deleteStream(stream);
        }
    }

    private void deleteStream(int stream) throws SQLException {
        marks.mayUse(EntityType.DATASTREAM, stream);
        Corrections.delete(connection, "o.datastream = " + stream, author);
        EntityTable.run(connection, "delete from observation.extent where datastream = ?", stream);
        EntityTable.run(connection, "delete from observation.datastream_feature where datastream = ?", stream);
        History.keep(connection, EntityType.DATASTREAM, new int[] {stream}, author, true);
        EntityTable.run(connection, "delete from observation.datastream where id = ?", stream);
    }

    private static String array(int[] ids) {
        return "'" + java.util.Arrays.toString(ids).replace('[', '{').replace(']', '}') + "'::int[]";
    }
}

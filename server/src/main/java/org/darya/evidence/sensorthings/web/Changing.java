package org.darya.evidence.sensorthings.web;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.OptionsParser;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.store.EntityStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers PATCH, PUT and DELETE, of one entity or of all that pass a filter. */
final class Changing {
    /** Observations that one DELETE with a filter takes in one transaction. */
    private static final int DELETED_AT_ONCE = 20_000;

    private final Service service;

    Changing(Service service) {
        this.service = service;
    }

    Answer change(Ask ask, Service.@Nullable Within within) throws SQLException {
        Service.mayWrite(ask);
        ResourcePath path = ResourcePath.parse(ask.path());
        if (!path.last().one() || path.property() != null || path.ref()) {
            throw new StaProblem(405, "Only an entity can be changed.", "Maybe an id is missing in the address.");
        }
        JsonNode body = Bodies.tree(ask.body());
        boolean patch = ask.contentType().toLowerCase(Locale.ROOT).startsWith("application/json-patch+json");
        long id = service.writing(ask, within, (connection, author) -> {
            Entity entity = service.reader(connection, ask.rights(), null)
                    .read(path, Options.NONE)
                    .entities()
                    .getFirst();
            EntityStore store = service.store(ask, connection, author);
            if (patch) {
                ObjectNode now =
                        entity.type() == EntityType.OBSERVATION ? store.members(entity.id()) : Values.members(entity);
                store.change(entity.type(), entity.id(), JsonPatch.apply(now, body), true);
            } else {
                store.change(
                        entity.type(),
                        entity.id(),
                        Bodies.object(body),
                        ask.method().equals("PUT"));
            }
            return entity.id();
        });
        if (ask.prefer().contains("return=minimal")) {
            return Answer.empty(204);
        }
        return service.whole(ask, path.type(), id, within);
    }

    Answer delete(Ask ask, Service.@Nullable Within within) throws SQLException {
        Service.mayWrite(ask);
        ResourcePath path = ResourcePath.parse(ask.path());
        if (path.property() != null) {
            throw new StaProblem(405, "A property cannot be deleted.", "Maybe PATCH it with null.");
        }
        if (path.last().one()) {
            service.writing(ask, within, (connection, author) -> {
                Entity entity = service.reader(connection, ask.rights(), null)
                        .read(path, Options.NONE)
                        .entities()
                        .getFirst();
                service.store(ask, connection, author).delete(entity.type(), entity.id());
                return 1L;
            });
            return Answer.empty(200);
        }
        Options options = OptionsParser.parse(ask.query());
        if (options.filter() == null) {
            throw StaProblem.bad(
                    "A set is deleted by a $filter only.",
                    "Maybe an id is missing; to delete all, say $filter=id gt 0.");
        }
        return Answer.json(
                200,
                ("{\"deleted\":" + deleteAll(ask, path, options, within) + "}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Many are deleted in several transactions, so that writers need not wait for the last of them. */
    private long deleteAll(Ask ask, ResourcePath path, Options options, Service.@Nullable Within within)
            throws SQLException {
        long all = 0;
        while (true) {
            long some = service.writing(ask, within, (connection, author) -> {
                Map<Long, Integer> ids =
                        service.reader(connection, ask.rights(), null).ids(path, options, DELETED_AT_ONCE);
                EntityStore store = service.store(ask, connection, author);
                if (path.type() == EntityType.OBSERVATION) {
                    store.deleteObservations(ids);
                } else {
                    for (long id : ids.keySet()) {
                        store.delete(path.type(), id);
                    }
                }
                return (long) ids.size();
            });
            all += some;
            if (some < DELETED_AT_ONCE) {
                return all;
            }
        }
    }
}

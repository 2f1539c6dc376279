package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.query.ResourcePath.Step;
import org.darya.evidence.sensorthings.read.Page;
import org.darya.evidence.sensorthings.store.Author;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.store.EntityStore;
import org.darya.evidence.sensorthings.store.Intake;
import org.darya.evidence.sensorthings.store.NewObservation;
import org.darya.evidence.sensorthings.store.ObservationJson;
import org.darya.evidence.sensorthings.store.Outcome;
import org.darya.evidence.sensorthings.store.Stream;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Waiting;
import org.darya.evidence.sensorthings.store.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers POST: entities with what comes in them, single observations on their quick way, and dataArrays. */
final class Creating {
    private final Service service;
    private final Writer writer;
    private final Streams streams;

    Creating(Service service, Writer writer, Streams streams) {
        this.service = service;
        this.writer = writer;
        this.streams = streams;
    }

    /** The answer to a POST; to a usual observation it comes when that is committed, to anything else it is there. */
    CompletableFuture<Answer> post(Ask ask, Service.@Nullable Within within) throws SQLException {
        Service.mayWrite(ask);
        if (ask.path().equals("CreateObservations")) {
            return CompletableFuture.completedFuture(createObservations(ask, within));
        }
        ResourcePath path = ResourcePath.parse(ask.path());
        if (path.property() != null || path.last().one()) {
            throw new StaProblem(405, "A set is needed to create something in.", "Maybe PATCH was meant.");
        }
        EntityType type = path.type();
        ObjectNode body = Bodies.object(Bodies.tree(ask.body()));
        CompletableFuture<Outcome[]> quick =
                type == EntityType.OBSERVATION && within == null ? quick(ask, path, body) : null;
        if (quick != null && !whole(ask)) {
            return quick.thenApply(outcomes -> Answer.created(self(ask, type, settled(outcomes[0], body))));
        }
        long id = quick != null
                ? settled(Waiting.forCommit(quick)[0], body)
                : service.writing(ask, within, (connection, author) -> {
                    EntityStore.Parent parent = parent(path, ask, connection);
                    return service.store(ask, connection, author).create(type, body, parent);
                });
        return CompletableFuture.completedFuture(created(ask, type, id, within));
    }

    private static long settled(Outcome outcome, ObjectNode body) {
        if (outcome.kind() == Outcome.Kind.REJECTED) {
            throw new StaProblem(
                    409,
                    "The stream has an observation of %s already."
                            .formatted(body.path("phenomenonTime").asString("that time")),
                    "Maybe it was sent twice; this stream takes one for each time.");
        }
        return outcome.id();
    }

    /** The usual observation, which names a stream that is known with its feature: queued without a transaction of its own. */
    @Nullable
    CompletableFuture<Outcome[]> quick(Ask ask, ResourcePath path, ObjectNode body) {
        List<Step> steps = path.steps();
        JsonNode named = body.path("Datastream").path("@iot.id");
        Integer id = null;
        if (steps.size() == 1 && named.isInt() && body.get("Datastream").size() == 1) {
            id = named.intValue();
        } else if (steps.size() == 2 && steps.getFirst().type().isStream() && !body.has("Datastream")) {
            Long given = steps.getFirst().id();
            id = given == null ? null : given.intValue();
        }
        Stream stream = id == null ? null : streams.remembered(id);
        if (stream == null
                || stream.feature() == 0
                || body.has("FeatureOfInterest")
                || body.has("MultiDatastream")
                || stream.results() > 0) {
            return null;
        }
        if (!ask.rights().mayWrite(stream.country() == null ? "" : stream.country())) {
            return null; // the long way says why
        }
        EntityStore.examine(body);
        NewObservation row = ObservationJson.read(body, stream.id(), stream.results(), stream.feature());
        return writer.insert(List.of(row), ask.rights());
    }

    private EntityStore.@Nullable Parent parent(ResourcePath path, Ask ask, Connection connection) throws SQLException {
        List<Step> steps = path.steps();
        if (steps.size() == 1) {
            return null;
        }
        var holder = new ResourcePath(steps.subList(0, steps.size() - 1), null, List.of(), false, false);
        Page page = service.reader(connection, ask.rights(), null).read(holder, Options.NONE);
        Navigation by = path.last().by();
        if (by == null) {
            throw new IllegalStateException(ask.path());
        }
        return new EntityStore.Parent(
                holder.type(), (int) page.entities().getFirst().id(), by);
    }

    private Answer created(Ask ask, EntityType type, long id, Service.@Nullable Within within) throws SQLException {
        String self = self(ask, type, id);
        if (!whole(ask)) {
            return Answer.created(self);
        }
        Answer whole = service.whole(ask, type, id, within);
        return new Answer(201, self, whole.contentType(), whole.body(), whole.length());
    }

    private static String self(Ask ask, EntityType type, long id) {
        return ask.root() + "/" + type.set() + "(" + id + ")";
    }

    private static boolean whole(Ask ask) {
        return ask.prefer().contains("return=representation");
    }

    private Answer createObservations(Ask ask, Service.@Nullable Within within) throws SQLException {
        List<Intake.Row> rows = intake(ask, within);
        var good = new ArrayList<NewObservation>(rows.size());
        for (Intake.Row row : rows) {
            NewObservation observation = row.observation();
            if (observation != null) {
                good.add(observation);
            }
        }
        Outcome[] outcomes = within != null
                ? writer.insert(within.connection(), good, within.author())
                : Waiting.forCommit(writer.insert(good, ask.rights()));
        return DataArrayReport.of(ask, rows, outcomes);
    }

    private List<Intake.Row> intake(Ask ask, Service.@Nullable Within within) throws SQLException {
        var lookup = new Intake.Lookup() {
            @Override
            public @Nullable Stream stream(int id) throws SQLException {
                Stream known = streams.remembered(id);
                if (known == null || known.feature() == 0) {
                    var found = new AtomicReference<@Nullable Stream>();
                    service.writing(ask, within, (connection, author) -> ready(ask, connection, author, id, found));
                    known = found.get();
                }
                return known == null || !visible(ask, known) ? null : known;
            }

            @Override
            public boolean feature(int id) throws SQLException {
                var path = new ResourcePath(
                        List.of(new Step(EntityType.FEATURE_OF_INTEREST, null, (long) id)),
                        null,
                        List.of(),
                        false,
                        false);
                return service.reading(
                        ask,
                        within,
                        connection -> !service.reader(connection, ask.rights(), null)
                                .ids(path, Options.NONE, 1)
                                .isEmpty());
            }
        };
        return Intake.rows(ask.body(), lookup, ask.rights());
    }

    private static boolean visible(Ask ask, Stream stream) {
        return ask.rights().sees(stream.visibility());
    }

    /** Finds a stream, with the feature of its place made where its thing has a place. */
    private boolean ready(
            Ask ask, Connection connection, Author author, int id, AtomicReference<@Nullable Stream> found)
            throws SQLException {
        Stream stream = streams.find(connection, id);
        found.set(stream);
        if (stream == null || stream.feature() != 0) {
            return stream != null;
        }
        try {
            service.store(ask, connection, author).feature(stream);
            found.set(streams.find(connection, id));
            return true;
        } catch (StaProblem e) {
            return false; // each row says which feature it is of, or is refused
        }
    }
}

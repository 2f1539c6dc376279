package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.model.Navigation;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Bucket;
import org.darya.evidence.sensorthings.query.OptionsParser;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.query.ResourcePath.Step;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.read.Page;
import org.darya.evidence.sensorthings.read.Reader;
import org.darya.evidence.sensorthings.store.Author;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.store.EntityStore;
import org.darya.evidence.sensorthings.store.Faults;
import org.darya.evidence.sensorthings.store.Intake;
import org.darya.evidence.sensorthings.store.NewObservation;
import org.darya.evidence.sensorthings.store.ObservationJson;
import org.darya.evidence.sensorthings.store.Outcome;
import org.darya.evidence.sensorthings.store.Stream;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Writer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers single requests: reads on a connection of the pool, writes by way of the writer. What fails becomes an answer. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    /** Observations that one DELETE with a filter takes in one transaction. */
    private static final int DELETED_AT_ONCE = 20_000;

    private final ObservationPool pool;
    private final Writer writer;
    private final Streams streams;

    Service(ObservationPool pool, Writer writer, Streams streams) {
        this.pool = pool;
        this.writer = writer;
        this.streams = streams;
    }

    /** A connection and author that requests of one transaction share; null for a request of its own. */
    record Within(Connection connection, Author author) {}

    private interface Doing {
        Answer run() throws SQLException;
    }

    public Answer answer(Ask ask) {
        return answer(ask, null);
    }

    Answer answer(Ask ask, @Nullable Within within) {
        return safely(ask, () -> switch (ask.method()) {
            case "GET" -> get(ask, within);
            case "POST" -> post(ask, within);
            case "PATCH", "PUT" -> change(ask, within);
            case "DELETE" -> delete(ask, within);
            default ->
                throw new StaProblem(
                        405,
                        "%s cannot be done here.".formatted(StaProblem.shown(ask.method())),
                        "Maybe GET, POST, PATCH, PUT or DELETE was meant.");
        });
    }

    private static Answer safely(Ask ask, Doing doing) {
        try {
            return doing.run();
        } catch (StaProblem e) {
            return Errors.of(e);
        } catch (SQLException | RuntimeException e) {
            RuntimeException told = Faults.told(e);
            if (told instanceof StaProblem problem) {
                return Errors.of(problem);
            }
            LOG.error("{} {}?{}", ask.method(), ask.path(), ask.query(), e);
            return Errors.of(new StaProblem(500, "The server failed.", "Maybe try again; the log says more."));
        }
    }

    // ---------------------------------------------------------------- reading

    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    private <T> T reading(Ask ask, @Nullable Within within, Reading<T> reading) throws SQLException {
        if (within != null) {
            return reading.read(within.connection);
        }
        try (Connection connection = pool.reading(ask.rights())) {
            return reading.read(connection);
        }
    }

    private Answer get(Ask ask, @Nullable Within within) throws SQLException {
        ResourcePath path = ResourcePath.parse(ask.path());
        Options options = OptionsParser.parse(ask.query());
        String property = path.property();
        if (property != null) {
            Options one = property.equals("@iot.id") ? Options.NONE : Values.selecting(property, options.asOf());
            Page page = reading(
                    ask, within, connection -> new Reader(connection, ask.rights(), options.asOf()).read(path, one));
            return Values.answer(page.entities().getFirst(), path);
        }
        Bucket bucket = options.bucket();
        if (bucket != null) {
            return reading(ask, within, connection -> new Buckets(ask, options).answer(connection, path, bucket));
        }
        Page page = reading(
                ask, within, connection -> new Reader(connection, ask.rights(), options.asOf()).read(path, options));
        var written = new PageWriter(ask, options);
        return path.ref() ? written.references(page) : written.write(page);
    }

    /** What subscribers get of entities that changed: the bytes of each one that the topic names. */
    public List<byte[]> changed(ResourcePath path, Options options, Rights rights, long[] ids, String root)
            throws SQLException {
        try (Connection connection = pool.reading(rights)) {
            String property = path.property();
            Options asked = property == null ? options : Values.selecting(property, null);
            var bytes = new ArrayList<byte[]>();
            for (Entity entity : new Reader(connection, rights, null).among(path, asked, ids)) {
                bytes.add(
                        property == null
                                ? EntityWriter.json(entity, asked, root)
                                : Values.answer(entity, path).exactly());
            }
            return bytes;
        }
    }

    // ---------------------------------------------------------------- creating

    private static void mayWrite(Ask ask) {
        if (!ask.rights().writes()) {
            boolean nobody = ask.rights().kind().equals("nobody");
            throw new StaProblem(
                    nobody ? 401 : 403,
                    nobody ? "Writing needs an account or a token." : "This account may not write observations.",
                    "Maybe sign in, or ask an administrator for the role of a hydromet operator.");
        }
    }

    private <T extends @Nullable Object> T writing(Ask ask, @Nullable Within within, Writer.Work<T> work)
            throws SQLException {
        return within != null ? work.run(within.connection, within.author) : writer.work(ask.rights(), work);
    }

    private EntityStore store(Ask ask, Connection connection, Author author) {
        return new EntityStore(connection, author, ask.rights(), writer, streams);
    }

    private Answer post(Ask ask, @Nullable Within within) throws SQLException {
        mayWrite(ask);
        if (ask.path().equals("CreateObservations")) {
            return createObservations(ask, within);
        }
        ResourcePath path = ResourcePath.parse(ask.path());
        if (path.property() != null || path.last().one()) {
            throw new StaProblem(405, "A set is needed to create something in.", "Maybe PATCH was meant.");
        }
        EntityType type = path.type();
        ObjectNode body = Bodies.object(Bodies.tree(ask.body()));
        if (type == EntityType.OBSERVATION && within == null) {
            CompletableFuture<Outcome[]> quick = quick(ask, path, body);
            if (quick != null) {
                return created(ask, type, settled(Writer.await(quick)[0], body), null);
            }
        }
        long id = writing(ask, within, (connection, author) -> {
            EntityStore.Parent parent = parent(path, ask, connection);
            return store(ask, connection, author).create(type, body, parent);
        });
        return created(ask, type, id, within);
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
        Page page = new Reader(connection, ask.rights(), null).read(holder, Options.NONE);
        Navigation by = path.last().by();
        if (by == null) {
            throw new IllegalStateException(ask.path());
        }
        return new EntityStore.Parent(
                holder.type(), (int) page.entities().getFirst().id(), by);
    }

    private Answer created(Ask ask, EntityType type, long id, @Nullable Within within) throws SQLException {
        String self = ask.root() + "/" + type.set() + "(" + id + ")";
        if (!ask.prefer().contains("return=representation")) {
            return Answer.created(self);
        }
        Answer whole = whole(ask, type, id, within);
        return new Answer(201, self, whole.contentType(), whole.body(), whole.length());
    }

    private Answer whole(Ask ask, EntityType type, long id, @Nullable Within within) throws SQLException {
        var path = new ResourcePath(List.of(new Step(type, null, id)), null, List.of(), false, false);
        Page page =
                reading(ask, within, connection -> new Reader(connection, ask.rights(), null).read(path, Options.NONE));
        return new PageWriter(ask, Options.NONE).write(page);
    }

    private Answer createObservations(Ask ask, @Nullable Within within) throws SQLException {
        List<Intake.Row> rows = intake(ask, within);
        var good = new ArrayList<NewObservation>(rows.size());
        for (Intake.Row row : rows) {
            NewObservation observation = row.observation();
            if (observation != null) {
                good.add(observation);
            }
        }
        Outcome[] outcomes = within != null
                ? writer.insert(within.connection, good, within.author)
                : Writer.await(writer.insert(good, ask.rights()));
        return DataArrayReport.of(ask, rows, outcomes);
    }

    private List<Intake.Row> intake(Ask ask, @Nullable Within within) throws SQLException {
        var lookup = new Intake.Lookup() {
            @Override
            public @Nullable Stream stream(int id) throws SQLException {
                Stream known = streams.remembered(id);
                if (known == null || known.feature() == 0) {
                    var found = new AtomicReference<@Nullable Stream>();
                    writing(ask, within, (connection, author) -> ready(ask, connection, author, id, found));
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
                return reading(
                        ask,
                        within,
                        connection -> !new Reader(connection, ask.rights(), null)
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
            store(ask, connection, author).feature(stream);
            found.set(streams.find(connection, id));
            return true;
        } catch (StaProblem e) {
            return false; // each row says which feature it is of, or is refused
        }
    }

    // ---------------------------------------------------------------- changing and deleting

    private Answer change(Ask ask, @Nullable Within within) throws SQLException {
        mayWrite(ask);
        ResourcePath path = ResourcePath.parse(ask.path());
        if (!path.last().one() || path.property() != null || path.ref()) {
            throw new StaProblem(405, "Only an entity can be changed.", "Maybe an id is missing in the address.");
        }
        JsonNode body = Bodies.tree(ask.body());
        boolean patch = ask.contentType().toLowerCase(Locale.ROOT).startsWith("application/json-patch+json");
        long id = writing(ask, within, (connection, author) -> {
            Entity entity = new Reader(connection, ask.rights(), null)
                    .read(path, Options.NONE)
                    .entities()
                    .getFirst();
            EntityStore store = store(ask, connection, author);
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
        return whole(ask, path.type(), id, within);
    }

    private Answer delete(Ask ask, @Nullable Within within) throws SQLException {
        mayWrite(ask);
        ResourcePath path = ResourcePath.parse(ask.path());
        if (path.property() != null) {
            throw new StaProblem(405, "A property cannot be deleted.", "Maybe PATCH it with null.");
        }
        if (path.last().one()) {
            writing(ask, within, (connection, author) -> {
                Entity entity = new Reader(connection, ask.rights(), null)
                        .read(path, Options.NONE)
                        .entities()
                        .getFirst();
                store(ask, connection, author).delete(entity.type(), entity.id());
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
    private long deleteAll(Ask ask, ResourcePath path, Options options, @Nullable Within within) throws SQLException {
        long all = 0;
        while (true) {
            long some = writing(ask, within, (connection, author) -> {
                Map<Long, Integer> ids = new Reader(connection, ask.rights(), null).ids(path, options, DELETED_AT_ONCE);
                EntityStore store = store(ask, connection, author);
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

    Writer writer() {
        return writer;
    }
}

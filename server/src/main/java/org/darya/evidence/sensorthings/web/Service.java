package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Bucket;
import org.darya.evidence.sensorthings.query.OptionsParser;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.query.ResourcePath.Step;
import org.darya.evidence.sensorthings.read.Entity;
import org.darya.evidence.sensorthings.read.Page;
import org.darya.evidence.sensorthings.read.Reader;
import org.darya.evidence.sensorthings.store.Author;
import org.darya.evidence.sensorthings.store.EntityStore;
import org.darya.evidence.sensorthings.store.Faults;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Waiting;
import org.darya.evidence.sensorthings.store.Writer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers single requests: reads on a connection of the pool, writes by way of the writer. What fails becomes an answer. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final ObservationPool pool;
    private final Writer writer;
    private final Streams streams;
    private final Creating creating;
    private final Spread spread;
    private final Changing changing = new Changing(this);

    Service(ObservationPool pool, Writer writer, Streams streams, Spread spread) {
        this.spread = spread;
        this.pool = pool;
        this.writer = writer;
        this.streams = streams;
        this.creating = new Creating(this, writer, streams);
    }

    /** A connection and author that requests of one transaction share; null for a request of its own. */
    record Within(Connection connection, Author author) {}

    private interface Doing {
        Answer run() throws SQLException;
    }

    public Answer answer(Ask ask) {
        return answer(ask, null);
    }

    /** The answer to a POST, which for a single observation comes when it is committed. */
    CompletableFuture<Answer> soon(Ask ask) {
        try {
            return creating.post(ask, null).exceptionally(e -> failed(ask, e));
        } catch (SQLException | RuntimeException e) {
            return CompletableFuture.completedFuture(failed(ask, e));
        }
    }

    Answer answer(Ask ask, @Nullable Within within) {
        return safely(ask, () -> switch (ask.method()) {
            case "GET" -> get(ask, within);
            case "POST" -> Waiting.forCommit(creating.post(ask, within));
            case "PATCH", "PUT" -> changing.change(ask, within);
            case "DELETE" -> changing.delete(ask, within);
            default ->
                throw new StaProblem(
                        405,
                        "%s cannot be done here.".formatted(StaProblem.shown(ask.method())),
                        "Maybe GET, POST, PATCH, PUT or DELETE was meant.");
        });
    }

    private Answer safely(Ask ask, Doing doing) {
        try {
            return doing.run();
        } catch (SQLException | RuntimeException e) {
            return failed(ask, e);
        }
    }

    private Answer failed(Ask ask, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        Exception e = cause instanceof Exception known ? known : new IllegalStateException(cause);
        RuntimeException told = Faults.told(e);
        if (Faults.refusedByCluster(e)) {
            spread.lookAgain();
        }
        if (told instanceof StaProblem problem) {
            return Errors.of(problem);
        }
        LOG.error("{} {}?{}", ask.method(), ask.path(), ask.query(), e);
        return Errors.of(new StaProblem(500, "The server failed.", "Maybe try again; the log says more."));
    }

    // ---------------------------------------------------------------- reading

    Reader reader(Connection connection, Rights rights, @Nullable Long asOf) throws SQLException {
        return new Reader(connection, rights, asOf, spread.over(connection));
    }

    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    <T> T reading(Ask ask, @Nullable Within within, Reading<T> reading) throws SQLException {
        if (within != null) {
            return ObservationPool.seeing(within.connection, ask.rights(), reading);
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
                    ask,
                    within,
                    connection ->
                            reader(connection, ask.rights(), options.asOf()).read(path, one));
            return Values.answer(page.entities().getFirst(), path);
        }
        Bucket bucket = options.bucket();
        if (bucket != null) {
            return reading(
                    ask,
                    within,
                    connection -> new Buckets(ask, options)
                            .answer(connection, reader(connection, ask.rights(), options.asOf()), path, bucket));
        }
        Page page = reading(
                ask,
                within,
                connection -> reader(connection, ask.rights(), options.asOf()).read(path, options));
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
            for (Entity entity : reader(connection, rights, null).among(path, asked, ids)) {
                bytes.add(
                        property == null
                                ? EntityWriter.json(entity, asked, root)
                                : Values.answer(entity, path).exactly());
            }
            return bytes;
        }
    }

    // ---------------------------------------------------------------- writing

    static void mayWrite(Ask ask) {
        if (!ask.rights().writes()) {
            boolean nobody = ask.rights().kind().equals("nobody");
            throw new StaProblem(
                    nobody ? 401 : 403,
                    nobody ? "Writing needs an account or a token." : "This account may not write observations.",
                    "Maybe sign in, or ask an administrator for the role of a hydromet operator.");
        }
    }

    <T extends @Nullable Object> T writing(Ask ask, @Nullable Within within, Writer.Work<T> work) throws SQLException {
        return within != null ? work.run(within.connection, within.author) : writer.work(ask.rights(), work);
    }

    EntityStore store(Ask ask, Connection connection, Author author) {
        return new EntityStore(connection, author, ask.rights(), writer, streams);
    }

    Answer whole(Ask ask, EntityType type, long id, @Nullable Within within) throws SQLException {
        var path = new ResourcePath(List.of(new Step(type, null, id)), null, List.of(), false, false);
        Page page = reading(
                ask,
                within,
                connection -> reader(connection, ask.rights(), null).read(path, Options.NONE));
        return new PageWriter(ask, Options.NONE).write(page);
    }

    Creating creating() {
        return creating;
    }

    Writer writer() {
        return writer;
    }
}

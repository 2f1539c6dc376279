package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever waits is taken together into one transaction, so that the more is asked the less
 * a commit costs; an answer is given only after the commit. Since one thread writes there are no deadlocks, and what
 * reads a stream's policy or existence while writing sees what holds.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int LARGEST_BATCH = 10_000;
    /** Observations that may wait; who comes later is told to come again. */
    private static final int LONGEST_QUEUE = 400_000;

    private static final int FOLD_AFTER = 256;
    private static final int SECONDS_TO_WAIT = 60;

    private final DataSource source;
    private final Streams streams;
    private final Authors authors = new Authors();
    private final ObservationTable table = new ObservationTable();
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Gathering gathering = new Gathering(queue);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread;
    private volatile Listener listener = Listener.NOBODY;
    private volatile boolean open = true;
    private @Nullable Connection connection;
    /** what the work under way has changed; of the writer's thread alone */
    private final List<Change> changes = new ArrayList<>();

    private int unfolded = 1; // an earlier process may have left some

    /** Is told what was committed, in the order of the commits. */
    public interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public boolean wants() {
                return false;
            }

            @Override
            public void changed(List<Change> changes) {}
        };

        /** Whether anybody listens; else nothing is gathered. */
        boolean wants();

        /** May block, which slows writers down rather than losing anything. */
        void changed(List<Change> changes);
    }

    /** Something to do on the writer's connection in a transaction of its own. */
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection, Author author) throws SQLException;
    }

    private sealed interface Job {
        Rights by();

        CompletableFuture<?> done();
    }

    private record Insert(List<NewObservation> rows, Rights by, CompletableFuture<Outcome[]> done) implements Job {}

    private record Task(Work<?> work, Rights by, CompletableFuture<Object> done) implements Job {}

    public Writer(DataSource source, Streams streams) {
        this.source = source;
        this.streams = streams;
        this.thread = Thread.ofPlatform().name("observation-writer").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void listen(Listener to) {
        listener = to;
    }

    /** Queues observations; the result is there after they were committed. */
    public CompletableFuture<Outcome[]> insert(List<NewObservation> rows, Rights by) {
        var done = new CompletableFuture<Outcome[]>();
        if (!open || waiting.addAndGet(rows.size()) > LONGEST_QUEUE) {
            waiting.addAndGet(-rows.size());
            done.completeExceptionally(new StaProblem(
                    503,
                    "More observations wait to be written than can be held.",
                    "Maybe try again in a few seconds."));
            return done;
        }
        queue.add(new Insert(rows, by, done));
        gathering.came(thread);
        return done;
    }

    /** Waits for what was queued. */
    public static <T> T await(CompletableFuture<T> done) {
        try {
            return done.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new StaProblem(503, "The database takes too long.", "Maybe try again in a few seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does work in the writer's thread, in its order, and gives what it gives after the commit. */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T work(Rights by, Work<T> work) {
        var done = new CompletableFuture<Object>();
        queue.add(new Task(work, by, done));
        gathering.came(thread);
        return (T) await(done);
    }

    /** Who writes, kept once. */
    public Author author(Connection within, Rights rights) throws SQLException {
        return authors.of(within, rights);
    }

    /** Inserts within work that is under way. */
    public Outcome[] insert(Connection within, List<NewObservation> rows, Author author) throws SQLException {
        return insert(within, rows, author, null);
    }

    /** @param atLeast what is done with duplicates of streams that would allow them; null to allow them */
    public Outcome[] insert(
            Connection within, List<NewObservation> rows, Author author, Stream.@Nullable Duplicates atLeast)
            throws SQLException {
        unfolded++;
        DuplicateCheck.Plan plan = DuplicateCheck.plan(within, rows, streams, atLeast);
        Outcome[] outcomes = new Outcome[rows.size()];
        List<NewObservation> fresh = plan.insert().size() == rows.size()
                ? rows
                : plan.insert().stream().map(rows::get).toList();
        if (!fresh.isEmpty()) {
            long[] ids = table.insert(within, fresh, author);
            for (int i = 0; i < ids.length; i++) {
                outcomes[plan.insert().get(i)] = new Outcome(ids[i], Outcome.Kind.CREATED);
            }
        }
        for (var replaced : plan.replace().entrySet()) {
            Corrections.update(within, replaced.getValue(), rows.get(replaced.getKey()), author);
        }
        for (int i = 0; i < outcomes.length; i++) {
            Outcome settled = plan.settled()[i];
            Integer same = plan.sameAs().get(i);
            if (settled != null) {
                outcomes[i] = settled;
            } else if (same != null) {
                while (plan.sameAs().containsKey(same)) {
                    same = plan.sameAs().get(same);
                }
                outcomes[i] = new Outcome(outcomes[same].id(), same > i ? Outcome.Kind.REPLACED : Outcome.Kind.IGNORED);
            }
        }
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i].kind() == Outcome.Kind.CREATED || outcomes[i].kind() == Outcome.Kind.REPLACED) {
                changed(EntityType.OBSERVATION, outcomes[i].id(), rows.get(i).datastream());
            }
        }
        return outcomes;
    }

    private void run() {
        var jobs = new ArrayList<Job>();
        while (open || !queue.isEmpty()) {
            jobs.clear();
            try {
                Job first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    fold();
                    continue;
                }
                jobs.add(first);
                if (first instanceof Insert) {
                    gathering.await(1);
                }
                int rows = first instanceof Insert insert ? insert.rows.size() : LARGEST_BATCH;
                while (rows < LARGEST_BATCH) {
                    Job next = queue.peek();
                    if (next instanceof Insert insert && rows + insert.rows.size() <= LARGEST_BATCH) {
                        queue.remove();
                        jobs.add(next);
                        rows += insert.rows.size();
                    } else {
                        break;
                    }
                }
                long begun = System.nanoTime();
                write(jobs);
                gathering.committed(jobs.size(), System.nanoTime() - begun);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) { // a writer that ended would leave everybody waiting
                LOG.error("writing", e);
                jobs.forEach(job -> job.done().completeExceptionally(e));
            }
        }
    }

    private void write(List<Job> jobs) throws SQLException {
        if (jobs.getFirst() instanceof Task task) {
            task(task);
            return;
        }
        var inserts = new ArrayList<Insert>();
        int rows = 0;
        for (Job job : jobs) {
            if (job instanceof Insert insert) {
                inserts.add(insert);
                rows += insert.rows.size();
            }
        }
        waiting.addAndGet(-rows);
        if (!together(inserts) && inserts.size() > 1) {
            for (Insert insert : inserts) { // one of them is at fault, and the others shall not suffer for it
                together(List.of(insert));
            }
        }
    }

    /** Whether all were written; where a single one could not be, it has been told. */
    private boolean together(List<Insert> inserts) throws SQLException {
        Connection to = connected();
        boolean oneAuthor = inserts.stream().allMatch(insert -> insert.by.equals(inserts.getFirst().by));
        try {
            if (!oneAuthor) {
                for (Insert insert : inserts) {
                    together(List.of(insert));
                }
                return true;
            }
            var rows = new ArrayList<NewObservation>();
            inserts.forEach(insert -> rows.addAll(insert.rows));
            require(to, rows);
            boolean plain = rows.size() < 100 && allows(rows);
            to.setAutoCommit(plain);
            Outcome[] outcomes = insert(to, rows, authors.of(to, inserts.getFirst().by));
            if (!plain) {
                to.commit();
            }
            int from = 0;
            for (Insert insert : inserts) {
                Outcome[] own = java.util.Arrays.copyOfRange(outcomes, from, from + insert.rows.size());
                from += insert.rows.size();
                insert.done.complete(own);
            }
            tell();
            if (unfolded > FOLD_AFTER) {
                fold();
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            undo(to);
            if (inserts.size() == 1) {
                inserts.getFirst().done.completeExceptionally(Faults.told(e));
            }
            return false;
        }
    }

    /** Notes that work under way creates or changes an entity. */
    void changed(EntityType type, long id, int stream) {
        if (listener.wants()) {
            changes.add(new Change(type, id, stream));
        }
    }

    private void tell() {
        if (!changes.isEmpty()) {
            listener.changed(List.copyOf(changes));
            changes.clear();
        }
    }

    private boolean allows(List<NewObservation> rows) {
        for (NewObservation row : rows) {
            Stream stream = streams.remembered(row.datastream());
            if (stream == null || stream.duplicates() != Stream.Duplicates.ALLOW) {
                return false;
            }
        }
        return true;
    }

    /** A stream may have been deleted since its observation was queued. */
    private void require(Connection to, List<NewObservation> rows) throws SQLException {
        for (NewObservation row : rows) {
            if (streams.remembered(row.datastream()) == null && streams.find(to, row.datastream()) == null) {
                throw StaProblem.bad(
                        "There is no Datastream %d any more.".formatted(row.datastream()),
                        "Maybe it was deleted meanwhile.");
            }
        }
    }

    private void task(Task task) throws SQLException {
        Connection to = connected();
        try {
            to.setAutoCommit(false);
            Object result = task.work.run(to, authors.of(to, task.by));
            to.commit();
            task.done.complete(result);
            tell();
        } catch (SQLException | RuntimeException e) {
            undo(to);
            task.done.completeExceptionally(Faults.told(e));
        }
    }

    private void undo(Connection to) {
        changes.clear();
        table.forget();
        authors.forget();
        streams.forget();
        try {
            if (!to.getAutoCommit()) {
                to.rollback();
            }
            if (!to.isValid(5)) {
                throw new SQLException("the connection is broken");
            }
        } catch (SQLException e) {
            LOG.warn("a new connection is needed: {}", e.getMessage());
            connection = null;
            try {
                to.close();
            } catch (SQLException closing) {
                LOG.debug("closing", closing);
            }
        }
    }

    /** Adds to the kept counts what work under way wrote; for who writes without the writer's thread. */
    public void fold(Connection within) throws SQLException {
        Journal.fold(within);
    }

    private void fold() throws SQLException {
        if (unfolded > 0) {
            Connection to = connected();
            to.setAutoCommit(true);
            Journal.fold(to);
            unfolded = 0;
        }
    }

    private Connection connected() throws SQLException {
        Connection now = connection;
        if (now == null) {
            now = source.getConnection();
            connection = now;
        }
        return now;
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(5000);
            if (connection != null) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("closing", e);
        }
    }
}

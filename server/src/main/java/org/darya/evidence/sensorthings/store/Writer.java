package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.store.WorkQueue.Insert;
import org.darya.evidence.sensorthings.store.WorkQueue.Job;
import org.darya.evidence.sensorthings.store.WorkQueue.Task;
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

    private final WriterConnection connection;
    private final Streams streams;
    private final Authors authors = new Authors();
    private final Insertion insertion;
    private final WorkQueue queue;
    private final Folding folding;
    private final Thread thread;
    private volatile Listener listener = Listener.NOBODY;
    private volatile boolean open = true;
    /** what the work under way has changed; of the writer's thread alone */
    private final List<Change> changes = new ArrayList<>();
    /** observations that it has left a row in the journal for; of that thread alone, too */
    private int journaled;

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

    public Writer(DataSource source, Streams streams) {
        this.connection = new WriterConnection(source);
        this.streams = streams;
        this.insertion = new Insertion(streams);
        this.folding = new Folding(source);
        this.thread = Thread.ofPlatform().name("observation-writer").daemon().unstarted(this::run);
        this.queue = new WorkQueue(thread);
    }

    public void start() {
        folding.start();
        thread.start();
    }

    public void listen(Listener to) {
        listener = to;
    }

    /** Queues observations; the result is there after they were committed. */
    public CompletableFuture<Outcome[]> insert(List<NewObservation> rows, Rights by) {
        var done = new CompletableFuture<Outcome[]>();
        if (!open || !queue.add(new Insert(rows, by, done))) {
            done.completeExceptionally(new StaProblem(
                    503,
                    "More observations wait to be written than can be held.",
                    "Maybe try again in a few seconds."));
        }
        return done;
    }

    /** Does work in the writer's thread, in its order, and gives what it gives after the commit. */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T work(Rights by, Work<T> work) {
        var done = new CompletableFuture<Object>();
        queue.add(new Task(work, by, done));
        return (T) Waiting.forCommit(done);
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
        journaled += rows.size();
        Outcome[] outcomes = insertion.insert(within, rows, author, atLeast);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i].kind() == Outcome.Kind.CREATED || outcomes[i].kind() == Outcome.Kind.REPLACED) {
                changed(EntityType.OBSERVATION, outcomes[i].id(), rows.get(i).datastream());
            }
        }
        return outcomes;
    }

    /** Makes ready for an observation that is changed what its new time and feature need beside it. */
    void ready(Connection within, NewObservation row) throws SQLException {
        insertion.ready(within, row);
    }

    private void run() {
        List<Job> jobs = List.of();
        while (open || !queue.isEmpty()) {
            try {
                jobs = List.of();
                jobs = queue.take();
                if (jobs.isEmpty()) {
                    folding.rests();
                    continue;
                }
                long begun = System.nanoTime();
                write(jobs);
                queue.written(jobs.size(), System.nanoTime() - begun);
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
        for (Job job : jobs) {
            if (job instanceof Insert insert) {
                inserts.add(insert);
            }
        }
        if (!together(inserts) && inserts.size() > 1) {
            for (Insert insert : inserts) { // one of them is at fault, and the others shall not suffer for it
                together(List.of(insert));
            }
        }
    }

    /** Whether all were written; where a single one could not be, it has been told. */
    private boolean together(List<Insert> inserts) throws SQLException {
        Connection to = connection.get();
        boolean oneAuthor = inserts.stream()
                .allMatch(insert -> insert.by().equals(inserts.getFirst().by()));
        try {
            if (!oneAuthor) {
                for (Insert insert : inserts) {
                    together(List.of(insert));
                }
                return true;
            }
            var rows = new ArrayList<NewObservation>();
            inserts.forEach(insert -> rows.addAll(insert.rows()));
            require(to, rows);
            boolean plain = rows.size() < ObservationTable.MANY && insertion.allows(rows);
            to.setAutoCommit(plain);
            Outcome[] outcomes =
                    insert(to, rows, authors.of(to, inserts.getFirst().by()));
            if (!plain) {
                to.commit();
            }
            int from = 0;
            for (Insert insert : inserts) {
                Outcome[] own = java.util.Arrays.copyOfRange(
                        outcomes, from, from + insert.rows().size());
                from += insert.rows().size();
                insert.done().complete(own);
            }
            committed();
            return true;
        } catch (SQLException | RuntimeException e) {
            undo(to);
            if (inserts.size() == 1) {
                inserts.getFirst().done().completeExceptionally(Faults.told(e));
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

    /** What was written is committed. */
    private void committed() {
        if (journaled > 0) {
            folding.grew(journaled);
            journaled = 0;
        }
        tell();
    }

    private void tell() {
        if (!changes.isEmpty()) {
            listener.changed(List.copyOf(changes));
            changes.clear();
        }
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
        Connection to = connection.get();
        try {
            to.setAutoCommit(false);
            Object result = task.work().run(to, authors.of(to, task.by()));
            to.commit();
            task.done().complete(result);
            committed();
        } catch (SQLException | RuntimeException e) {
            undo(to);
            task.done().completeExceptionally(Faults.told(e));
        }
    }

    private void undo(Connection failed) {
        changes.clear();
        journaled = 0;
        insertion.forget();
        authors.forget();
        streams.forget();
        connection.undo(failed);
    }

    /** Adds to the kept counts what work under way wrote; for who writes without the writer's thread. */
    public void fold(Connection within) throws SQLException {
        Journal.fold(within);
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(5000);
            folding.close();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("closing", e);
        }
    }
}

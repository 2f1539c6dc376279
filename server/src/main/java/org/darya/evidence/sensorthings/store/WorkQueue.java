package org.darya.evidence.sensorthings.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.darya.evidence.sensorthings.Rights;

/** What waits to be written, in the order it came. Observations are taken together, as many as one transaction holds. */
final class WorkQueue {
    private static final int LARGEST_BATCH = 10_000;
    /** Observations that may wait. */
    private static final int LONGEST_QUEUE = 400_000;

    private final Thread writer;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Gathering gathering = new Gathering(queue);
    private final AtomicInteger waiting = new AtomicInteger();

    sealed interface Job {
        Rights by();

        CompletableFuture<?> done();
    }

    record Insert(List<NewObservation> rows, Rights by, CompletableFuture<Outcome[]> done) implements Job {}

    record Task(Writer.Work<?> work, Rights by, CompletableFuture<Object> done) implements Job {}

    /** @param writer that takes from it */
    WorkQueue(Thread writer) {
        this.writer = writer;
    }

    /** False where too many observations wait already. */
    boolean add(Insert insert) {
        if (waiting.addAndGet(insert.rows.size()) > LONGEST_QUEUE) {
            waiting.addAndGet(-insert.rows.size());
            return false;
        }
        queue.add(insert);
        gathering.came(writer);
        return true;
    }

    void add(Task task) {
        queue.add(task);
        gathering.came(writer);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** One task, or inserts that go together; nothing where nothing came for a second. */
    List<Job> take() throws InterruptedException {
        Job first = queue.poll(1, TimeUnit.SECONDS);
        if (!(first instanceof Insert insert)) {
            return first == null ? List.of() : List.of(first);
        }
        var jobs = new ArrayList<Job>();
        jobs.add(insert);
        gathering.await(1);
        int rows = insert.rows.size();
        while (rows < LARGEST_BATCH
                && queue.peek() instanceof Insert next
                && rows + next.rows.size() <= LARGEST_BATCH) {
            queue.remove();
            jobs.add(next);
            rows += next.rows.size();
        }
        waiting.addAndGet(-rows);
        return jobs;
    }

    /** What was taken is written. */
    void written(int jobs, long nanos) {
        gathering.committed(jobs, nanos);
    }
}

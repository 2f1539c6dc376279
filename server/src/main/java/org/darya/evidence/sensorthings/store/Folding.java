package org.darya.evidence.sensorthings.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the journal to the kept numbers beside the writer, in a thread and on a connection of its own: it takes some milliseconds, in
 * which nobody who writes observations shall wait.
 */
final class Folding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    /** Rows of the journal. More of them make a fold cheaper for each, and whoever reads a count slower. */
    private static final int AFTER = 1024;
    /** Observations: each may be of another stream, and a row tells of each stream. */
    private static final int AFTER_OBSERVATIONS = 100_000;

    private final DataSource source;
    private final AtomicInteger rows = new AtomicInteger(1); // an earlier process may have left some
    private final AtomicInteger observations = new AtomicInteger();
    private final Thread thread;
    private volatile boolean wanted;
    private volatile boolean open = true;

    Folding(DataSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().name("observation-folding").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** A transaction of so many observations has left a row in the journal. */
    void grew(int written) {
        boolean many = rows.incrementAndGet() >= AFTER;
        if ((observations.addAndGet(written) >= AFTER_OBSERVATIONS || many) && !wanted) {
            want();
        }
    }

    /** Nobody has written for a while. */
    void rests() {
        if (rows.get() > 0 && !wanted) {
            want();
        }
    }

    private void want() {
        wanted = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (open) {
            if (!wanted) {
                LockSupport.park(this);
                continue;
            }
            int before = rows.getAndSet(0);
            observations.set(0);
            wanted = false;
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                Journal.fold(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rows.addAndGet(before); // they are there still, and the next who writes or rests asks again
                LOG.warn("folding: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        LockSupport.unpark(thread);
        thread.join(5000);
    }
}

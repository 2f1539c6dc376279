package org.darya.evidence.sensorthings.store;

import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * When a commit ends, those it answered come back with their next observation a moment later. Where the disk is slow, whoever
 * waits already is not written at once, for then each half would wait for the other's commit; the writer waits for all of
 * them, at most half as long as the last commit took. Where they do not come back it waits no more for a while, and longer
 * each time. One client alone never waits, and where the disk is quick nobody does: there one half is answered while the other
 * is written.
 */
final class Gathering {
    private static final long LONGEST = 2_000_000;
    /** A commit that takes less is no reason to wait, in nanoseconds. */
    private static final long WORTH = 1_500_000;

    private static final int LONGEST_REST = 64;

    private final Queue<?> queue;
    private volatile int wanted = Integer.MAX_VALUE;
    /** those that may come together; of the writer's thread alone, as all that follows */
    private int expected = 1;

    private long patience;
    private int rest;
    private int nextRest = 1;

    Gathering(Queue<?> queue) {
        this.queue = queue;
    }

    /** A client's thread has put something into the queue. */
    void came(Thread writer) {
        if (queue.size() >= wanted) {
            LockSupport.unpark(writer);
        }
    }

    /** A transaction was committed that answered so many. */
    void committed(int answered, long nanos) {
        expected = answered + queue.size();
        patience = nanos < WORTH ? 0 : Math.min(nanos / 2, LONGEST);
    }

    /**
     * Waits until all that are expected are there.
     *
     * @param taken out of the queue already
     */
    void await(int taken) {
        int missing = expected - taken;
        if (missing <= 0 || patience == 0 || queue.size() >= missing) {
            return;
        }
        if (rest > 0) {
            rest--;
            return;
        }
        long until = System.nanoTime() + patience;
        wanted = missing;
        try {
            long left = patience;
            while (queue.size() < missing && left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left);
                left = until - System.nanoTime();
            }
        } finally {
            wanted = Integer.MAX_VALUE;
        }
        if (queue.size() < missing) {
            rest = nextRest;
            nextRest = Math.min(nextRest * 2, LONGEST_REST);
        } else {
            nextRest = 1;
        }
    }
}

package org.darya.evidence.sensorthings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The writer waits for those whom the last commit answered, never longer than half of what the commit took. */
class GatheringTest {
    private static final long COMMIT = 4_000_000; // ns

    private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    private final Gathering gathering = new Gathering(queue);

    private long waited(int taken) {
        long begun = System.nanoTime();
        gathering.await(taken);
        return System.nanoTime() - begun;
    }

    @Test
    void oneClientAloneNeverWaits() {
        for (int i = 0; i < 100; i++) {
            gathering.committed(1, COMMIT);
            assertThat(waited(1)).isLessThan(COMMIT / 4);
        }
    }

    @Test
    void whereTheDiskIsQuickNobodyWaits() {
        for (int i = 0; i < 100; i++) {
            gathering.committed(8, 1_400_000);
            assertThat(waited(1)).isLessThan(COMMIT / 4);
        }
    }

    @Test
    @Timeout(20)
    void allWhoWereAnsweredAreWaitedFor() throws InterruptedException {
        gathering.committed(3, 1_000_000_000_000L); // half of it, but never more than two milliseconds
        Thread writer = Thread.currentThread();
        var others = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 2; i++) {
                queue.add(i);
                gathering.came(writer);
            }
        });
        others.join();
        gathering.await(1);
        assertThat(queue).hasSize(2);
    }

    @Test
    void whoDoesNotComeIsWaitedForBoundedlyAndThenLessOften() {
        int times = 0;
        for (int i = 0; i < 200; i++) {
            gathering.committed(8, COMMIT);
            if (waited(1) >= COMMIT / 2) {
                times++;
            }
        }
        assertThat(times).isBetween(1, 30);
    }
}

package org.darya.evidence.sensorthings.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.darya.evidence.sensorthings.StaProblem;

/** How long a client waits for the commit of what it sent, and what it is told where that does not come. */
public final class Waiting {
    public static final int SECONDS = 60;

    private Waiting() {}

    /** @throws StaProblem what went wrong in writing, or that it takes too long */
    public static <T> T forCommit(CompletableFuture<T> done) {
        try {
            return done.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw tooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static StaProblem tooLong() {
        return new StaProblem(503, "The database takes too long.", "Maybe try again in a few seconds.");
    }
}

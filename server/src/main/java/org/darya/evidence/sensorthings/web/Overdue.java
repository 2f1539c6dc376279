package org.darya.evidence.sensorthings.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.CompletableFuture;
import org.darya.evidence.sensorthings.store.Waiting;

/** Gives an answer to a request that waits for its commit too long. */
record Overdue(CompletableFuture<Answer> soon) implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
        soon.complete(Errors.of(Waiting.tooLong()));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // answered
    }

    @Override
    public void onError(AsyncEvent event) {
        // the client is gone; what it sent is written all the same
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // once is all
    }
}

package org.darya.evidence.sensorthings.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who waits for a commit too long is told so once, and a commit that comes later changes nothing of it. */
class OverdueTest {
    private final CompletableFuture<Answer> soon = new CompletableFuture<>();
    private final AsyncEvent event = new AsyncEvent((AsyncContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (_, _, _) -> null));

    @Test
    void whoWaitsTooLongIsTold() {
        new Overdue(soon).onTimeout(event);
        soon.complete(Answer.created("too late"));
        assertThat(soon.join().status()).isEqualTo(503);
        assertThat(new String(soon.join().exactly(), StandardCharsets.UTF_8)).contains("Maybe try again");
    }

    @Test
    void anAnswerInTimeStays() {
        soon.complete(Answer.created("in time"));
        new Overdue(soon).onTimeout(event);
        assertThat(soon.join().status()).isEqualTo(201);
    }
}

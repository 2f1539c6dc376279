package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import org.darya.TestServer;
import org.junit.jupiter.api.Test;

/** The container takes every filter that it finds; a request passes each of ours once. */
class FiltersTest {
    @Test
    void requestsPassTheChainOfSpringSecurityOnce() {
        assertThat(TestServer.get(ServletContext.class).getFilterRegistrations())
                .containsKey("security")
                .doesNotContainKey("springSecurityFilterChain");
    }
}

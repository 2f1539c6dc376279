package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the servlet container cannot read is answered in the standard's error form, without a word about the container. */
class UnreadRequestsTest {
    private static StaServer server;

    @BeforeAll
    static void start() {
        server = new StaServer(Map.of());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String raw(String request) throws IOException {
        URI root = URI.create(server.root());
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void told(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html", "Tomcat", "Exception", "\tat ");
        JsonNode body = new JsonMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(body.path("code").intValue()).isBetween(400, 431);
        assertThat(body.path("message").asString()).isNotBlank();
        assertThat(body.path("maybe").asString()).startsWith("Maybe");
    }

    @Test
    void anAddressThatIsTooLong() throws IOException {
        told(raw("GET /sta/v1.1/Things?$filter=" + "a".repeat(20_000)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void charactersThatAreNotEscaped() throws IOException {
        told(raw("GET /sta/v1.1/Things?$filter=name|{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void headersThatAreTooLong() throws IOException {
        told(raw("GET /sta/v1.1/Things HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void aHostThatIsNone() throws IOException {
        told(raw("GET /sta/v1.1/Things HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"));
    }
}

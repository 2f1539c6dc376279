package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever is sent, the answer is a clear 4xx or a good one; never a 5xx, never the insides of the server. */
class BadInputTest {
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final Site SECRETARY = secretary();
    private static final String TOKEN = token();

    private static Site secretary() {
        try {
            return Site.signedIn(SERVER, new Accounts.Wanted("secretary", "", Role.SECRETARIAT, null, null, null));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        Account account = Objects.requireNonNull(SERVER.getBean(Accounts.class).find("secretary"));
        return SERVER.getBean(Tokens.class).create(account.id(), "fuzz", Set.copyOf(Tokens.SCOPES), Duration.ofDays(1));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** SQL and HTML in every text field of a form: told as a mistake, or kept and shown as the text that it is. */
    @Test
    void everyFieldOfTheFormTakesNastyText() throws Exception {
        HttpResponse<String> form = SECRETARY.get("/en/edit/claims");
        List<String> names = Pattern.compile("<(?:input|textarea|select)[^>]* name=\"([^\"]+)\"")
                .matcher(form.body())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("_csrf"))
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(25);
        for (String name : names) {
            for (String nasty : Nasty.TEXTS.subList(0, 12)) {
                Nasty.isClear(SECRETARY.submit(form, named(name, nasty)), name + " " + nasty);
            }
        }
    }

    private static Map<String, String> named(String name, String nasty) {
        Map<String, String> inputs = new HashMap<>(Map.of("why", "a test"));
        inputs.put(name, nasty);
        return inputs;
    }

    @Test
    void textThatLooksLikeCodeIsShownAsText() throws Exception {
        String nasty = "<script>alert(1)</script>'; drop table x";
        Map<String, String> inputs = new HashMap<>(Map.of(
                "id",
                "code",
                "title.ru",
                nasty,
                "title.kk",
                nasty,
                "title.en",
                nasty,
                "publisher.ru",
                nasty,
                "publisher.kk",
                nasty,
                "publisher.en",
                nasty,
                "type",
                "document",
                "language",
                "ru"));
        inputs.putAll(
                Map.of(
                        "level",
                        "A",
                        "why",
                        nasty,
                        "facts",
                        "- about: {ru: \"<b>\", kk: \"<b>\", en: \"<b>\"}\n  text: {ru: x, kk: x, en: x}\n  level: A\n  sources: [source-one]"));
        HttpResponse<String> saved = SECRETARY.post("/en/edit/sources", inputs);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        for (String page : List.of(
                "/en/sources/code", "/en/sources", "/en/history/sources/code", "/en/trail", "/en/search?q=alert")) {
            Nasty.isClear(SECRETARY.get(page), page);
        }
        assertThat(SECRETARY.get("/en/sources/code").body()).contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/../../etc/passwd",
                "/en/..%2f..%2fetc%2fpasswd",
                "/en/%2e%2e/%2e%2e/secret",
                "/assets/..%5c..%5cx/y",
                "/en//sources",
                "/en/sources;x=y",
                "/en/sources/%00",
                "/en/sources/%c0%af",
                "/%",
                "/en/%zz",
                "/en/sources/\\x",
                "/api/v1/..;/sources",
                "/EN/sources",
                "/en/claims/%0d%0aSet-Cookie:x",
                "/actuator/health/../env"
            })
    void twistedPathsAreRefused(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("Exception", "\tat ", "\nSet-Cookie:x");
    }

    @Test
    void brokenRequestsAreRefused() throws IOException {
        byte[] broken = {(byte) 0xc3, 0x28, (byte) 0xff, '{'};
        var body = new ByteArrayOutputStream();
        body.write(
                ("PUT /api/v1/edit/sources/source-one HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                + TOKEN + "\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.write(broken);
        assertThat(raw(body.toByteArray())).contains("HTTP/1.1 400").doesNotContain("Exception");
        assertThat(raw("GET /en/search?q=%ff%fe%c3%28 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 [24]\\d\\d.*");
        assertThat(raw("GET /en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "x".repeat(40_000)
                        + "\r\n\r\n"))
                .contains("HTTP/1.1 4");
        assertThat(raw("NONSENSE /en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("HTTP/1.1 4");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> json = SECRETARY.send(SECRETARY
                .request("/api/v1/edit/sources/source-one")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"why\":\"" + "x".repeat(3_000_000) + "\"}")));
        assertThat(json.statusCode()).isEqualTo(413);
        assertThat(json.body()).contains("too-large");
        HttpResponse<String> form = SECRETARY.submit(
                SECRETARY.get("/en/edit/sources/source-one"), Map.of("title.en", "x".repeat(3_000_000)));
        assertThat(form.statusCode()).isBetween(400, 499);
        HttpResponse<String> wrongType = SECRETARY.send(SECRETARY
                .request("/api/v1/edit/sources/source-one")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/xml")
                .PUT(HttpRequest.BodyPublishers.ofString("<x/>")));
        assertThat(wrongType.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/en/", "/en/sign-in", "/en/nothing", "/api/v1/sources", "/api/v1/nothing", "/actuator/health"})
    void everyAnswerCarriesTheHeaders(String path) throws Exception {
        HttpResponse<String> answer = SECRETARY.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .as("over plain HTTP")
                .isEmpty();
    }

    private static String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(byte[] request) throws IOException {
        URI address = SECRETARY.request("/").build().uri();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

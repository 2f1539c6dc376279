package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Signing in through a provider that runs beside: every step is a request over HTTP, nothing is mocked. */
class OidcTest {
    private static final ConfigurableApplicationContext PROVIDER = OidcProvider.start();
    private static final String ISSUER =
            "http://localhost:" + PROVIDER.getEnvironment().getProperty("local.server.port");
    private static final ConfigurableApplicationContext SERVER = TestServer.start(
            TestDatabase.create(),
            Path.of("src/test/resources/programmes/small"),
            Map.of(
                    "darya.oidc.issuer",
                    ISSUER,
                    "darya.oidc.client-id",
                    "darya",
                    "darya.oidc.client-secret",
                    OidcProvider.SECRET,
                    "darya.oidc.name",
                    "Ministry"));
    private static final String DARYA =
            "http://127.0.0.1:" + SERVER.getEnvironment().getProperty("local.server.port");

    static {
        OidcProvider.back = DARYA + "/oidc/back";
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        PROVIDER.close();
    }

    /** Follows every step until a page is shown, filling in the provider's form on the way. */
    private static HttpResponse<String> walk(HttpClient client, String from) throws Exception {
        URI at = URI.create(from);
        for (int steps = 0; steps < 12; steps++) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(at).header("Accept", "text/html").build(), BodyHandlers.ofString());
            if (answer.body().contains("name=\"password\"") && at.toString().startsWith(ISSUER)) {
                Matcher form =
                        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(answer.body());
                assertThat(form.find()).as(answer.body()).isTrue();
                answer = client.send(
                        HttpRequest.newBuilder(URI.create(ISSUER + "/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "username=aigul%40ministry.example&password=quiet+water&_csrf="
                                                + URLEncoder.encode(form.group(1), StandardCharsets.UTF_8)))
                                .build(),
                        BodyHandlers.ofString());
            }
            String next = answer.headers().firstValue("Location").orElse("");
            String refresh = answer.headers().firstValue("Refresh").orElse("");
            if (!refresh.isEmpty()) {
                next = refresh.replaceFirst("^0; url=", "");
            }
            if (next.isEmpty()) {
                return answer;
            }
            at = at.resolve(next);
        }
        throw new AssertionError("led round and round from " + from);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    @Test
    void whoIsLinkedComesInAndWhoIsNotStaysOut() throws Exception {
        try (HttpClient stranger = browser()) {
            assertThat(stranger.send(
                                    HttpRequest.newBuilder(URI.create(DARYA + "/en/sign-in"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("Sign in with Ministry");
            HttpResponse<String> refused = walk(stranger, DARYA + "/oidc/start/en");
            assertThat(refused.uri().getPath()).isEqualTo("/en/sign-in");
            assertThat(refused.body()).contains("does not vouch for you");
        }
        Accounts accounts = SERVER.getBean(Accounts.class);
        accounts.add(new Accounts.Wanted("aigul", "Aigul", Role.FOCAL_POINT, "KAZ", null, null));
        accounts.add(new Accounts.Wanted("anna", "Anna", Role.SECRETARIAT, null, null, null));
        accounts.link("aigul", ISSUER, "aigul@ministry.example");
        try (HttpClient linked = browser()) {
            HttpResponse<String> first = walk(linked, DARYA + "/oidc/start/kk");
            assertThat(first.uri().getPath()).isEqualTo("/kk/account");
            assertThat(first.body()).contains("Aigul");
        }
    }

    @Test
    void theStateOfTheWayCannotBeForged() throws Exception {
        try (HttpClient client = browser()) {
            HttpResponse<String> forged = walk(client, DARYA + "/oidc/back?code=guessed&state=guessed");
            assertThat(forged.uri().getPath()).isEqualTo("/ru/sign-in");
            assertThat(walk(client, DARYA + "/en/account").uri().getPath()).isEqualTo("/en/sign-in");
        }
    }
}

package org.darya.access;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.darya.access.RouteTable.Route;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Anything in every parameter and every body, for a bounded time ({@code -Ddarya.fuzz.seconds=25}). */
class FuzzTest {
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final Site SECRETARY = secretary();
    private static final String TOKEN = token();
    private static final long STARTED = System.nanoTime();
    private static final Duration MOST = Duration.ofSeconds(Long.getLong("darya.fuzz.seconds", 25));

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

    @AfterContainer
    static void stop() {
        SERVER.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** When the time is over, the tries that are left ask nothing. */
    private static boolean over() {
        return System.nanoTime() - STARTED > MOST.toNanos();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(Nasty.TEXTS), Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<Route> reading() {
        return Arbitraries.of(RouteTable.read().all().stream()
                .filter(route -> route.method().equals("GET") && !route.path().startsWith("/oidc"))
                .toList());
    }

    /** Every address that is read, with anything in its path and its parameters. */
    @Property(tries = 20000, shrinking = ShrinkingMode.OFF)
    void anyQuestion(
            @ForAll("reading") Route route,
            @ForAll("texts") String inPath,
            @ForAll("texts") String value,
            @ForAll("names") String name)
            throws Exception {
        if (over()) {
            return;
        }
        String path = route.path()
                .replace("{language}", "en")
                .replaceAll("\\{kind}|\\{hash}", "sources")
                .replace("/**", "");
        path = path.replaceAll(
                "\\{[a-z]+}", Matcher.quoteReplacement(encode(inPath).replace("+", "%20")));
        String question = path + "?" + encode(name) + "=" + encode(value);
        boolean program = route.path().startsWith("/api/");
        HttpRequest.Builder request = SECRETARY.request(question);
        Nasty.isClear(SECRETARY.send(program ? request.header("Authorization", "Bearer " + TOKEN) : request), question);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "q",
                        "theme",
                        "country",
                        "level",
                        "limit",
                        "offset",
                        "lang",
                        "group",
                        "money",
                        "page",
                        "kind",
                        "next",
                        "before",
                        "office",
                        "indicator"),
                Arbitraries.strings().ofMaxLength(10));
    }

    /** Bodies of JSON: of the right shape with wrong values, of a wrong shape, and of none. */
    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void anyBody(@ForAll("bodies") String body, @ForAll("methods") String method) throws Exception {
        if (over()) {
            return;
        }
        String path = "/api/v1/edit/sources" + (method.equals("PUT") ? "/source-one" : "");
        HttpResponse<String> answer = SECRETARY.send(SECRETARY
                .request(path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        Nasty.isClear(answer, method + " " + body);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("PUT", "POST");
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                texts().map(FuzzTest::json), Arbitraries.of("null", "true", "0", "-1.5e300", "[]", "{}", "[[[]]]"));
        Arbitrary<String> inputs = Combinators.combine(leaf, leaf, leaf, leaf)
                .as("{\"title.ru\": %s, \"level\": %s, \"facts\": %s, \"url\": %s, \"type\": \"document\"}"::formatted);
        Arbitrary<String> shaped = Combinators.combine(leaf, leaf, Arbitraries.oneOf(leaf, inputs), leaf)
                .as("{\"id\": %s, \"version\": %s, \"inputs\": %s, \"why\": %s}"::formatted);
        return Arbitraries.oneOf(
                shaped, leaf, Arbitraries.strings().ofMaxLength(80), Arbitraries.just("[".repeat(3000)));
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}

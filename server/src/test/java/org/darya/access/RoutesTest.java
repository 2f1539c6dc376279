package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.darya.access.RouteTable.Route;
import org.darya.access.RouteTable.Rule;
import org.darya.platform.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The written table of addresses and roles, walked whole. */
class RoutesTest {
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final RouteTable TABLE = RouteTable.read();
    private static final Map<Role, Site> VISITORS = new EnumMap<>(Role.class);

    /** The way back from a provider is no controller's. */
    private static final Set<String> OF_FILTERS = Set.of("GET /oidc/start/{language}", "GET /oidc/back");

    @BeforeAll
    static void signIn() throws Exception {
        for (Role role : Role.values()) {
            VISITORS.put(
                    role,
                    role == Role.ANONYMOUS
                            ? Site.of(SERVER)
                            : Site.signedIn(
                                    SERVER,
                                    new Accounts.Wanted(
                                            "one-" + Words.of(role),
                                            "",
                                            role,
                                            "KAZ",
                                            "organisation-one",
                                            "service-one")));
        }
    }

    @AfterAll
    static void stop() {
        VISITORS.values().forEach(Site::close);
        SERVER.close();
    }

    /** Every address that any handler of the server answers to, as method and pattern. */
    private static Set<String> mapped() {
        Set<String> all = new TreeSet<>();
        SERVER.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(addresses(info))));
        all.removeIf(address -> address.endsWith(" /error"));
        return all;
    }

    private static List<String> addresses(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> all = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            Stream<RequestMethod> each = methods.isEmpty() ? Stream.of(RequestMethod.values()) : methods.stream();
            each.forEach(method -> all.add(method.name() + " " + RouteTable.plain(pattern)));
        }
        return all;
    }

    @Test
    void namesEveryAddressAndNoneThatIsNotThere() {
        Set<String> named = new TreeSet<>();
        TABLE.all().forEach(route -> named.add(route.method() + " " + route.path()));
        Set<String> unnamed = new TreeSet<>(mapped());
        unnamed.removeAll(named);
        assertThat(unnamed).as("addresses that access/routes.md does not name").isEmpty();
        named.removeAll(mapped());
        named.removeAll(OF_FILTERS);
        assertThat(named)
                .as("addresses of access/routes.md that nothing answers to")
                .isEmpty();
    }

    static List<Route> routes() {
        return TABLE.all().stream()
                .filter(route -> !OF_FILTERS.contains(route.method() + " " + route.path()))
                .toList();
    }

    /** Every line with every role. A role that is let through may still find nothing, or have sent a wrong form. */
    @ParameterizedTest
    @MethodSource("routes")
    void holds(Route route) throws Exception {
        for (Role role : Role.values()) {
            Site visitor = VISITORS.get(role);
            if (visitor == null || route.path().endsWith("/sign-out")) {
                continue;
            }
            HttpResponse<String> answer = ask(visitor, role, route);
            Rule rule = route.rules().get(role);
            String asked = "%s as %s: %d".formatted(route, role, answer.statusCode());
            boolean refused = answer.statusCode() == 401
                    || answer.statusCode() == 403
                    || answer.headers().firstValue("Location").orElse("").contains("/sign-in?next=");
            assertThat(answer.statusCode()).as(asked).isLessThan(500);
            if (rule == Rule.NO) {
                assertThat(refused).as(asked).isTrue();
            } else if (!route.path().contains("/sign-in")) {
                assertThat(refused && rule == Rule.YES).as(asked).isFalse();
            }
        }
    }

    private static HttpResponse<String> ask(Site visitor, Role role, Route route)
            throws IOException, InterruptedException {
        String path = route.path()
                .replace("{language}", "en")
                .replace("{hash}/{name}", "x/y")
                .replace("/**", "")
                .replace("/edit/{kind}/{id}", "/edit/sources/source-one")
                .replace("/edit/{kind}", "/edit/sources")
                .replace("{kind}/{id}", "sources/source-one")
                .replace("{kind}", "sources")
                .replace("{version}", "0123456789ab")
                .replace(
                        "{id}",
                        route.path().contains("tokens")
                                        || route.path().contains("changes")
                                        || route.path().contains("users")
                                ? "999999"
                                : "source-one");
        if (route.path().startsWith("/api/") && !route.method().equals("GET")) {
            String token = role == Role.ANONYMOUS ? "" : token(role);
            HttpRequest.Builder request = visitor.request(path)
                    .header("Content-Type", "application/json")
                    .method(route.method(), HttpRequest.BodyPublishers.ofString("{\"why\": \"a test\"}"));
            return visitor.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
        }
        if (route.method().equals("GET")) {
            return visitor.get(path);
        }
        HttpResponse<String> form = visitor.get(role == Role.ANONYMOUS ? "/en/sign-in" : "/en/account");
        return visitor.postTo(path, form, Map.of("name", "?", "why", "a test"));
    }

    private static String token(Role role) {
        Account account = SERVER.getBean(Accounts.class).find("one-" + Words.of(role));
        return account == null
                ? ""
                : SERVER.getBean(Tokens.class).create(account.id(), "test", Set.of("records"), Duration.ofDays(1));
    }

    /** A scope that a token lacks closes the address even to the right role. */
    @Test
    void aTokenDoesNoMoreThanItsScopes() throws Exception {
        Account secretary =
                Objects.requireNonNull(SERVER.getBean(Accounts.class).find("one-secretariat"));
        String reading =
                SERVER.getBean(Tokens.class).create(secretary.id(), "test", Set.of("read"), Duration.ofDays(1));
        try (Site program = Site.of(SERVER)) {
            assertThat(status(program, "/api/v1/sources", reading)).isEqualTo(200);
            assertThat(status(program, "/api/v1/edit/sources/source-one", reading))
                    .isEqualTo(403);
            assertThat(status(program, "/en/trail", reading)).isEqualTo(403);
            String writing = token(Role.SECRETARIAT);
            assertThat(status(program, "/api/v1/edit/sources/source-one", writing))
                    .isEqualTo(200);
            assertThat(status(program, "/api/v1/sources", writing)).isEqualTo(403);
        }
    }

    private static int status(Site site, String path, String token) throws Exception {
        return site.send(site.request(path).header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void anAddressThatTheTableDoesNotNameIsClosed() throws Exception {
        Site administrator = Objects.requireNonNull(VISITORS.get(Role.ADMINISTRATOR));
        for (String path : List.of(
                "/actuator", "/actuator/env", "/en/nothing", "/swagger-ui.html", "/v3/api-docs", "/sta/v1.1/None")) {
            assertThat(administrator.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}

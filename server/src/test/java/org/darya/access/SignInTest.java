package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords, second factor, sessions, tokens and locks, over HTTP as a visitor meets them. */
class SignInTest {
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final Accounts ACCOUNTS = SERVER.getBean(Accounts.class);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Accounts.Wanted reader(String name) {
        return new Accounts.Wanted(name, "", Role.READER, null, null, null);
    }

    private static Accounts.Wanted administrator(String name) {
        return new Accounts.Wanted(name, "", Role.ADMINISTRATOR, null, null, null);
    }

    @Test
    void anAdministratorChangesThePasswordAndSetsUpCodes() throws Exception {
        Accounts.Given given = ACCOUNTS.add(administrator("chief"));
        try (Site site = Site.of(SERVER)) {
            HttpResponse<String> in =
                    site.post("/en/sign-in", Map.of("name", "chief", "password", given.oneTimePassword()));
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/en/sign-in/password"));
            assertThat(site.get("/en/account").statusCode())
                    .as("the one-time password lets nobody in")
                    .isEqualTo(302);
            HttpResponse<String> form = site.follow(in);
            for (String weak : List.of("short", "aaaaaaaaaaaaaaaa", "the chief of all chiefs")) {
                assertThat(site.submit(form, Map.of("before", given.oneTimePassword(), "password", weak, "again", weak))
                                .statusCode())
                        .as(weak)
                        .isEqualTo(400);
            }
            String chosen = "seven lakes in a row";
            HttpResponse<String> enrol = site.follow(
                    site.submit(form, Map.of("before", given.oneTimePassword(), "password", chosen, "again", chosen)));
            assertThat(enrol.uri().getPath()).isEqualTo("/en/sign-in/enrol");
            assertThat(enrol.body()).contains("<svg class=\"qr\"");
            assertThat(site.submit(enrol, Map.of("code", "000000")).statusCode())
                    .isIn(401);
            Matcher secret = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<").matcher(enrol.body());
            assertThat(secret.find()).isTrue();
            site.secret = secret.group(1).replace(" ", "");
            String used = site.code(0);
            assertThat(site.follow(site.submit(enrol, Map.of("code", used)))
                            .uri()
                            .getPath())
                    .isEqualTo("/en/account");
            assertThat(site.get("/en/users").statusCode()).isEqualTo(200);
            try (Site second = Site.of(SERVER)) {
                second.secret = site.secret;
                HttpResponse<String> code =
                        second.follow(second.post("/en/sign-in", Map.of("name", "chief", "password", chosen)));
                assertThat(code.uri().getPath()).isEqualTo("/en/sign-in/code");
                assertThat(second.submit(code, Map.of("code", used)).statusCode())
                        .as("a code is taken once")
                        .isEqualTo(401);
                assertThat(second.follow(second.submit(code, Map.of("code", second.code(1))))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void cookiesAreStrictAndReadersGetNone() throws Exception {
        Accounts.Given given = ACCOUNTS.add(reader("cookie-reader"));
        try (Site site = Site.of(SERVER)) {
            for (String page :
                    List.of("/en/", "/en/sources", "/en/sources/source-one", "/en/search?q=x", "/api/v1/sources")) {
                HttpResponse<String> read = site.get(page);
                assertThat(read.headers().allValues("Set-Cookie")).as(page).isEmpty();
                assertThat(read.headers().firstValue("Cache-Control").orElse(""))
                        .as(page)
                        .doesNotContain("no-store");
            }
            HttpResponse<String> form = site.get("/en/sign-in");
            assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
            HttpResponse<String> in =
                    site.submit(form, Map.of("name", "cookie-reader", "password", given.oneTimePassword()));
            assertThat(in.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("HttpOnly", "SameSite=Strict", "Path=/")
                            .doesNotContain("Domain"));
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        try (Site site = Site.signedIn(SERVER, reader("forged"))) {
            HttpResponse<String> forged = site.send(site.request("/en/account/tokens")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("name=x&scope=read&days=1")));
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(SERVER.getBean(Tokens.class).of(account("forged").id())).isEmpty();
            HttpResponse<String> login = site.send(site.request("/en/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("name=x&password=y")));
            assertThat(login.statusCode()).as("signing in too").isEqualTo(403);
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        try (Site site = Site.signedIn(SERVER, reader("leaver"))) {
            HttpResponse<String> account = site.get("/en/account");
            String word = site.cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("darya-session"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            assertThat(site.postTo("/en/sign-out", account, Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(site.send(site.request("/en/account").header("Cookie", "darya-session=" + word))
                            .statusCode())
                    .as("the word of the cookie is of no use any more")
                    .isEqualTo(302);
        }
    }

    @Test
    void aTokenDoesWhatItsScopesNameUntilItIsRevoked() throws Exception {
        ACCOUNTS.add(reader("program"));
        try (Site site = Site.signedIn(SERVER, reader("program-owner"))) {
            HttpResponse<String> made = site.postTo(
                    "/en/account/tokens",
                    site.get("/en/account"),
                    Map.of("name", "script", "scope", "read", "days", "5"));
            Matcher shown =
                    Pattern.compile("id=\"fresh\">(darya_[A-Za-z0-9_-]+)<").matcher(made.body());
            assertThat(shown.find()).isTrue();
            String token = shown.group(1);
            assertThat(site.get("/en/account").body()).as("shown once").doesNotContain(token);
            try (Site program = Site.of(SERVER)) {
                assertThat(status(program, "/api/v1/sources", token)).isEqualTo(200);
                assertThat(status(program, "/en/account", token))
                        .as("no page takes a token")
                        .isEqualTo(403);
                assertThat(status(program, "/api/v1/sources", token + "x")).isEqualTo(401);
                assertThat(status(program, "/api/v1/sources", "nonsense")).isEqualTo(401);
                long id = SERVER.getBean(Tokens.class)
                        .of(account("program-owner").id())
                        .getFirst()
                        .id();
                site.postTo("/en/account/tokens/" + id + "/revoke", site.get("/en/account"), Map.of());
                assertThat(status(program, "/api/v1/sources", token)).isEqualTo(401);
            }
        }
    }

    @Test
    void whoGuessesWaitsAndNobodyElseDoes() throws Exception {
        Accounts.Given victim = ACCOUNTS.add(reader("victim"));
        try (Site known = Site.of(SERVER);
                Site guesser = Site.of(SERVER);
                Site other = Site.of(SERVER)) {
            known.enter("victim", victim.oneTimePassword(), "four quiet rivers meet");
            known.postTo("/en/sign-out", known.get("/en/account"), Map.of());
            int last = 0;
            for (int i = 0; i < 7; i++) {
                last = guesser.post("/en/sign-in", Map.of("name", "victim", "password", "guess " + i))
                        .statusCode();
            }
            assertThat(last).isEqualTo(429);
            assertThat(guesser.post("/en/sign-in", Map.of("name", "victim", "password", "four quiet rivers meet"))
                            .statusCode())
                    .as("not even with the right password from there")
                    .isEqualTo(429);
            assertThat(known.post("/en/sign-in", Map.of("name", "victim", "password", "four quiet rivers meet"))
                            .statusCode())
                    .as("the browser that was let in before, from the same address")
                    .isEqualTo(303);
            Accounts.Given neighbour = ACCOUNTS.add(reader("neighbour"));
            assertThat(other.post("/en/sign-in", Map.of("name", "neighbour", "password", neighbour.oneTimePassword()))
                            .statusCode())
                    .as("another account from the same address")
                    .isEqualTo(303);
            SignIn signIn = SERVER.getBean(SignIn.class);
            assertThat(signIn.password("victim", "four quiet rivers meet", "198.51.100.7", null))
                    .as("the account from another address")
                    .isInstanceOf(SignIn.Outcome.In.class);
        }
    }

    @Test
    void anOfficeBehindOneAddressMaySignInAllDay() {
        String password = ACCOUNTS.add(reader("office-worker")).oneTimePassword();
        SignIn signIn = SERVER.getBean(SignIn.class);
        for (int i = 0; i < 60; i++) {
            assertThat(signIn.password("office-worker", password, "203.0.113.60", null))
                    .as("the " + i + "th, from a new browser each")
                    .isInstanceOf(SignIn.Outcome.In.class);
        }
    }

    @Test
    void aClosedAccountIsOut() throws Exception {
        try (Site site = Site.signedIn(SERVER, reader("closed"))) {
            assertThat(site.get("/en/account").statusCode()).isEqualTo(200);
            ACCOUNTS.disable("closed");
            assertThat(site.get("/en/account").statusCode()).isEqualTo(302);
            assertThat(site.post("/en/sign-in", Map.of("name", "closed", "password", "correct horse battery staple"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void passwordsAreKeptAsArgon2idAndSecretsAsHashes() {
        assertThat(SERVER.getBean(JdbcClient.class)
                        .sql("select password from access.account where password is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(password -> assertThat(password).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    private static Account account(String name) {
        return Objects.requireNonNull(ACCOUNTS.find(name));
    }

    private static int status(Site site, String path, String token) throws Exception {
        return site.send(site.request(path).header("Authorization", "Bearer " + token))
                .statusCode();
    }
}

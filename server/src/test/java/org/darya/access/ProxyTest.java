package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.Proxied;
import org.darya.TestServer;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is believed of a proxy that was named, and of one that was not. Raw requests, because clients mind their headers. */
class ProxyTest {
    private static final java.nio.file.Path SMALL = java.nio.file.Path.of("src/test/resources/programmes/small");
    private static final DatabaseLocation OWNER = TestDatabase.create();
    private static final ConfigurableApplicationContext BEHIND =
            TestServer.start(OWNER, SMALL, Proxied.settings("127.0.0.1"));
    private static final ConfigurableApplicationContext ALONE = TestServer.start(TestDatabase.create(), SMALL);
    private static final ConfigurableApplicationContext ANOTHERS =
            TestServer.start(TestDatabase.create(), SMALL, Proxied.settings("192.0.2.1"));
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        BEHIND.close();
        ALONE.close();
        ANOTHERS.close();
    }

    private record Answer(int status, String head, String body) {
        List<String> all(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    private static Answer ask(
            ConfigurableApplicationContext server, String method, String path, String body, String... headers)
            throws IOException {
        int port = Integer.parseInt(server.getEnvironment().getProperty("local.server.port", ""));
        try (var socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            for (String header : headers) {
                text.append(header).append("\r\n");
            }
            if (!body.isEmpty()) {
                text.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                        .append(body.length())
                        .append("\r\n");
            }
            out.write((text + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end));
        }
    }

    private static final String[] FORWARDED = {
        "Host: darya.example.org", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7"
    };

    @Test
    void aNamedProxyIsBelieved() throws IOException {
        Answer page = ask(BEHIND, "GET", "/en/", "", FORWARDED);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("Strict-Transport-Security")).hasSize(1);
        Answer away = ask(BEHIND, "GET", "/en/account", "", FORWARDED);
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.all("Location").getFirst())
                .isIn("/en/sign-in?next=%2Fen%2Faccount", "https://darya.example.org/en/sign-in?next=%2Fen%2Faccount");
        Answer wrong = signIn(BEHIND, "nobody-here", FORWARDED);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(lastAddress(OWNER)).isEqualTo("203.0.113.7");
    }

    @Test
    void cookiesAreBoundToTheHostOverTls() throws IOException {
        Answer form = ask(BEHIND, "GET", "/en/sign-in", "", FORWARDED);
        assertThat(form.all("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-darya-")
                        .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        Accounts.Given given =
                BEHIND.getBean(Accounts.class).add(new Accounts.Wanted("behind", "", Role.READER, null, null, null));
        Answer in = signIn(BEHIND, "behind&password=" + given.oneTimePassword(), FORWARDED);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.all("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie).startsWith("__Host-darya-").contains("; Secure"));
        assertThat(in.all("Location").getFirst())
                .isIn("/en/sign-in/password", "https://darya.example.org/en/sign-in/password");
    }

    /** Whoever reaches the proxy can write what it likes before the proxy adds its own. */
    @Test
    void ofSeveralAddressesTheOneThatTheProxySawCounts() throws IOException {
        signIn(
                BEHIND,
                "nobody-here",
                "Host: darya.example.org",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: 10.0.0.1, 198.51.100.23");
        assertThat(lastAddress(OWNER)).isEqualTo("198.51.100.23");
        signIn(
                BEHIND,
                "nobody-here",
                "Host: darya.example.org",
                "X-Forwarded-Proto: https",
                "X-Forwarded-For: <script>alert(1)</script>");
        assertThat(lastAddress(OWNER)).doesNotContain("<");
    }

    @Test
    void withoutAProxyNobodyIsBelieved() throws IOException {
        for (ConfigurableApplicationContext server : List.of(ALONE, ANOTHERS)) {
            Answer page = ask(server, "GET", "/en/", "", FORWARDED);
            assertThat(page.all("Strict-Transport-Security")).isEmpty();
            Answer form = ask(server, "GET", "/en/sign-in", "", FORWARDED);
            assertThat(form.all("Set-Cookie"))
                    .allSatisfy(cookie ->
                            assertThat(cookie).doesNotContain("__Host-").doesNotContain("Secure"));
            // what was forwarded came through somebody's hands in the clear: no password is taken
            Answer refused = signIn(server, "nobody-here", FORWARDED);
            assertThat(refused.status()).isEqualTo(403);
            Answer near = signIn(server, "nobody-here", "Host: 127.0.0.1");
            assertThat(near.status()).isEqualTo(401);
            assertThat(Callers.as(
                            Caller.SYSTEM,
                            () -> server.getBean(JdbcClient.class)
                                    .sql(
                                            "select address from access.audit where action = 'wrong-password' order by seq desc limit 1")
                                    .query(String.class)
                                    .single()))
                    .isEqualTo("127.0.0.1");
        }
    }

    /** Another host's name leads nobody away: what is led to is on the same site. */
    @Test
    void aStrangeHostLeadsNobodyAway() throws IOException {
        for (String[] headers : List.of(
                new String[] {"Host: evil.example"},
                new String[] {"Host: 127.0.0.1", "X-Forwarded-Host: evil.example"},
                new String[] {"Host: 127.0.0.1", "Forwarded: host=evil.example;proto=https"})) {
            Answer away = ask(ALONE, "GET", "/en/account", "", headers);
            String where = away.all("Location").getFirst();
            assertThat(where.startsWith("/en/") || headers[0].equals("Host: evil.example"))
                    .as(where)
                    .isTrue();
            if (headers.length > 1) {
                assertThat(where).doesNotContain("evil");
            }
        }
        for (String next : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/%5Cevil.example",
                "javascript:alert(1)",
                "%2F%2Fevil.example")) {
            Accounts accounts = ALONE.getBean(Accounts.class);
            String name = "led" + Math.abs(next.hashCode());
            String password = accounts.add(new Accounts.Wanted(name, "", Role.READER, null, null, null))
                    .oneTimePassword();
            Answer in = signIn(ALONE, name + "&password=" + password + "&next=" + next, "Host: 127.0.0.1");
            assertThat(in.status()).isEqualTo(303);
            assertThat(in.all("Location").getFirst())
                    .as(next)
                    .doesNotContain("evil")
                    .doesNotContain("javascript");
        }
    }

    private static Answer signIn(ConfigurableApplicationContext server, String nameAndMore, String... headers)
            throws IOException {
        Answer form = ask(server, "GET", "/en/sign-in", "", headers);
        Matcher word = FORM.matcher(form.body());
        String cookie = form.all("Set-Cookie").stream()
                .map(line -> line.substring(0, line.indexOf(';')))
                .findFirst()
                .orElse("");
        String csrf = word.find() ? word.group(1) : "";
        String body = "name=" + nameAndMore
                + (nameAndMore.contains("password=") ? "" : "&password=wrong+password+here")
                + "&_csrf=" + java.net.URLEncoder.encode(csrf, StandardCharsets.UTF_8);
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Cookie: " + cookie;
        return ask(server, "POST", "/en/sign-in", body, all);
    }

    private static String lastAddress(DatabaseLocation database) {
        return JdbcClient.create(database.dataSource())
                .sql("select address from access.audit where action = 'wrong-password' order by seq desc limit 1")
                .query(String.class)
                .single();
    }
}

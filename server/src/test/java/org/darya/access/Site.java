package org.darya.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.darya.TestServer;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser without windows: keeps cookies, fills the forms of pages in. */
public final class Site implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");

    public final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    /** The secret of the authenticator, once it is set up. */
    public String secret = "";

    public Site(String address) {
        this.address = address;
    }

    public static Site of(ConfigurableApplicationContext server) {
        return new Site("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port"));
    }

    /** A visitor of the server, signed in with an account that was just made. */
    public static Site signedIn(ConfigurableApplicationContext server, Accounts.Wanted wanted) throws Exception {
        String password = server.getBean(Accounts.class).add(wanted).oneTimePassword();
        Site site = of(server);
        site.enter(wanted.name(), password, "correct horse battery staple");
        return site;
    }

    /** Signs in for the first time, does everything that is asked, and ends on the page of the account. */
    public HttpResponse<String> enter(String name, String oneTime, String chosen) throws Exception {
        HttpResponse<String> page = post("/en/sign-in", Map.of("name", name, "password", oneTime));
        page = follow(page);
        page = follow(submit(page, Map.of("before", oneTime, "password", chosen, "again", chosen)));
        Matcher shown = SECRET.matcher(page.body());
        if (shown.find()) {
            secret = shown.group(1).replace(" ", "");
            page = follow(submit(page, Map.of("code", code(0))));
        }
        if (!page.uri().getPath().equals("/en/account")) {
            throw new AssertionError(page.uri() + " " + page.body());
        }
        return page;
    }

    /** The code of the authenticator now, or so many steps from now. */
    public String code(int steps) {
        return Totp.code(Totp.decode(secret), Totp.step(System.currentTimeMillis() / 1000) + steps, 6);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /** Opens the page, fills its form in and sends it. */
    public HttpResponse<String> post(String path, Map<String, String> values) throws IOException, InterruptedException {
        return submit(get(path), values);
    }

    /** Sends the values to the address of a page, with the word of its form. */
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> values)
            throws IOException, InterruptedException {
        return postTo(page.uri().getRawPath(), page, values);
    }

    /** Sends the values to another address than that of the page. */
    public HttpResponse<String> postTo(String path, HttpResponse<String> page, Map<String, String> values)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        String word = form.find() ? form.group(1) : "";
        String body = values.entrySet().stream()
                        .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encode(word);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Goes where the answer leads. */
    public HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        String where = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        return get(URI.create(where).getPath());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The small programme on a database of its own. */
    public static ConfigurableApplicationContext start() {
        return TestServer.start(
                org.darya.platform.TestDatabase.create(), java.nio.file.Path.of("src/test/resources/programmes/small"));
    }
}

package org.darya.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.darya.register.Catalogue;
import org.darya.register.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No link of any page leads nowhere, and every record of the programme is reached. */
class CrawlTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void everyLinkLeadsSomewhereAndEveryRecordIsReached(String language) throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        var waiting = new ArrayDeque<String>();
        waiting.add("/" + language + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!waiting.isEmpty()) {
                String path = waiting.poll();
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create(TestServer.address() + path))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                if (!path.startsWith("/" + language + "/")) {
                    continue;
                }
                assertThat(response.body()).as(path).doesNotContain("{0}");
                Matcher links = LINK.matcher(response.body());
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    // filters and other languages are walked elsewhere
                    boolean page = link.startsWith("/" + language + "/") && !link.contains("?");
                    boolean other = !link.matches("/(ru|kk|en)(/.*)?") && !link.contains("?");
                    if ((page || other) && seen.add(link)) {
                        waiting.add(link);
                    }
                }
            }
        }
        for (Kind kind : Kind.values()) {
            for (String id : TestServer.get(Catalogue.class).lines(kind).keySet()) {
                assertThat(seen).contains("/" + language + "/" + kind.word() + "/" + id);
            }
        }
    }
}

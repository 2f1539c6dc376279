package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.darya.programme.ProgrammeFolder;
import org.darya.programme.Programmes;
import org.darya.programme.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A national record, looked for at every address that reads, by everybody whom it does not concern, on pages and with tokens. */
class LeaksTest {
    private static final ConfigurableApplicationContext SERVER = Site.start();
    private static final String MARK = "Zzyzx-secret";
    private static final Map<String, Site> STRANGERS = new LinkedHashMap<>();
    private static final Site NOBODY = Site.of(SERVER);
    private static Site own;

    @BeforeAll
    static void start() throws Exception {
        var files = new TreeMap<>(ProgrammeFolder.read(Path.of("src/test/resources/programmes/small"))
                .files());
        files.put("kaz.yaml", """
                sources:
                  - id: source-kaz
                    visibility: national KAZ
                    title: {ru: %1$s, kk: %1$s, en: %1$s}
                    publisher: %1$s
                    type: document
                    language: ru
                    level: A
                """.formatted(MARK).getBytes(StandardCharsets.UTF_8));
        assertThat(Callers.as(
                        Caller.SYSTEM,
                        () -> SERVER.getBean(Programmes.class).load(new ProgrammeFolder(files), "with a secret")))
                .isInstanceOf(Reading.Sound.class);
        own = Site.signedIn(SERVER, new Accounts.Wanted("kazakh", "", Role.FOCAL_POINT, "KAZ", null, null));
        STRANGERS.put("anonymous", NOBODY);
        STRANGERS.put("uzbek", signedIn("uzbek", Role.FOCAL_POINT, "UZB"));
        STRANGERS.put("secretariat", signedIn("secretary", Role.SECRETARIAT, null));
        STRANGERS.put("administrator", signedIn("chief", Role.ADMINISTRATOR, null));
        STRANGERS.put("partner", signedIn("bank", Role.PARTNER, null));
        STRANGERS.put("reader", signedIn("uzbek-reader", Role.READER, "UZB"));
    }

    private static Site signedIn(String name, Role role, @org.jspecify.annotations.Nullable String country)
            throws Exception {
        return Site.signedIn(SERVER, new Accounts.Wanted(name, "", role, country, "organisation-one", null));
    }

    @AfterAll
    static void stop() {
        STRANGERS.values().forEach(Site::close);
        own.close();
        SERVER.close();
    }

    /** Every address of the table that reads, about the record and about others. */
    private static List<String> addresses() {
        List<String> all = new ArrayList<>();
        for (RouteTable.Route route : RouteTable.read().all()) {
            if (route.method().equals("GET") && !route.path().startsWith("/oidc")) {
                for (String id : List.of("source-kaz", "source-one")) {
                    all.add(route.path()
                            .replace("{language}", "en")
                            .replace("{hash}/{name}", "x/y")
                            .replace("/**", "")
                            .replace("{kind}", "sources")
                            .replace("{version}", "0123456789ab")
                            .replace("{id}", id));
                }
            }
        }
        for (String word : List.of(MARK, "source-kaz")) {
            for (String language : List.of("ru", "kk", "en")) {
                all.add("/" + language + "/search?q=" + word);
            }
            all.add("/api/v1/search?q=" + word);
            all.add("/en/sources?q=" + word);
        }
        all.addAll(List.of("/ru/sources", "/kk/sources", "/en/trail?before=999999", "/en/disagreements"));
        return all;
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        int found = 0;
        for (String address : addresses()) {
            HttpResponse<String> seen = own.get(address);
            if (seen.body().contains(MARK) && !address.contains(MARK)) {
                found++;
            }
            for (Map.Entry<String, Site> stranger : STRANGERS.entrySet()) {
                HttpResponse<String> answer = stranger.getValue().get(address);
                String body = address.contains(MARK)
                        ? answer.body().replace(MARK + "\"", "").replace(MARK + "&", "")
                        : answer.body();
                assertThat(answer.statusCode()).as(address).isLessThan(500);
                if (!address.contains("q=")) {
                    assertThat(body).as(address + " by " + stranger.getKey()).doesNotContain(MARK);
                } else {
                    assertThat(body).as(address + " by " + stranger.getKey()).doesNotContain("/sources/source-kaz\"");
                }
                if (address.contains("source-kaz") && address.endsWith("/source-kaz")) {
                    HttpResponse<String> none = stranger.getValue().get(address.replace("source-kaz", "source-none"));
                    assertThat(answer.statusCode())
                            .as(address + " answers like one that is not there")
                            .isEqualTo(none.statusCode());
                }
            }
        }
        assertThat(found)
                .as("pages, interface and tables that show it to its own country")
                .isGreaterThan(8);
    }

    /** A cache between two people keeps nothing of what one of them may see and the other not. */
    @Test
    void whatASignedInReaderGetsIsKeptNowhere() throws Exception {
        for (String address : addresses()) {
            HttpResponse<String> answer = own.get(address);
            String cache = answer.headers().firstValue("Cache-Control").orElse("");
            assertThat(cache.contains("no-store") || cache.equals("no-cache"))
                    .as(address + ": " + cache)
                    .isTrue();
            assertThat(String.join(",", answer.headers().allValues("Vary")))
                    .as(address)
                    .containsIgnoringCase("Cookie");
            String tag = answer.headers().firstValue("ETag").orElse("");
            if (!tag.isEmpty()) {
                HttpResponse<String> again = NOBODY.send(NOBODY.request(address).header("If-None-Match", tag));
                assertThat(again.statusCode() == 304 && answer.body().contains(MARK))
                        .as(address)
                        .isFalse();
            }
        }
    }

    @Test
    void aTokenOfAnotherStateReadsNoMore() throws Exception {
        var tokens = SERVER.getBean(Tokens.class);
        Account account = Objects.requireNonNull(SERVER.getBean(Accounts.class).find("uzbek"));
        String word = tokens.create(account.id(), "test", Set.of("read", "records"), Duration.ofDays(1));
        Site program = NOBODY;
        for (String address : addresses()) {
            if (address.startsWith("/api/") && !address.contains("q=")) {
                HttpResponse<String> answer =
                        program.send(program.request(address).header("Authorization", "Bearer " + word));
                assertThat(answer.body()).as(address).doesNotContain(MARK);
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(address)
                        .contains("no-store");
            }
        }
    }
}

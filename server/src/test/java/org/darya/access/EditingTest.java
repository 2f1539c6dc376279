package org.darya.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.TestServer;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.TestDatabase;
import org.darya.programme.ProgrammeCommands;
import org.darya.programme.ProgrammeFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Editing, proposing, approving, history, and what another country never gets to see; over HTTP. */
class EditingTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9a-f]+)\"");

    @TempDir
    static Path folder;

    private static DatabaseLocation database;
    private static ConfigurableApplicationContext server;
    private static Site secretariat;
    private static Site second;
    private static Site kazakhstan;
    private static Site uzbekistan;
    private static Site partner;

    @BeforeAll
    static void start() throws Exception {
        var files = new TreeMap<>(ProgrammeFolder.read(Path.of("src/test/resources/programmes/small"))
                .files());
        files.put("uzb.yaml", """
                countries:
                  - {id: UZB, title: {ru: Узбекистан, kk: Өзбекстан, en: Uzbekistan}, level: A, sources: [source-one], role: party, official: {ru: Республика Узбекистан, kk: Өзбекстан Республикасы, en: Republic of Uzbekistan}}
                """.getBytes(StandardCharsets.UTF_8));
        files.put("bank.yaml", """
                organisations:
                  - {id: bank, title: {ru: Банк, kk: Банк, en: Bank}, level: A, sources: [source-one], type: bank}
                """.getBytes(StandardCharsets.UTF_8));
        files.compute(
                "programme.yaml",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("parties: [KAZ]", "parties: [KAZ, UZB]")
                        .getBytes(StandardCharsets.UTF_8));
        Path programme = folder.resolve("programme");
        new ProgrammeFolder(files).write(programme);
        database = TestDatabase.create();
        server = TestServer.start(database, programme);
        secretariat = Site.signedIn(server, wanted("anna", Role.SECRETARIAT, null));
        second = Site.signedIn(server, wanted("boris", Role.SECRETARIAT, null));
        kazakhstan = Site.signedIn(server, wanted("aigul", Role.FOCAL_POINT, "KAZ"));
        uzbekistan = Site.signedIn(server, wanted("umid", Role.FOCAL_POINT, "UZB"));
        partner = Site.signedIn(server, new Accounts.Wanted("peter", "", Role.PARTNER, null, "bank", null));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Accounts.Wanted wanted(String name, Role role, @org.jspecify.annotations.Nullable String country) {
        return new Accounts.Wanted(name, name, role, country, null, null);
    }

    private static Map<String, String> source(String... more) {
        Map<String, String> inputs = new HashMap<>(Map.of(
                "title.ru",
                "Название",
                "title.kk",
                "Атауы",
                "title.en",
                "Name",
                "publisher.ru",
                "P",
                "publisher.kk",
                "P",
                "publisher.en",
                "P",
                "type",
                "document",
                "language",
                "ru",
                "level",
                "A",
                "why",
                "because"));
        for (int i = 0; i < more.length; i += 2) {
            inputs.put(more[i], more[i + 1]);
        }
        return inputs;
    }

    private static Map<String, String> claim(String id, String... more) {
        Map<String, String> inputs = new HashMap<>(Map.of(
                "id",
                id,
                "title.ru",
                "Утверждение " + id,
                "title.kk",
                "Тұжырым " + id,
                "title.en",
                "Claim " + id,
                "text.ru",
                "Вода ушла",
                "text.kk",
                "Су кетті",
                "text.en",
                "The water left",
                "level",
                "A"));
        inputs.putAll(Map.of(
                "sources",
                "source-one",
                "check.ru",
                "Нет",
                "check.kk",
                "Жоқ",
                "check.en",
                "None",
                "checkable",
                "no-data",
                "why",
                "because"));
        for (int i = 0; i < more.length; i += 2) {
            inputs.put(more[i], more[i + 1]);
        }
        return inputs;
    }

    private static Map<String, String> with(HttpResponse<String> form, Map<String, String> inputs) {
        Matcher version = VERSION.matcher(form.body());
        assertThat(version.find()).as(form.body()).isTrue();
        Map<String, String> all = new HashMap<>(inputs);
        all.put("version", version.group(1));
        return all;
    }

    private Path export(String name) {
        Path written = folder.resolve(name);
        ProgrammeCommands.export(database, written);
        return written;
    }

    @Test
    void aCorrectionIsWrittenAtItsPlaceAndExported() throws Exception {
        HttpResponse<String> form = secretariat.get("/en/edit/sources/source-one");
        assertThat(form.body()).contains("value=\"Источник\"");
        HttpResponse<String> saved = secretariat.submit(
                form,
                with(
                        form,
                        source(
                                "title.ru",
                                "Первоисточник",
                                "title.kk",
                                "Дереккөз",
                                "title.en",
                                "Source",
                                "publisher.ru",
                                "Publisher",
                                "publisher.kk",
                                "Publisher",
                                "publisher.en",
                                "Publisher",
                                "why",
                                "a better word")));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(secretariat.follow(saved).body()).contains("Source");
        assertThat(Site.of(server).get("/api/v1/sources/source-one").body()).contains("Первоисточник");
        String before = Files.readString(Path.of("src/test/resources/programmes/small/sources.yaml"));
        assertThat(export("corrected").resolve("sources.yaml"))
                .hasContent(before.replace("ru: Источник", "ru: Первоисточник"));
        String history = Site.of(server).get("/en/history/sources/source-one").body();
        assertThat(history)
                .contains("Источник", "Первоисточник", "a better word", "secretariat")
                .doesNotContain("anna");
        assertThat(secretariat.get("/en/history/sources/source-one").body()).contains("anna");
    }

    @Test
    void twoWhoEditAtOnceAreToldOfEachOther() throws Exception {
        assertThat(secretariat.post("/en/edit/claims", claim("contested")).statusCode())
                .isEqualTo(303);
        HttpResponse<String> one = secretariat.get("/en/edit/claims/contested");
        HttpResponse<String> other = second.get("/en/edit/claims/contested");
        assertThat(secretariat
                        .submit(one, with(one, claim("contested", "text.en", "First words")))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> conflict =
                second.submit(other, with(other, claim("contested", "text.en", "Second words")));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("somebody else changed this record", "First words", "Second words");
        HttpResponse<String> strange = second.submit(
                other, with(other, claim("contested", "text.en", "Third words", "visibility", "<nobody>")));
        assertThat(strange.statusCode()).as(strange.body()).isEqualTo(409);
        assertThat(strange.body()).contains("&lt;nobody&gt;").doesNotContain("<nobody>");
        HttpResponse<String> again =
                second.submit(conflict, with(conflict, claim("contested", "text.en", "Second words")));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(second.follow(again).body()).contains("Second words");
    }

    @Test
    void aFocalPointProposesAndOthersApprove() throws Exception {
        assertThat(secretariat
                        .post("/en/edit/claims", claim("of-two", "countries", "KAZ\nUZB"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> form = kazakhstan.get("/en/edit/claims/of-two");
        assertThat(form.body()).contains("approves it");
        HttpResponse<String> proposed = kazakhstan.submit(
                form, with(form, claim("of-two", "countries", "KAZ\nUZB", "text.en", "Proposed words")));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(303);
        HttpResponse<String> change = kazakhstan.follow(proposed);
        String address = change.uri().getPath();
        assertThat(change.body()).contains("Waits for approval", "Uzbekistan", "Proposed words");
        assertThat(Site.of(server).get("/en/claims/of-two").body())
                .doesNotContain("Proposed words")
                .doesNotContain("Waits for approval");
        assertThat(uzbekistan.get("/en/claims/of-two").body()).contains("Waits for approval");
        assertThat(kazakhstan.postTo(address + "/approve", change, Map.of()).statusCode())
                .as("nobody approves what they proposed")
                .isEqualTo(403);
        assertThat(partner.get(address).statusCode()).isEqualTo(404);
        assertThat(uzbekistan
                        .postTo(address + "/approve", uzbekistan.get(address), Map.of("why", "we agree\u0000"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Site.of(server).get("/en/claims/of-two").body()).contains("Proposed words");
        assertThat(uzbekistan.get(address).body()).contains("approved", "we agree");
    }

    @Test
    void whatOneCountryProposesForItselfTakesTheSecretariat() throws Exception {
        HttpResponse<String> proposed = kazakhstan.post("/en/edit/claims", claim("own-claim", "countries", "KAZ"));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(303);
        String address = kazakhstan.follow(proposed).uri().getPath();
        assertThat(Site.of(server).get("/en/claims/own-claim").statusCode()).isEqualTo(404);
        assertThat(uzbekistan
                        .postTo(address + "/approve", uzbekistan.get(address), Map.of())
                        .statusCode())
                .as("a country that is not concerned")
                .isEqualTo(403);
        assertThat(secretariat
                        .postTo(address + "/approve", secretariat.get(address), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(Site.of(server).get("/en/claims/own-claim").statusCode()).isEqualTo(200);
        assertThat(kazakhstan
                        .post("/en/edit/claims", claim("foreign", "countries", "UZB"))
                        .statusCode())
                .as("a country does not speak for another")
                .isEqualTo(400);
        assertThat(kazakhstan.get("/en/edit/sources/source-one"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.body())
                        .contains("You may read this record", "Maybe it concerns another country")
                        .contains("Signed in as"));
        assertThat(kazakhstan.get("/en/edit/sources/none").statusCode()).isEqualTo(404);
    }

    @Test
    void everyMistakeOfAFormIsToldAtOnce() throws Exception {
        Map<String, String> wrong = claim("Bad Id!", "title.kk", "", "why", "");
        HttpResponse<String> answer = secretariat.post("/en/edit/claims", wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().split("field-problem", -1)).as(answer.body()).hasSize(4);
        assertThat(answer.body()).contains("Bad Id!").contains("class=\"one wrong\"");
        assertThat(answer.body().split("one wrong", -1))
                .as("only the text that lacks is marked")
                .hasSize(2);
        assertThat(answer.body().split("aria-invalid=\"true\"", -1))
                .as("and so it is to screen readers: the name, the text, the reason")
                .hasSize(4);
        for (String field : List.of("id", "title", "why")) {
            assertThat(answer.body())
                    .contains("id=\"wrong-" + field + "\"")
                    .containsPattern("aria-describedby=\"[^\"]*wrong-" + field + "\"");
        }
    }

    @Test
    void differencesSpeakInWords() throws Exception {
        secretariat.post("/en/edit/claims", claim("in-words", "countries", "KAZ"));
        HttpResponse<String> history = secretariat.get("/ru/history/claims/in-words");
        assertThat(history.body()).contains("Казахстан").doesNotContain(">KAZ<");
    }

    @Test
    void aPartnerProposesForItsOrganisationOnly() throws Exception {
        assertThat(partner.post("/en/edit/claims", claim("of-bank", "organisations", "bank"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(partner.post("/en/edit/claims", claim("not-of-bank")).statusCode())
                .isEqualTo(400);
        assertThat(partner.get("/en/changes").body()).contains("of-bank");
    }

    @Test
    void aProposalWhoseRecordChangedMeanwhileIsNotForcedThrough() throws Exception {
        secretariat.post("/en/edit/claims", claim("moving", "countries", "KAZ"));
        HttpResponse<String> form = kazakhstan.get("/en/edit/claims/moving");
        String address = kazakhstan
                .follow(kazakhstan.submit(form, with(form, claim("moving", "countries", "KAZ", "text.en", "Proposed"))))
                .uri()
                .getPath();
        HttpResponse<String> now = secretariat.get("/en/edit/claims/moving");
        secretariat.submit(now, with(now, claim("moving", "countries", "KAZ", "text.en", "Changed meanwhile")));
        HttpResponse<String> stale = secretariat.postTo(address + "/approve", secretariat.get(address), Map.of());
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("changed since this was proposed");
        assertThat(Site.of(server).get("/en/claims/moving").body()).contains("Changed meanwhile");
        assertThat(secretariat
                        .postTo(address + "/reject", secretariat.get(address), Map.of("why", "too late"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aNationalRecordIsNobodyElsesUntilItIsReleased() throws Exception {
        String word = "Секретный-уровень";
        HttpResponse<String> made = kazakhstan.post(
                "/en/edit/claims",
                claim(
                        "kaz-secret",
                        "countries",
                        "KAZ",
                        "visibility",
                        "national KAZ",
                        "text.ru",
                        word,
                        "text.en",
                        "Hush"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(kazakhstan.get("/ru/claims/kaz-secret").body()).contains(word);
        String token = tokenOf("umid");
        for (Site other : List.of(uzbekistan, secretariat, partner, Site.of(server))) {
            for (String path : List.of(
                    "/ru/claims/kaz-secret",
                    "/ru/claims",
                    "/ru/countries/KAZ",
                    "/ru/sources/source-one",
                    "/ru/search?q=" + "%D0%A1%D0%B5%D0%BA%D1%80%D0%B5%D1%82%D0%BD%D1%8B%D0%B9",
                    "/ru/history/claims/kaz-secret",
                    "/ru/edit/claims/kaz-secret",
                    "/ru/trail",
                    "/ru/changes",
                    "/api/v1/claims",
                    "/api/v1/claims/kaz-secret",
                    "/api/v1/claims.csv",
                    "/api/v1/claims.csv?country=KAZ",
                    "/api/v1/search?q=Hush")) {
                HttpResponse<String> answer = other.get(path);
                assertThat(answer.body()).as(path).doesNotContain(word).doesNotContain("Hush<");
                if (path.endsWith("/kaz-secret")) {
                    assertThat(answer.statusCode()).as(path).isIn(302, 403, 404);
                } else {
                    assertThat(answer.body()).as(path).doesNotContain("kaz-secret");
                }
            }
        }
        assertThat(Site.of(server)
                        .send(Site.of(server).request("/api/v1/claims.csv").header("Authorization", "Bearer " + token))
                        .body())
                .doesNotContain(word);
        assertThat(kazakhstan.get("/api/v1/claims.csv").body()).contains(word);
        HttpResponse<String> taken = uzbekistan.post("/en/edit/claims", claim("kaz-secret", "countries", "UZB"));
        assertThat(taken.statusCode()).as("an id that is taken unseen").isEqualTo(400);
        assertThat(export("with-national").resolve("claims/added-national-kaz.yaml"))
                .content()
                .contains(word);
        HttpResponse<String> form = kazakhstan.get("/en/edit/claims/kaz-secret");
        HttpResponse<String> released = kazakhstan.submit(
                form,
                with(
                        form,
                        claim(
                                "kaz-secret",
                                "countries",
                                "KAZ",
                                "visibility",
                                "public",
                                "text.ru",
                                word,
                                "text.en",
                                "Hush")));
        assertThat(released.statusCode()).as(released.body()).isEqualTo(303);
        assertThat(Site.of(server).get("/ru/claims/kaz-secret").body()).contains(word);
        assertThat(Site.of(server).get("/en/history/claims/kaz-secret").body())
                .as("what happened before the release stays the country's own")
                .doesNotContain("Hush");
        Path exported = export("released");
        assertThat(exported.resolve("claims/added-national-kaz.yaml")).doesNotExist();
        assertThat(exported.resolve("claims/added.yaml")).content().contains(word);
        HttpResponse<String> back = kazakhstan.get("/en/edit/claims/kaz-secret");
        assertThat(kazakhstan
                        .submit(back, with(back, claim("kaz-secret", "countries", "KAZ", "visibility", "national KAZ")))
                        .statusCode())
                .as("what was published does not become secret")
                .isEqualTo(400);
    }

    private static String tokenOf(String name) {
        Account account =
                java.util.Objects.requireNonNull(server.getBean(Accounts.class).find(name));
        return server.getBean(Tokens.class)
                .create(account.id(), "t", java.util.Set.of("read"), java.time.Duration.ofDays(1));
    }

    @Test
    void mistakesAreToldBesideTheirFields() throws Exception {
        HttpResponse<String> wrong = secretariat.post(
                "/en/edit/claims",
                claim(
                        "wrong",
                        "title.kk",
                        "",
                        "date",
                        "yesterday",
                        "sources",
                        "nowhere",
                        "values",
                        "- quantity: {value: [",
                        "level",
                        "Z"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains(
                        "no text in the language \"kk\"",
                        "\"yesterday\" is no date",
                        "no record \"nowhere\"",
                        "wrong in line 1",
                        "\"Z\" cannot be here",
                        "The water left");
        HttpResponse<String> level = secretariat.post("/en/edit/sources", source("id", "low", "level", "C"));
        assertThat(level.statusCode()).isEqualTo(303);
        HttpResponse<String> above =
                secretariat.post("/en/edit/claims", claim("above", "sources", "low", "level", "A"));
        assertThat(above.statusCode()).isEqualTo(400);
        assertThat(above.body()).contains("its best source is of level C");
        assertThat(secretariat
                        .post("/en/edit/claims", claim("no-reason", "why", " "))
                        .statusCode())
                .isEqualTo(400);
    }
}

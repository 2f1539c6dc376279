package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.darya.register.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a client sees it. */
class ApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Kind, Integer> LEAST = Map.ofEntries(
            Map.entry(Kind.THEME, 8),
            Map.entry(Kind.MEETING, 13),
            Map.entry(Kind.ORGANISATION, 30),
            Map.entry(Kind.INITIATIVE, 29),
            Map.entry(Kind.PROJECT, 48),
            Map.entry(Kind.COMMITMENT, 20),
            Map.entry(Kind.CLAIM, 20),
            Map.entry(Kind.SOURCE, 100),
            Map.entry(Kind.INDICATOR, 24),
            Map.entry(Kind.COUNTRY, 9),
            Map.entry(Kind.DOCUMENT, 10));

    @ParameterizedTest
    @EnumSource
    void listsEveryKind(Kind kind) throws Exception {
        JsonNode list = json("/api/v1/" + kind.word() + "?limit=1000");
        assertThat(list.propertyNames()).containsExactlyInAnyOrder("items", "total");
        assertThat(list.path("total").asInt()).isGreaterThanOrEqualTo(LEAST.get(kind));
        assertThat(list.path("items")).hasSize(list.path("total").asInt());
        JsonNode first = list.path("items").get(0);
        assertThat(json("/api/v1/" + kind.word() + "/" + first.path("id").asString()))
                .isEqualTo(first);
        assertThat(first.path("title").propertyNames()).containsExactlyInAnyOrder("ru", "kk", "en");
        assertThat(first.path("level").asString()).matches("[ABC]");
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryKindAsATable(Kind kind) throws Exception {
        HttpResponse<String> response = get("/api/v1/" + kind.word() + ".csv", "en");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(response.body().substring(1)))
                .getRecords();
        assertThat(response.body()).startsWith("\uFEFFid,");
        assertThat(rows).hasSize(json("/api/v1/" + kind.word()).path("total").asInt());
        assertThat(rows).allSatisfy(row -> assertThat(row.isConsistent()).isTrue());
    }

    @Test
    void walksThroughAListInStretches() throws Exception {
        List<String> all = ids("/api/v1/sources?limit=1000");
        var walked = new ArrayList<String>();
        for (int offset = 0; offset < all.size(); offset += 40) {
            walked.addAll(ids("/api/v1/sources?limit=40&offset=" + offset));
        }
        assertThat(walked).isEqualTo(all);
        assertThat(ids("/api/v1/sources?offset=100000")).isEmpty();
    }

    @Test
    void filtersByThemeCountryAndLevel() throws Exception {
        for (JsonNode item : json("/api/v1/projects?country=KGZ&limit=1000").path("items")) {
            assertThat(item.path("countries").valueStream().map(JsonNode::asString))
                    .contains("KGZ");
        }
        for (JsonNode item : json("/api/v1/projects?theme=air-waste&level=C").path("items")) {
            assertThat(item.path("themes").valueStream().map(JsonNode::asString))
                    .contains("air-waste");
            assertThat(item.path("level").asString()).isEqualTo("C");
        }
        assertThat(json("/api/v1/commitments?country=uzb").path("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("country").asString() + item.path("countries"))
                        .contains("UZB"));
        int all = json("/api/v1/claims").path("total").asInt();
        int byLevel = 0;
        for (String level : List.of("A", "B", "C")) {
            byLevel += json("/api/v1/claims?level=" + level).path("total").asInt();
        }
        assertThat(byLevel).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/projects?contry=KAZ, 400, unknown-parameter",
        "/api/v1/projects?country=XXX, 400, bad-parameter",
        "/api/v1/projects?theme=nothing, 400, bad-parameter",
        "/api/v1/projects?level=Z, 400, bad-parameter",
        "/api/v1/projects?limit=0, 400, bad-parameter",
        "/api/v1/projects?limit=1001, 400, bad-parameter",
        "/api/v1/projects?limit=many, 400, bad-parameter",
        "/api/v1/projects?offset=-1, 400, bad-parameter",
        "/api/v1/projects?limit=99999999999999, 400, bad-parameter",
        "/api/v1/projects/none, 404, no-such-record",
        "/api/v1/projects.csv?level=Z, 400, bad-parameter",
        "/api/v1/projects/totals?theme=nothing, 400, bad-parameter",
        "/api/v1/projects/totals?contry=KAZ, 400, unknown-parameter",
        "/api/v1/nothing, 404, no-such-address",
        "/api/v1/nothing.csv, 404, no-such-address",
        "/api/, 404, no-such-address",
        "/api/v1/search, 400, missing-parameter",
        "/api/v1/search?q=x&limit=1000, 400, bad-parameter",
        "/api/v1/search?q=x&limit=10&offset=-5, 400, bad-parameter"
    })
    void saysWhatWasWrong(String path, int status, String code) throws Exception {
        for (String language : List.of("ru", "kk", "en")) {
            HttpResponse<String> response = get(path, language);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
            JsonNode problem = JSON.readTree(response.body());
            assertThat(problem.path("code").asString()).isEqualTo(code);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("detail").asString()).doesNotContain("{");
            assertThat(problem.path("maybe").asString())
                    .startsWith(Map.of("ru", "Возможно", "kk", "Мүмкін", "en", "Maybe")
                            .get(language));
        }
    }

    @Test
    void theAskedLanguageWinsOverTheBrowsers() throws Exception {
        assertThat(JSON.readTree(get("/api/v1/nothing?lang=kk", "en").body())
                        .path("maybe")
                        .asString())
                .startsWith("Мүмкін");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingCanBeWritten(String method) throws Exception {
        var response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(TestServer.address() + "/api/v1/themes"))
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(JSON.readTree(response.body()).path("code").asString()).isEqualTo("method-not-allowed");
    }

    @Test
    void describesItself() throws Exception {
        JsonNode document = json("/api/v1/openapi.json");
        assertThat(document.path("openapi").asString()).startsWith("3.");
        var paths = document.path("paths").propertyNames();
        for (Kind kind : Kind.values()) {
            assertThat(paths).contains("/api/v1/" + kind.word(), "/api/v1/" + kind.word() + "/{id}");
        }
        assertThat(paths).contains("/api/v1/{kind}.csv", "/api/v1/projects/totals", "/api/v1/search");
        assertThat(document.path("components").path("schemas").propertyNames())
                .contains("Project", "Commitment", "Money", "Problem");
    }

    @Test
    void totalsNameTheRowsTheyCount() throws Exception {
        JsonNode totals = json("/api/v1/projects/totals?country=KAZ");
        assertThat(totals.path("totals")).isNotEmpty().allSatisfy(total -> {
            assertThat(total.path("counted").size() + total.path("leftOut").size())
                    .isPositive();
            assertThat(total.path("currency").asString()).hasSize(3);
        });
    }

    @Test
    void searchesEverything() throws Exception {
        JsonNode found = json("/api/v1/search?q=%D0%90%D1%80%D0%B0%D0%BB&lang=ru");
        assertThat(found.path("total").asInt()).isPositive();
        assertThat(found.path("items").get(0).path("kind").asString()).isNotEmpty();
    }

    @Test
    void operatorsSeeHealthAndNothingElse() throws Exception {
        assertThat(json("/actuator/health").path("status").asString()).isEqualTo("UP");
        for (String closed : List.of("env", "beans", "metrics", "info", "loggers", "heapdump", "mappings")) {
            assertThat(get("/actuator/" + closed, "en").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToStayAtHome() throws Exception {
        for (String path : List.of("/api/v1/themes", "/api/v1/nothing", "/actuator/health", "/sta/v1.1")) {
            var headers = get(path, "en").headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    private static List<String> ids(String path) throws Exception {
        return json(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path, "en");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(TestServer.address() + path))
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }
}

package org.darya.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.darya.TestServer;
import org.darya.evidence.ImportRequest.Format;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Series as a client of the API sees them; they appear while the server runs. */
class EvidenceApiTest {
    private static final EvidenceStore STORE = new EvidenceStore();
    private static final ConfigurableApplicationContext SERVER =
            TestServer.start(STORE.database, Path.of("src/test/resources/programmes/small"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @BeforeAll
    static void take() {
        STORE.take(Format.CSV, "UZ", EvidenceStore.FILES.resolve("csv/good.csv"));
        STORE.take(Format.CSV, "UZ", EvidenceStore.FILES.resolve("csv/changed.csv"));
        STORE.take(Format.SDMX, "KG", EvidenceStore.FILES.resolve("sdmx"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        CLIENT.close();
    }

    @Test
    void listsAndFilters() throws Exception {
        assertThat(json("/api/v1/series").path("total").asInt()).isEqualTo(5);
        assertThat(json("/api/v1/series?office=KG").path("total").asInt()).isEqualTo(3);
        assertThat(json("/api/v1/series?indicator=6.4.2").path("total").asInt()).isEqualTo(3);
        assertThat(json("/api/v1/series?office=KG&indicator=6.4.2&limit=1&offset=1")
                        .path("items"))
                .hasSize(1);
        JsonNode stress =
                json("/api/v1/series?office=UZ&indicator=6.4.2").path("items").get(0);
        assertThat(stress.path("titles").path("ru").asString()).isEqualTo("Нагрузка на водные ресурсы");
        assertThat(stress.path("values").asInt()).isEqualTo(4);
        assertThat(stress.path("from").asString()).isEqualTo("2019-01-01");
        assertThat(stress.path("to").asString()).isEqualTo("2022-12-31");
    }

    @Test
    void givesASeriesWithWhatHeldBefore() throws Exception {
        JsonNode one = json("/api/v1/series/" + STORE.only("UZ", "6.4.2").id());
        assertThat(one.path("dimensions").path("area").asString()).isEqualTo("UZ");
        JsonNode changed = one.path("observations").get(1);
        assertThat(changed.path("value").asInt()).isEqualTo(63);
        assertThat(changed.path("status").asString()).isEqualTo("observed");
        JsonNode former = changed.path("former").get(0);
        assertThat(former.path("status").asString()).isEqualTo("not-reported");
        assertThat(former.has("value")).isFalse();
        assertThat(former.path("source").path("file").asString()).isEqualTo("good.csv");
    }

    @Test
    void whatIsTakenOutAsCsvCanBeTakenInAgain() throws Exception {
        Series series = STORE.only("UZ", "6.4.2");
        HttpResponse<String> answer = get("/api/v1/series/" + series.id() + ".csv");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        Path file = Files.writeString(folder.resolve("again.csv"), answer.body(), StandardCharsets.UTF_8);
        ImportSummary again = STORE.take(Format.CSV, "UZ", file);
        assertThat(again)
                .extracting(
                        ImportSummary::added, ImportSummary::changed, ImportSummary::unchanged, ImportSummary::rejected)
                .containsExactly(0L, 0L, 4L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/series/nothing, 404, no-such-record",
        "/api/v1/series/nothing.csv, 404, no-such-record",
        "/api/v1/series?theme=food, 400, unknown-parameter",
        "/api/v1/series?office=Nobody, 400, bad-parameter",
        "/api/v1/series?limit=0, 400, bad-parameter",
        "/api/v1/series?offset=x, 400, bad-parameter"
    })
    void tellsWhatIsWrong(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("maybe").asString()).startsWith("Maybe");
    }

    @Test
    void standsInTheOpenApiDocument() throws Exception {
        JsonNode paths = json("/api/v1/openapi.json").path("paths");
        assertThat(paths.propertyNames())
                .containsAll(List.of("/api/v1/series", "/api/v1/series/{id}", "/api/v1/series/{id}.csv"));
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        String port = SERVER.getEnvironment().getProperty("local.server.port");
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
    }
}

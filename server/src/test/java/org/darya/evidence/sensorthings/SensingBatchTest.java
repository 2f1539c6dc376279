package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Batches of the Sensing profile; the names of tests carry the requirements of 18-088 that they examine. */
@Tag("http://www.opengis.net/spec/iot_sensing/1.1/req")
class SensingBatchTest {
    private static TwoStations data;
    private static StaServer server;
    private static long level;

    @BeforeAll
    static void start() {
        data = new TwoStations();
        server = data.server;
        level = data.level;
    }

    @AfterAll
    static void end() {
        data.close();
    }

    @Test
    @DisplayName("req/batch-request: JSON with references and groups that are undone as one")
    void jsonBatch() {
        String body = """
                {"requests":[
                 {"id":"s","method":"post","url":"Sensors","body":{"name":"batched","description":"","encodingType":"text/html","metadata":"x"}},
                 {"id":"g","method":"get","url":"$s/name"},
                 {"id":"a","atomicityGroup":"one","method":"post","url":"ObservedProperties","body":{"name":"undone","definition":"u","description":""}},
                 {"id":"b","atomicityGroup":"one","method":"post","url":"Things","body":{"name":"no description"}},
                 {"id":"o","method":"post","url":"Observations","body":{"phenomenonTime":"2031-01-01T00:00:00Z","result":3,"Datastream":{"@iot.id":%d}}},
                 {"id":"d","method":"delete","url":"$o"}]}""".formatted(level);
        HttpResponse<String> answer = server.send("POST", "$batch", body, "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode responses = new tools.jackson.databind.json.JsonMapper()
                .readTree(answer.body())
                .path("responses");
        var statuses = new ArrayList<Integer>();
        responses.forEach(one -> statuses.add(one.path("status").intValue()));
        assertThat(statuses).containsExactly(201, 200, 424, 400, 201, 200);
        assertThat(responses.at("/1/body/name").asString()).isEqualTo("batched");
        assertThat(data.names("ObservedProperties?$filter=name eq 'undone'")).isEmpty();
    }

    @Test
    @DisplayName("req/batch-request: multipart with a changeset and references")
    void multipartBatch() {
        String body = String.join(
                "\r\n",
                "--b",
                "Content-Type: application/http",
                "",
                "GET Things?$filter=name%20eq%20'Karatas'&$select=name HTTP/1.1",
                "",
                "",
                "--b",
                "Content-Type: multipart/mixed;boundary=c",
                "",
                "--c",
                "Content-Type: application/http",
                "Content-ID: 1",
                "",
                "POST Things HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{\"name\":\"of a changeset\",\"description\":\"d\"}",
                "--c",
                "Content-Type: application/http",
                "Content-ID: 2",
                "",
                "PATCH $1 HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{\"description\":\"changed\"}",
                "--c--",
                "--b--",
                "");
        HttpResponse<String> answer = server.send("POST", "$batch", body, "multipart/mixed;boundary=b");
        assertThat(answer.body()).contains("{\"name\":\"Karatas\"}", "HTTP/1.1 201 Created", "Content-ID: 2");
        assertThat(server.json("Things?$filter=name eq 'of a changeset'")
                        .at("/value/0/description")
                        .asString())
                .isEqualTo("changed");
    }
}

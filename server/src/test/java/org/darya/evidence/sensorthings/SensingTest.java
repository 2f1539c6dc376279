package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading by the Sensing profile over HTTP; the names of tests carry the requirements of 18-088 that they examine. */
@Tag("http://www.opengis.net/spec/iot_sensing/1.1/req")
class SensingTest {
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
    @DisplayName(
            "req/datamodel: entities have ids, addresses, properties and links; the root lists sets and conformance")
    void entities() {
        JsonNode root = server.json("");
        assertThat(root.path("value").size()).isEqualTo(9);
        assertThat(root.at("/serverSettings/conformance").toString())
                .contains("req/datamodel", "req/data-array/data-array");
        assertThat(root.at("/serverSettings/notImplemented").toString()).contains("tasking");
        assertThat(root.at("/serverSettings/health").asString()).isEqualTo("up");
        JsonNode stream = server.json("Datastreams(" + level + ")");
        assertThat(stream.path("@iot.id").isIntegralNumber()).isTrue();
        assertThat(stream.path("@iot.selfLink").asString()).isEqualTo(server.root() + "/Datastreams(" + level + ")");
        assertThat(stream.path("Observations@iot.navigationLink").asString())
                .isEqualTo(server.root() + "/Datastreams(" + level + ")/Observations");
        assertThat(stream.path("phenomenonTime").asString()).isEqualTo("2024-03-01T06:00:00Z/2024-03-20T06:00:00Z");
        assertThat(stream.path("resultTime").asString()).isEqualTo("2024-03-01T06:05:00Z/2024-03-20T06:05:00Z");
    }

    @Test
    @DisplayName("req/resource-path: properties, values, references, nested paths")
    void paths() {
        String thing = "Datastreams(" + level + ")/Thing";
        assertThat(server.json(thing + "/name").path("name").asString()).isEqualTo("Karatas");
        assertThat(server.get(thing + "/name/$value").body()).isEqualTo("Karatas");
        assertThat(server.json(thing + "/properties/basin").path("basin").asString())
                .isEqualTo("Ishim");
        assertThat(server.json("Things/$ref").at("/value/0/@iot.selfLink").asString())
                .contains("/Things(");
        assertThat(server.json(thing + "/Locations")
                        .at("/value/0/location/coordinates/0")
                        .doubleValue())
                .isEqualTo(70.5);
        for (String nowhere : List.of(
                "Things(999999)",
                "Nothings",
                "Things(1)/Nothing",
                "Datastreams(999999)/Observations",
                "Things(1)/Sensor")) {
            assertThat(server.get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "req/request-data/expand, select, orderby, top, skip, count: with options of their own, nested counts and nextLinks")
    void options() {
        JsonNode page = server.json(
                "Datastreams?$filter=id eq " + level
                        + "&$expand=Thing($select=name),Observations($top=2;$orderby=result desc;$count=true;$select=result)&$select=name");
        assertThat(page.at("/value/0/Thing").toString()).isEqualTo("{\"name\":\"Karatas\"}");
        assertThat(page.at("/value/0/Observations").toString()).isEqualTo("[{\"result\":10},{\"result\":9.5}]");
        assertThat(page.at("/value/0/Observations@iot.count").intValue()).isEqualTo(20);
        String next = page.at("/value/0/Observations@iot.nextLink").asString();
        assertThat(server.sendTo("GET", next, "", "application/json").body())
                .contains("{\"result\":9},{\"result\":8.5}");
        assertThat(data.results("Datastreams(" + level + ")/Observations?$orderby=result desc&$top=3&$skip=1"))
                .containsExactly(9.5, 9.0, 8.5);
        assertThat(data.names("Things?$orderby=name desc&$filter=properties/basin eq 'Ishim'"))
                .containsExactly("Petropavl", "Karatas");
    }

    @Test
    @DisplayName(
            "req/request-data/pagination: following nextLink gives everything once, in any order, while others write")
    void paging() {
        for (String order :
                List.of("", "&$orderby=result desc", "&$orderby=resultTime,id desc", "&$orderby=Datastream/name")) {
            var seen = new HashSet<Long>();
            String next = server.root() + "/Observations?$top=3&$filter=Datastream/id%20eq%20" + level
                    + order.replace(" ", "%20");
            int pages = 0;
            while (!next.isEmpty()) {
                JsonNode page = new tools.jackson.databind.json.JsonMapper()
                        .readTree(server.sendTo("GET", next, "", "application/json")
                                .body());
                page.path("value")
                        .forEach(row -> assertThat(seen.add(row.path("@iot.id").longValue()))
                                .isTrue());
                next = page.path("@iot.nextLink").asString("");
                pages++;
            }
            assertThat(seen).as(order).hasSize(20);
            assertThat(pages).isEqualTo(7);
        }
    }

    @Test
    void csvAndGeoJson() {
        assertThat(server.get("Datastreams(" + level
                                + ")/Observations?$resultFormat=CSV&$select=phenomenonTime,result&$top=2")
                        .body())
                .isEqualTo("phenomenonTime,result\r\n2024-03-01T06:00:00Z,0.5\r\n2024-03-02T06:00:00Z,1\r\n");
        JsonNode features = server.json("Things?$resultFormat=GeoJSON&$expand=Locations&$filter=name eq 'Karatas'");
        assertThat(features.at("/features/0/geometry/coordinates/1").doubleValue())
                .isEqualTo(50.5);
        assertThat(features.at("/features/0/properties/name").asString()).isEqualTo("Karatas");
        long formula = server.create("ObservedProperties", "{'name':'=1+1','definition':'urn:x','description':''}");
        assertThat(server.get("ObservedProperties?$resultFormat=CSV&$select=name&$filter=id eq " + formula)
                        .body())
                .isEqualTo("name\r\n'=1+1\r\n");
    }

    @Test
    void malformedRequestsGetAnErrorInTheStandardsFormAndNever5xx() {
        String deep = "(".repeat(70) + "true" + ")".repeat(70);
        String expand = "Datastreams";
        for (int i = 0; i < 12; i++) {
            expand = i % 2 == 0 ? "Thing($expand=" + expand + ")" : "Datastreams($expand=" + expand + ")";
        }
        List<String> bad = List.of(
                "Things?$filter=nothing eq 1",
                "Things?$filter=name eq",
                "Things?$filter=" + deep,
                "Things?$expand=" + expand,
                "Things?$top=-1",
                "Things?$top=x",
                "Things?$count=maybe",
                "Things?$filter=substringof(name)",
                "Things?$orderby=",
                "Things?$select=,",
                "Things?$unknown=1",
                "Observations?$filter=phenomenonTime gt 2024-99-99T00:00:00Z",
                "Observations?$filter=result gt 1 2",
                "Observations?$filter=st_within(FeatureOfInterest/feature,geography'POLYGON((1 1)')",
                "Things?$skiptoken=xyz",
                "Things?$expand=Nothing",
                "Things?$filter=length(5,6) eq 1",
                "Things?$filter=name add 1 eq 2",
                "Observations?$filter=phenomenonTime gt 'x'",
                "Things?$filter=" + "name eq 'a' or ".repeat(700) + "true",
                "Observations?$bucket=soon",
                "Things(99999999999999999999)");
        for (String request : bad) {
            HttpResponse<String> answer = server.get(request);
            assertThat(answer.statusCode())
                    .as(request.substring(0, Math.min(80, request.length())) + answer.body())
                    .isBetween(400, 404);
            assertThat(answer.body()).contains("\"type\":\"error\"", "\"code\":" + answer.statusCode(), "Maybe");
        }
        for (String body : List.of(
                "",
                "nonsense",
                "[]",
                "{\"name\":1}",
                "{\"name\":\"a\",\"description\":\"b\",\"extra\":1}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"a\":".repeat(300),
                "{\"name\":\"a\\u0000\",\"description\":\"b\"}",
                "{\"name\":\"a\",\"description\":\"b\",\"Datastreams\":5}")) {
            assertThat(server.send("POST", "Things", body, "application/json").statusCode())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(400);
        }
        assertThat(server.send("POST", "Things", "{\"name\":\"" + "x".repeat(10_000_000) + "\"}", "application/json")
                        .statusCode())
                .isEqualTo(413);
        String terms = "{\"requests\":[{\"id\":\"1\",\"method\":\"get\",\"url\":\"Things?$filter="
                + "id eq 1 or ".repeat(10_000) + "true\"}]}";
        assertThat(server.send("POST", "$batch", terms, "application/json").body())
                .contains("more than 1000 terms");
        assertThat(server.send("DELETE", "Things", "", "application/json").statusCode())
                .isEqualTo(400);
        assertThat(server.send("POST", "Things(1)", "{}", "application/json").statusCode())
                .isEqualTo(405);
    }
}

package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Writing by the Sensing profile over HTTP; the names of tests carry the requirements of 18-088 that they examine. */
@Tag("http://www.opengis.net/spec/iot_sensing/1.1/req")
class SensingWriteTest {
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
    @DisplayName("req/data-array: rows grouped by stream, and created by CreateObservations")
    void dataArray() {
        long stream = server.station("Arrays", 10, 10, "{}");
        HttpResponse<String> made =
                server.send("POST", "CreateObservations", """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray@iot.count":3,
                  "dataArray":[["2024-01-01T00:00:00Z",1.5],["nonsense",2],["2024-01-01T02:00:00Z","wet"]]}]""".formatted(stream), "application/json");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body())
                .matches("\\[\"http[^\"]*Observations\\(\\d+\\)\",\"error\",\"http[^\"]*Observations\\(\\d+\\)\"]");
        JsonNode array = server.json(
                "Datastreams(" + stream + ")/Observations?$resultFormat=dataArray&$select=phenomenonTime,result");
        assertThat(array.at("/value/0/dataArray").toString())
                .isEqualTo("[[\"2024-01-01T00:00:00Z\",1.5],[\"2024-01-01T02:00:00Z\",\"wet\"]]");
        HttpResponse<String> report = server.send(
                "POST", "CreateObservations", """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray":[["2024-13-01T00:00:00Z",1]]}]""".formatted(stream), "application/json", "Prefer", "return=report");
        assertThat(report.body()).contains("\"status\":\"error\"", "2024-13-01", "Maybe");
    }

    @Test
    @DisplayName(
            "req/create-update-delete: change, replace, patch, delete with all that hangs on it; the history of places")
    void life() {
        long stream = server.station("Mover", 20, 20, "{}");
        long thing =
                server.json("Datastreams(" + stream + ")/Thing").path("@iot.id").longValue();
        server.create(
                "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-01T00:00:00Z','result':1}");
        assertThat(server.send("PATCH", "Things(" + thing + ")", "{\"description\":\"moved\"}", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("PUT", "Things(" + thing + ")", "{\"name\":\"Mover\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.send(
                                "PUT",
                                "Things(" + thing + ")",
                                "{\"name\":\"New\",\"description\":\"d\"}",
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(
                                "PATCH",
                                "Things(" + thing + ")",
                                "[{\"op\":\"add\",\"path\":\"/properties\",\"value\":{\"a\":1}},{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Patched\"}]",
                                "application/json-patch+json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.json("Things(" + thing + ")").path("properties").toString())
                .isEqualTo("{\"a\":1}");
        server.create("Things(" + thing + ")/Locations", """
                {'name':'there','description':'','encodingType':'application/geo+json','location':{'type':'Point','coordinates':[21,21]}}""");
        assertThat(server.json("Things(" + thing + ")/HistoricalLocations?$count=true")
                        .path("@iot.count")
                        .intValue())
                .isEqualTo(2);
        assertThat(data.names("Things(" + thing + ")/Locations")).containsExactly("there");
        assertThat(server.send("DELETE", "Things(" + thing + ")", "", "application/json")
                        .statusCode())
                .isEqualTo(200);
        for (String gone : List.of(
                "Things(" + thing + ")", "Datastreams(" + stream + ")", "Datastreams(" + stream + ")/Observations")) {
            assertThat(server.get(gone).statusCode()).as(gone).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("req/multi-datastream: one result for each property, and no other number of them")
    void multi() {
        long thing =
                server.json("Datastreams(" + level + ")/Thing").path("@iot.id").longValue();
        long several = server.create("MultiDatastreams", """
                {'name':'wind','description':'','multiObservationDataTypes':['a','b'],'unitOfMeasurements':[{'name':'m/s'},{'name':'deg'}],
                 'Thing':{'@iot.id':%d},'Sensor':{'name':'vane','description':'','encodingType':'text/html','metadata':'x'},
                 'ObservedProperties':[{'name':'speed','definition':'urn:s','description':''},{'name':'direction','definition':'urn:d','description':''}]}""".formatted(thing));
        server.create("Observations", "{'result':[3.5,270],'MultiDatastream':{'@iot.id':" + several + "}}");
        assertThat(server.send(
                                "POST",
                                "Observations",
                                "{\"result\":[3.5],\"MultiDatastream\":{\"@iot.id\":" + several + "}}",
                                "application/json")
                        .statusCode())
                .isEqualTo(400);
        JsonNode page = server.json("MultiDatastreams(" + several + ")?$expand=Observations,ObservedProperties");
        assertThat(page.at("/Observations/0/result").toString()).isEqualTo("[3.5,270]");
        assertThat(page.path("ObservedProperties").size()).isEqualTo(2);
        assertThat(server.get("Datastreams(" + several + ")").statusCode()).isEqualTo(404);
    }

    @Test
    void resultsOfEveryKindComeBackAsTheyWere() {
        long stream = server.station("Kinds", 30, 30, "{}");
        for (String result : List.of(
                "1",
                "-0.25",
                "1e300",
                "0.1234567890123456789",
                "12345678901234567890",
                "true",
                "\"wet\"",
                "{\"a\":[1,null]}")) {
            long id = server.create(
                    "Datastreams(" + stream + ")/Observations",
                    "{\"result\":" + result + ",\"phenomenonTime\":\"2024-01-01T00:00:00Z/2024-01-02T00:00:00Z\","
                            + "\"validTime\":\"2024-01-01T00:00:00Z/2024-02-01T00:00:00Z\",\"resultQuality\":{\"status\":\"estimated\"},\"parameters\":{\"p\":1}}");
            JsonNode kept = new tools.jackson.databind.json.JsonMapper()
                    .readerFor(JsonNode.class)
                    .with(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(server.get("Observations(" + id + ")").body());
            String shown = result.startsWith("1e")
                    ? kept.path("result").decimalValue().compareTo(new java.math.BigDecimal(result)) == 0 ? result : ""
                    : kept.path("result").toString();
            assertThat(shown).isEqualTo(result);
            assertThat(kept.path("phenomenonTime").asString()).isEqualTo("2024-01-01T00:00:00Z/2024-01-02T00:00:00Z");
            assertThat(kept.path("validTime").asString()).isEqualTo("2024-01-01T00:00:00Z/2024-02-01T00:00:00Z");
        }
        assertThat(server.send(
                                "POST",
                                "Datastreams(" + stream + ")/Observations",
                                "{\"phenomenonTime\":\"2024-01-01T00:00:00Z\"}",
                                "application/json")
                        .statusCode())
                .isEqualTo(400);
        server.create("Datastreams(" + stream + ")/Observations", "{'resultQuality':{'status':'not-reported'}}");
    }

    @Test
    @DisplayName(
            "req/create-update-delete: an observation gets a time of another century, another feature, another stream")
    void anObservationIsPutElsewhere() {
        long stream = server.station("Elsewhere", 30, 30, "{}");
        long other = server.station("Beside", 31, 31, "{}");
        long feature = server.create("FeaturesOfInterest", """
                {'name':'far off','description':'','encodingType':'application/geo+json',
                 'feature':{'type':'Point','coordinates':[150,-40]}}""");
        long id = server.create(
                "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-01T00:00:00Z','result':4}");
        for (String change : List.of(
                "{\"phenomenonTime\":\"1931-07-01T00:00:00Z\"}",
                "{\"FeatureOfInterest\":{\"@iot.id\":" + feature + "}}",
                "{\"Datastream\":{\"@iot.id\":" + other + "}}")) {
            assertThat(server.send("PATCH", "Observations(" + id + ")", change, "application/json")
                            .statusCode())
                    .as(change)
                    .isEqualTo(200);
            assertThat(server.json("Observations?$filter=id eq " + id)
                            .path("value")
                            .size())
                    .as(change)
                    .isOne();
        }
        JsonNode found = server.json(
                "Observations?$filter=st_within(FeatureOfInterest/feature,geography'POLYGON((140 -50,160 -50,160 -30,140 -30,140 -50))')&$expand=Datastream");
        assertThat(found.path("value").size()).isOne();
        assertThat(found.at("/value/0/phenomenonTime").asString()).isEqualTo("1931-07-01T00:00:00Z");
        assertThat(found.at("/value/0/Datastream/name").asString()).isEqualTo("Beside level");
        assertThat(server.json("Datastreams(" + stream + ")/Observations").path("value"))
                .isEmpty();
    }

    @Test
    void aWrongBodyIsToldAllItsFaultsAtOnce() {
        String said = server.send("POST", "Datastreams", "{\"name\":5,\"nmae\":\"x\"}", "application/json")
                .body();
        assertThat(said)
                .contains(
                        "name must be a text",
                        "no \\\"nmae\\\"",
                        "description is missing",
                        "observationType is missing");
    }
}

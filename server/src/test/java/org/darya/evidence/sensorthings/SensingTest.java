package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Sensing profile over HTTP; the names of tests carry the requirements of 18-088 that they examine. */
@Tag("http://www.opengis.net/spec/iot_sensing/1.1/req")
class SensingTest {
    private static StaServer server;
    private static long level;

    @BeforeAll
    static void data() {
        server = new StaServer(Map.of());
        level = server.station("Karatas", 70.5, 50.5, "{'basin':'Ishim','class':3}");
        server.station("Petropavl", 69.1, 54.9, "{'basin':'Ishim','class':5}");
        for (int day = 1; day <= 20; day++) {
            server.create("Observations", """
                    {'phenomenonTime':'2024-03-%02dT06:00:00Z','resultTime':'2024-03-%02dT06:05:00Z','result':%s,
                     'Datastream':{'@iot.id':%d}}""".formatted(day, day, day * 0.5, level));
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static List<String> names(String query) {
        var names = new ArrayList<String>();
        server.json(query)
                .path("value")
                .forEach(entity -> names.add(entity.path("name").asString()));
        return names;
    }

    private static List<Double> results(String query) {
        var results = new ArrayList<Double>();
        server.json(query)
                .path("value")
                .forEach(entity -> results.add(entity.path("result").doubleValue()));
        return results;
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

    /** What a filter gives, by the rules of 18-088 section 9.3.3.5. */
    @ParameterizedTest(name = "req/request-data/filter: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "result eq 2.5 | 1",
                "result ne 2.5 | 19",
                "result gt 9 | 2",
                "result ge 9 | 3",
                "result lt 1 | 1",
                "result le 1 | 2",
                "result gt 2 and result lt 4 | 3",
                "result lt 1 or result gt 9.5 | 2",
                "not (result gt 5) | 10",
                "result in (1, 2, 77) | 2",
                "result add 1 gt 10.5 | 1",
                "result sub 1 lt 0 | 1",
                "result mul 2 eq 7 | 1",
                "result div 2 eq 5 | 1",
                "result mod 3 eq 0 | 3",
                "-result lt -9 | 2",
                "round(result) eq 3 | 2",
                "floor(result) eq 3 | 2",
                "ceiling(result) eq 3 | 2",
                "phenomenonTime gt 2024-03-18T00:00:00Z | 3",
                "phenomenonTime lt 2024-03-03T12:00:00+06:00 | 2",
                "phenomenonTime lt 2024-03-03T12:00:00+0600 | 2",
                "phenomenonTime ge 2024-03-18 | 3",
                "phenomenonTime eq 2024-03-05T06:00:00Z | 1",
                "resultTime gt 2024-03-19T06:00:00Z | 2",
                "day(phenomenonTime) eq 7 | 1",
                "month(phenomenonTime) eq 3 and year(phenomenonTime) eq 2024 | 20",
                "hour(phenomenonTime) eq 6 | 20",
                "minute(resultTime) eq 5 | 20",
                "second(resultTime) eq 0 | 20",
                "fractionalseconds(resultTime) eq 0 | 20",
                "date(phenomenonTime) eq 2024-03-09 | 1",
                "time(phenomenonTime) eq 06:00:00 | 20",
                "totaloffsetminutes(phenomenonTime) eq 0 | 20",
                "phenomenonTime lt now() | 20",
                "phenomenonTime gt mindatetime() | 20",
                "phenomenonTime lt maxdatetime() | 20",
                "before(phenomenonTime,2024-03-03T00:00:00Z) | 2",
                "after(phenomenonTime,2024-03-18T00:00:00Z) | 3",
                "during(phenomenonTime,2024-03-05T00:00:00Z/2024-03-08T00:00:00Z) | 3",
                "overlaps(phenomenonTime,2024-03-05T00:00:00Z/2024-03-08T00:00:00Z) | 3",
                "starts(phenomenonTime,2024-03-05T06:00:00Z/2024-03-08T00:00:00Z) | 1",
                "finishes(phenomenonTime,2024-03-01T00:00:00Z/2024-03-08T06:00:00Z) | 1",
                "meets(phenomenonTime,2024-03-08T06:00:00Z/2024-03-09T00:00:00Z) | 1",
                "phenomenonTime add duration'P1D' gt 2024-03-20T00:00:00Z | 2",
                "resultTime sub phenomenonTime eq duration'PT5M' | 20",
                "Datastream/Thing/name eq 'Karatas' | 20",
                "Datastream/Thing/properties/class gt 3 | 0",
                "st_within(FeatureOfInterest/feature,geography'POLYGON((70 50,71 50,71 51,70 51,70 50))') | 20",
                "st_within(FeatureOfInterest/feature,geography'POLYGON((60 50,61 50,61 51,60 51,60 50))') | 0",
                "result gt '3' | 13",
                "resultQuality eq null | 20",
                "result ne null | 20",
                "true | 20",
                "false | 0",
                "id gt 0 | 20"
            })
    void observationFilters(String filter, int count) {
        JsonNode page = server.json(
                "Observations?$filter=(" + filter + ") and Datastream/id eq " + level + "&$count=true&$top=0");
        assertThat(page.path("@iot.count").intValue()).isEqualTo(count);
    }

    @ParameterizedTest(name = "req/request-data/filter: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name eq 'Karatas' | 1",
                "substringof('tas',name) | 1",
                "contains(name,'opav') | 1",
                "startswith(name,'Kar') | 1",
                "endswith(name,'vl') | 1",
                "length(name) eq 7 | 1",
                "indexof(name,'t') eq 2 | 1",
                "substring(name,3) eq 'atas' | 1",
                "substring(name,0,3) eq 'Kar' | 1",
                "tolower(name) eq 'karatas' | 1",
                "toupper(name) eq 'KARATAS' | 1",
                "trim(name) eq 'Karatas' | 1",
                "concat(name,'!') eq 'Karatas!' | 1",
                "properties/basin eq 'Ishim' and properties/class eq 3 | 1",
                "properties/class ge 3 | 2",
                "properties/none eq null | 2",
                "Datastreams/Observations/result gt 9.5 | 1",
                "Datastreams/any(d:d/ObservedProperty/name eq 'Water level') | 2",
                "Datastreams/any(d:d/Observations/any(o:o/result gt 9.5)) | 1",
                "Datastreams/all(d:d/name eq 'Karatas level') | 1",
                "Datastreams/Observations/any() | 1",
                "not Datastreams/Observations/any() | 1",
                "geo.distance(Locations/location,geography'POINT(70 50)') lt 1 | 1",
                "geo.length(Locations/location) eq 0 | 2",
                "geo.intersects(Locations/location, geography'Polygon ((70 50, 71 50, 71 51, 70 51, 70 50))') | 1",
                "st_intersects(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_equals(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_disjoint(Locations/location,geography'POINT(70.5 50.5)') | 1",
                "st_touches(Locations/location,geography'LINESTRING(70.5 50.5,72 52)') | 1",
                "st_crosses(Locations/location,geography'LINESTRING(70 50,71 51)') | 0",
                "st_overlaps(Locations/location,geography'POINT(70.5 50.5)') | 0",
                "st_contains(geography'POLYGON((70 50,71 50,71 51,70 51,70 50))',Locations/location) | 1",
                "st_relate(Locations/location,geography'POLYGON((70 50,71 50,71 51,70 51,70 50))','T********') | 1"
            })
    void thingFilters(String filter, int count) {
        JsonNode page = server.json("Things?$filter=(" + filter + ") and properties/basin eq 'Ishim'&$count=true");
        assertThat(page.path("@iot.count").intValue()).as(page.toString()).isEqualTo(count);
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
        assertThat(results("Datastreams(" + level + ")/Observations?$orderby=result desc&$top=3&$skip=1"))
                .containsExactly(9.5, 9.0, 8.5);
        assertThat(names("Things?$orderby=name desc&$filter=properties/basin eq 'Ishim'"))
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
        assertThat(names("Things(" + thing + ")/Locations")).containsExactly("there");
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
        assertThat(names("ObservedProperties?$filter=name eq 'undone'")).isEmpty();
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

    @Test
    void findsNamesInEveryLanguage() {
        server.station("Қаратал өзені", 77, 45, "{'бассейн':'Балқаш'}");
        assertThat(names("Things?$filter=substringof('ратал',name)")).containsExactly("Қаратал өзені");
        assertThat(names("Things?$filter=properties/бассейн eq 'Балқаш'")).containsExactly("Қаратал өзені");
        assertThat(names("Things?$filter=name eq 'O''Higgins'").stream().collect(Collectors.toSet()))
                .isEmpty();
    }
}

package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Themes that clients and other servers' tests ask about, and that are easily wrong. */
class MoreOfTheStandardTest {
    private static StaServer server;
    private static long stream;

    @BeforeAll
    static void start() {
        server = new StaServer(Map.of());
        stream = server.station("Қарағанды «Өзен»", 73.1, 49.8, "{'depth':{'m':3},'code':'KZ-1'}");
        for (int i = 1; i <= 5; i++) {
            server.create(
                    "Observations",
                    "{\"Datastream\":{\"@iot.id\":%d},\"result\":%d,\"phenomenonTime\":\"2024-02-%02dT0%d:30:15Z\"}"
                            .formatted(stream, i, i, i));
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static List<Integer> results(String query) {
        var results = new ArrayList<Integer>();
        for (JsonNode row :
                server.json("Datastreams(" + stream + ")/Observations?" + query).path("value")) {
            results.add(row.path("result").intValue());
        }
        return results;
    }

    @ParameterizedTest
    @Tag("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/built-in-query-functions")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "day(phenomenonTime) eq 2 | [2]",
                "hour(phenomenonTime) ge 4 and month(phenomenonTime) eq 2 and year(phenomenonTime) eq 2024 | [4, 5]",
                "minute(phenomenonTime) eq 30 and second(phenomenonTime) eq 15 | [1, 2, 3, 4, 5]",
                "date(phenomenonTime) eq date(2024-02-03T23:00:00Z) | [3]",
                "time(phenomenonTime) lt time(2020-01-01T02:30:16Z) | [1, 2]",
                "phenomenonTime lt 2024-02-01T00:00:00Z add duration'P2D' | [1, 2]",
                "result eq null | []",
                "result ne null | [1, 2, 3, 4, 5]",
                "resultTime eq null | [1, 2, 3, 4, 5]",
                "not (result gt 2) | [1, 2]",
                "result mod 2 eq 0 | [2, 4]",
                "(result add 1) mul 2 div 2 sub 1 eq 3 | [3]",
                "floor(result div 2) eq 1 | [2, 3]",
                "Datastream/Thing/properties/depth/m eq 3 and result le 2 | [1, 2]",
                "Datastream/Thing/properties/code eq 'KZ-1' and result eq 5 | [5]",
                "startswith(Datastream/Thing/name,'Қарағанды') and result eq 1 | [1]",
                "length(Datastream/Thing/name) eq 16 and result eq 1 | [1]",
                "substringof('«Өзен»',Datastream/Thing/name) and result eq 1 | [1]",
                "Datastream/id eq -1 | []",
                "during(phenomenonTime,2024-02-02T00:00:00Z/2024-02-04T00:00:00Z) | [2, 3]"
            })
    void filters(String filter, String expected) {
        assertThat(results("$orderby=phenomenonTime&$filter=" + filter)).hasToString(expected);
    }

    @Test
    void pagesOfNothingAndPastTheEnd() {
        JsonNode none = server.json("Datastreams(" + stream + ")/Observations?$top=0&$count=true");
        assertThat(none.path("@iot.count").intValue()).isEqualTo(5);
        assertThat(none.path("value").size()).isZero();
        JsonNode past = server.json("Datastreams(" + stream + ")/Observations?$skip=50&$count=true");
        assertThat(past.path("@iot.count").intValue()).isEqualTo(5);
        assertThat(past.path("value").size()).isZero();
        assertThat(past.has("@iot.nextLink")).isFalse();
    }

    @Test
    void ordersByWhatLiesBehindARelation() {
        assertThat(results("$orderby=Datastream/Thing/name desc,result desc")).containsExactly(5, 4, 3, 2, 1);
        assertThat(results("$orderby=Datastream/Thing/properties/depth/m,result mod 3,result desc"))
                .containsExactly(3, 4, 1, 5, 2);
    }

    @Test
    void everyLinkIsAbsoluteAndLeadsSomewhere() {
        JsonNode row = server.json("Datastreams(" + stream + ")");
        int links = 0;
        for (var member : row.properties()) {
            if (member.getKey().endsWith("@iot.navigationLink")) {
                String link = member.getValue().asString();
                assertThat(link).startsWith(server.root() + "/");
                assertThat(server.get(link.substring(server.root().length() + 1))
                                .statusCode())
                        .as(link)
                        .isEqualTo(200);
                links++;
            }
        }
        assertThat(links).isEqualTo(4);
    }

    @Test
    void selectAndExpandTogether() {
        JsonNode row = server.json("Datastreams(" + stream
                + ")?$select=name&$expand=Thing($select=id,name;$expand=Locations($select=location)),"
                + "Observations($top=2;$orderby=result desc;$select=result;$filter=result lt 5;$count=true)");
        var names = new ArrayList<String>();
        row.propertyNames().forEach(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "name", "Thing", "Observations", "Observations@iot.count", "Observations@iot.nextLink");
        assertThat(row.path("Observations@iot.count").intValue()).isEqualTo(4);
        assertThat(row.at("/Observations/0/result").intValue()).isEqualTo(4);
        assertThat(row.at("/Thing/Locations/0/location/type").asString()).isEqualTo("Point");
    }

    @Test
    void theDocumentForProgramsNamesEverySetOnce() {
        JsonNode document = server.json("api");
        assertThat(document.path("openapi").asString()).startsWith("3.");
        var operations = new ArrayList<String>();
        document.path("paths")
                .forEach(path -> path.properties().forEach(method -> {
                    String operation = method.getValue().path("operationId").asString("");
                    if (!operation.isEmpty()) {
                        operations.add(operation);
                    }
                }));
        assertThat(operations).contains("list_Things", "create_Observation", "CreateObservations", "batch");
        assertThat(new HashSet<>(operations)).hasSameSizeAs(operations);
        String text = document.toString();
        var referred =
                java.util.regex.Pattern.compile("#/components/schemas/(\\w+)").matcher(text);
        while (referred.find()) {
            assertThat(document.at("/components/schemas/" + referred.group(1)).isObject())
                    .as(referred.group())
                    .isTrue();
        }
    }

    @Test
    void aRequestWithMoreRowsThanAreHeldIsRefusedAndKeepsNothing() {
        String rows = "[1],".repeat(200_000) + "[1]";
        var answer = server.send(
                "POST",
                "CreateObservations",
                "[{\"Datastream\":{\"@iot.id\":%d},\"components\":[\"result\"],\"dataArray\":[%s]}]"
                        .formatted(stream, rows),
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("200,000", "Maybe send it in parts");
        assertThat(results("$top=100")).hasSize(5);
    }
}

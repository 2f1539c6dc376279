package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is asked in other words where observations are spread over a cluster gives the same answers: two servers on one database,
 * of which one asks as if they were. {@link DistributedShapeTest} holds that its words are those that a cluster takes.
 */
class SpreadTest {
    /** Each leads somewhere; {@code %s} is a moment between writing and correcting. */
    static final List<String> READINGS = List.of(
            // any and all
            "Datastreams?$filter=Observations/any()",
            "Datastreams?$filter=not Observations/any()",
            "Datastreams?$filter=Observations/any(o:o/result gt 9)&$count=true",
            "Datastreams?$filter=Observations/all(o:o/result lt 9)",
            "Datastreams?$filter=Observations/result gt 9 and Observations/phenomenonTime ge 2024-03-20T00:00:00Z",
            "Datastreams?$filter=Observations/result gt properties/limit",
            "Datastreams?$filter=Observations/any(o:o/FeatureOfInterest/name eq 'place of Karatas')",
            "Datastreams?$filter=Observations/any(o:o/result gt 9) or name eq 'Petropavl level'",
            "Datastreams?$filter=not (Observations/result gt 9)",
            "Things?$filter=Datastreams/Observations/result gt 9.5",
            "Things?$filter=Datastreams/any(d:d/Observations/any(o:o/result gt 9.5))",
            "Things?$filter=Datastreams/any(d:d/Observations/any(o:o/result gt d/properties/limit))",
            "Things?$filter=Datastreams/any(d:d/Observations/any(o:o/result gt d/Thing/properties/limit))",
            "Things?$filter=Datastreams/any(d:d/Sensor/Datastreams/any(e:e/Observations/any(o:o/result gt d/properties/limit)))",
            "Things?$filter=Datastreams/any(d:d/Observations/all(o:o/result lt 9))",
            "Things?$filter=Datastreams/any(d:d/phenomenonTime ge 2024-03-20T00:00:00Z)",
            "Things?$filter=Locations/any(l:l/HistoricalLocations/any(h:h/Thing/name eq 'Karatas'))",
            "Locations?$filter=Things/Datastreams/Observations/result gt 9.5",
            "Sensors?$filter=Datastreams/any(d:d/Observations/any(o:o/result gt 9.5))&$expand=Datastreams($filter=Observations/any())",
            "FeaturesOfInterest?$filter=Observations/any(o:o/result gt 9)",
            "FeaturesOfInterest?$filter=Observations/any(o:o/Datastream/name eq 'Karatas level')",
            "FeaturesOfInterest?$filter=Observations/Datastream/Thing/Locations/any(l:l/name eq 'place of Karatas')",
            "Observations?$filter=Datastream/Thing/Datastreams/any(d:d/Observations/any(o:o/result gt 9.5))&$top=3",
            "Observations?$filter=Datastream/Observations/result gt 9.5&$top=3",
            "Observations?$filter=Datastream/phenomenonTime ge 2024-03-20T00:00:00Z&$top=3&$count=true",
            // extents of streams
            "Datastreams?$orderby=phenomenonTime desc,id",
            "Datastreams?$filter=phenomenonTime ge 2024-03-20T00:00:00Z&$count=true",
            "Things?$expand=Datastreams($orderby=phenomenonTime desc;$filter=phenomenonTime ge 2024-01-01T00:00:00Z)",
            // expanded from several
            "FeaturesOfInterest?$expand=Observations($top=2;$orderby=result desc;$count=true)",
            "FeaturesOfInterest?$expand=Observations($top=1;$filter=Datastream/name eq 'Karatas level')",
            "Datastreams?$expand=Observations($top=2;$orderby=phenomenonTime desc)",
            "Datastreams?$expand=Observations($top=2;$filter=FeatureOfInterest/name eq 'place of Karatas')",
            "Things?$expand=Datastreams($expand=Observations($top=1;$expand=FeatureOfInterest))",
            // distances
            "FeaturesOfInterest?$filter=geo.distance(feature,geography'POINT(70 50)') lt 2",
            "Locations?$orderby=geo.distance(location,geography'POINT(70 50)')",
            "Observations?$filter=geo.distance(FeatureOfInterest/feature,geography'POINT(70 50)') lt 2&$top=3",
            // what held
            "Observations?$as_of=%s&$count=true&$top=30",
            "Observations?$as_of=%s&$filter=result gt 5&$orderby=result desc",
            "Observations?$as_of=%s&$bucket=P7D",
            "Datastreams?$as_of=%s&$expand=Observations($top=3;$count=true)",
            "Datastreams?$as_of=%s&$filter=Observations/any(o:o/result gt 9)",
            "Datastreams?$as_of=%s&$filter=Observations/result gt properties/limit",
            "FeaturesOfInterest?$as_of=%s&$expand=Observations($top=2)",
            "Things?$as_of=%s&$expand=Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc))",
            "Things?$as_of=%s&$filter=Datastreams/any(d:d/Observations/any(o:o/result gt d/properties/limit))");

    private static TwoStations data;
    private static StaServer spread;
    private static String then;

    @BeforeAll
    static void start() throws Exception {
        data = new TwoStations();
        then = changed(data);
        spread = new StaServer(data.server, Map.of("darya.sta.spread", true));
    }

    /** Corrects, moves and deletes; gives a moment before all that. */
    static String changed(TwoStations data) throws InterruptedException {
        StaServer server = data.server;
        long other = server.json("Datastreams?$filter=name eq 'Petropavl level'")
                .path("value")
                .path(0)
                .path("@iot.id")
                .longValue();
        patch(server, "Datastreams(" + data.level + ")", "{\"properties\":{\"limit\":9.7}}");
        patch(server, "Datastreams(" + other + ")", "{\"properties\":{\"limit\":50}}");
        long thing = server.json("Datastreams(" + data.level + ")/Thing")
                .path("@iot.id")
                .longValue();
        patch(server, "Things(" + thing + ")", "{\"properties\":{\"limit\":9.6}}");
        server.station("Silent", 60, 40, "{}");
        server.create(
                "Datastreams(" + server.station("Low", 61, 41, "{}") + ")/Observations",
                "{'phenomenonTime':'2024-03-25T00:00:00Z','result':1}");
        var ids = new ArrayList<Long>();
        server.json("Datastreams(" + data.level + ")/Observations?$orderby=phenomenonTime")
                .path("value")
                .forEach(row -> ids.add(row.path("@iot.id").longValue()));
        Thread.sleep(5);
        String then = java.time.Instant.now().toString();
        Thread.sleep(5);
        patch(server, "Observations(" + ids.get(0) + ")", "{\"result\":9.8}");
        patch(server, "Observations(" + ids.get(0) + ")", "{\"result\":9.9}");
        patch(server, "Observations(" + ids.get(1) + ")", "{\"Datastream\":{\"@iot.id\":" + other + "}}");
        patch(server, "Observations(" + ids.get(1) + ")", "{\"result\":60}");
        server.send("DELETE", "Observations(" + ids.get(2) + ")", "", "application/json");
        server.create(
                "Datastreams(" + other + ")/Observations", "{'phenomenonTime':'2024-04-01T00:00:00Z','result':70}");
        return then;
    }

    private static void patch(StaServer server, String path, String body) {
        assertThat(server.send("PATCH", path, body, "application/json").statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void end() {
        spread.close();
        data.close();
    }

    static List<String> readings() {
        return READINGS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void theSameIsAnswered(String reading) {
        String path = reading.formatted(then);
        String usual = body(data.server, path);
        assertThat(usual).as(path).contains("\"value\":[{");
        assertThat(body(spread, path)).isEqualTo(usual);
    }

    private static String body(StaServer server, String path) {
        return server.get(path).body().replace(server.root(), "");
    }

    @Test
    void conditionsWithinConditionsThatSpeakOfAllAroundAreBounded() {
        var filter = new StringBuilder();
        var end = new StringBuilder();
        String from = "Datastreams";
        for (int i = 0; i < 14; i++) {
            filter.append(from)
                    .append("/any(v")
                    .append(i)
                    .append(":v0/id gt 0 and v")
                    .append(i)
                    .append("/name ne v")
                    .append(i / 2)
                    .append("/description and ");
            end.append(')');
            from = "v" + i + (i % 2 == 0 ? "/Sensor/Datastreams" : "/Thing/Datastreams");
        }
        filter.append("v13/name ne v0/description").append(end);
        assertThat(data.server.get("Things?$filter=" + filter).statusCode()).isEqualTo(200);
        assertThat(spread.get("Things?$filter=" + filter).body()).contains("\"code\":400", "too complex");
    }

    /** An estimate is the planner's, of one form of the question or the other: each gives one, and says so. */
    @Test
    void countsAreEstimatedOfWhatIsFoundFirstToo() {
        for (StaServer server : List.of(data.server, spread)) {
            assertThat(server.json("Datastreams?$filter=Observations/any(o:o/result gt 9)&$count=estimate")
                            .path("@iot.count")
                            .isNumber())
                    .isTrue();
        }
    }

    /** Of rows in a stream at each moment: before, while one is being moved through it, and now. */
    @Test
    void anObservationThatCameFromAnotherStreamWasNotInThisOneBefore() {
        for (StaServer server : List.of(data.server, spread)) {
            Map<String, String> held = new TreeMap<>();
            for (String moment : List.of("", "&$as_of=" + then)) {
                server.json("Datastreams?$expand=Observations($select=result;$top=30)" + moment)
                        .path("value")
                        .forEach(stream -> held.put(
                                stream.path("name").asString() + (moment.isEmpty() ? "" : " then"),
                                stream.path("Observations")
                                        .findValuesAsString("result")
                                        .toString()));
            }
            assertThat(held.get("Petropavl level then")).isEqualTo("[]");
            assertThat(held.get("Petropavl level")).isEqualTo("[60, 70]");
            assertThat(held.get("Karatas level then")).startsWith("[0.5, 1, 1.5, 2,");
            assertThat(held.get("Karatas level")).startsWith("[9.9, 2, 2.5,");
        }
    }

    @Test
    void extentsOfBothStreamsFollowAMove() {
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(data.server
                            .json(
                                    "Datastreams?$filter=name eq 'Karatas level'&$expand=Observations($count=true;$top=0)")
                            .path("value")
                            .path(0)
                            .path("Observations@iot.count")
                            .intValue())
                    .isEqualTo(18);
            assertThat(data.server
                            .json("Datastreams?$filter=name eq 'Petropavl level'")
                            .path("value")
                            .path(0)
                            .path("phenomenonTime")
                            .asString())
                    .isEqualTo("2024-03-02T06:00:00Z/2024-04-01T00:00:00Z");
        });
    }
}

package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.StaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What users of other servers ask for: aggregation, duplicates, former values, deletion by filter, counts, places in time. */
class BeyondTheStandardTest {
    private static StaServer server;

    @BeforeAll
    static void start() {
        server = new StaServer(Map.of());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String bulk(long stream, String... rows) {
        return server.send(
                        "POST",
                        "CreateObservations",
                        """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray":[%s]}]""".formatted(stream, String.join(",", rows)),
                        "application/json",
                        "Prefer",
                        "return=report")
                .body();
    }

    private static List<String> statuses(String report) {
        var statuses = new ArrayList<String>();
        new tools.jackson.databind.json.JsonMapper()
                .readTree(report)
                .forEach(row -> statuses.add(row.path("status").asString()));
        return statuses;
    }

    private static String results(long stream) {
        JsonNode page = server.json("Datastreams(" + stream + ")/Observations?$select=result");
        var results = new ArrayList<String>();
        page.path("value").forEach(row -> results.add(row.path("result").toString()));
        return String.join(" ", results);
    }

    @Test
    void meansOfDaysInATimeZone() {
        long stream = server.station("Buckets", 1, 1, "{}");
        // 20:00 UTC is 01:00 of the next day in Almaty, which has kept UTC+5 since March 2024
        bulk(
                stream,
                "[\"2024-06-01T06:00:00Z\",1]",
                "[\"2024-06-01T12:00:00Z\",3]",
                "[\"2024-06-01T20:00:00Z\",10]",
                "[\"2024-06-02T06:00:00Z\",\"dry\"]");
        JsonNode utc = server.json("Datastreams(" + stream + ")/Observations?$bucket=P1D");
        assertThat(utc.at("/value/0/sum").doubleValue()).isEqualTo(14);
        assertThat(utc.path("value").size()).isEqualTo(1);
        JsonNode almaty = server.json("Datastreams(" + stream + ")/Observations?$bucket=P1D&$zone=Asia/Almaty");
        assertThat(almaty.at("/value/0").toString())
                .startsWith(
                        "{\"phenomenonTime\":\"2024-05-31T19:00:00Z/2024-06-01T19:00:00Z\",\"mean\":2,\"min\":1,\"max\":3,\"sum\":4,\"count\":2");
        assertThat(server.get("Datastreams(" + stream
                                + ")/Observations?$bucket=P1M&$aggregate=mean,count&$resultFormat=CSV")
                        .body())
                .startsWith(
                        "from,to,mean,count,Datastream/id\r\n2024-06-01T00:00:00Z,2024-07-01T00:00:00Z,4.66666666666666");
        assertThat(server.json("Datastreams(" + stream + ")/Observations?$bucket=PT6H&$resultFormat=dataArray")
                        .at("/value/0/dataArray@iot.count")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void loadingTwiceIsHarmlessAsTheStreamWantsIt() {
        long ignore = server.station("Ignore", 1, 1, "{'duplicates':'ignore'}");
        long reject = server.station("Reject", 1, 1, "{'duplicates':'reject'}");
        long replace = server.station("Replace", 1, 1, "{'duplicates':'replace'}");
        long allow = server.station("Allow", 1, 1, "{}");
        String[] rows = {"[\"2024-01-01T00:00:00Z\",1]", "[\"2024-01-02T00:00:00Z\",2]", "[\"2024-01-01T00:00:00Z\",5]"
        };
        assertThat(statuses(bulk(ignore, rows))).containsExactly("created", "created", "ignored");
        assertThat(statuses(bulk(ignore, rows))).containsExactly("ignored", "ignored", "ignored");
        assertThat(statuses(bulk(reject, rows))).containsExactly("created", "created", "rejected");
        assertThat(statuses(bulk(replace, rows))).containsExactly("replaced", "created", "created");
        assertThat(statuses(bulk(replace, rows))).containsExactly("replaced", "replaced", "replaced");
        assertThat(statuses(bulk(allow, rows))).containsExactly("created", "created", "created");
        assertThat(results(ignore)).isEqualTo("1 2");
        assertThat(results(reject)).isEqualTo("1 2");
        assertThat(results(replace)).isEqualTo("5 2");
        assertThat(results(allow)).isEqualTo("1 5 2");
        assertThat(server.send(
                                "POST",
                                "Datastreams(" + reject + ")/Observations",
                                "{\"phenomenonTime\":\"2024-01-01T00:00:00Z\",\"result\":1}",
                                "application/json")
                        .statusCode())
                .isEqualTo(409);
        for (long stream : new long[] {ignore, reject, replace}) {
            assertThat(server.json("Datastreams(" + stream + ")/Observations?$count=true")
                            .path("@iot.count")
                            .intValue())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatHeldAtAPastMomentCanBeRead() throws Exception {
        long stream = server.station("Past", 1, 1, "{}");
        long thing =
                server.json("Datastreams(" + stream + ")/Thing").path("@iot.id").longValue();
        long kept = server.create(
                "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-01T00:00:00Z','result':1}");
        long deleted = server.create(
                "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-02T00:00:00Z','result':2}");
        Thread.sleep(5);
        String before = Instant.now().toString();
        Thread.sleep(5);
        server.send("PATCH", "Observations(" + kept + ")", "{\"result\":7}", "application/json");
        server.send("DELETE", "Observations(" + deleted + ")", "", "application/json");
        server.send("PATCH", "Things(" + thing + ")", "{\"name\":\"Renamed\"}", "application/json");
        server.create(
                "Datastreams(" + stream + ")/Observations", "{'phenomenonTime':'2024-01-03T00:00:00Z','result':3}");
        assertThat(results(stream)).isEqualTo("7 3");
        JsonNode then = server.json("Datastreams(" + stream + ")/Observations?$select=result&$as_of=" + before);
        assertThat(then.path("value").toString()).isEqualTo("[{\"result\":1},{\"result\":2}]");
        assertThat(server.json("Things(" + thing + ")?$as_of=" + before)
                        .path("name")
                        .asString())
                .isEqualTo("Past");
        assertThat(server.json("Observations(" + kept + ")/result?$as_of=" + before)
                        .path("result")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.get("Things(" + thing + ")?$as_of=2000-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoWroteIsKept() throws SQLException {
        long stream = server.station("Author", 1, 1, "{}");
        long id = server.create("Datastreams(" + stream + ")/Observations", "{'result':1}");
        try (var connection = server.database.dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select a.kind from observation.written_now w join observation.author a on a.id = w.author"
                                + " where " + id + " between w.first_id and w.last_id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("open");
        }
    }

    @Test
    void deletesByFilterAndCountsStayTrue() {
        long stream = server.station("Delete", 1, 1, "{}");
        var rows = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            rows.add("[\"2024-01-01T00:%02d:%02dZ\",%d]".formatted(i / 60, i % 60, i));
        }
        bulk(stream, rows.toArray(String[]::new));
        assertThat(server.send(
                                "DELETE",
                                "Datastreams(" + stream + ")/Observations?$filter=result ge 100",
                                "",
                                "application/json")
                        .body())
                .isEqualTo("{\"deleted\":400}");
        JsonNode stays = server.json("Datastreams(" + stream + ")?$expand=Observations($count=true;$top=0)");
        assertThat(stays.path("Observations@iot.count").intValue()).isEqualTo(100);
        assertThat(stays.path("phenomenonTime").asString()).isEqualTo("2024-01-01T00:00:00Z/2024-01-01T00:01:39Z");
        JsonNode estimate = server.json("Observations?$count=estimate&$filter=result gt 5&$top=0");
        assertThat(estimate.path("@iot.countEstimated").booleanValue()).isTrue();
    }

    @Test
    void skippingFarGivesWhatPagingGives() {
        long stream = server.station("Skip", 1, 1, "{}");
        for (int part = 0; part < 3; part++) {
            var rows = new ArrayList<String>();
            for (int i = 0; i < 3000; i++) {
                long second = part * 3000L + i;
                rows.add("[\"%s\",%d]"
                        .formatted(Instant.parse("1950-01-01T00:00:00Z").plusSeconds(second * 60), second));
            }
            bulk(stream, rows.toArray(String[]::new));
        }
        // the earliest of all, so that their places in the default order are known
        assertThat(server.json("Observations?$skip=7003&$top=2&$select=result")
                        .path("value")
                        .toString())
                .isEqualTo("[{\"result\":7003},{\"result\":7004}]");
    }

    @Test
    void partiesAndLicencesSayWhoseDataItIs() {
        long party = server.create(
                "Parties", "{'description':'Kazhydromet','displayName':'Kazhydromet','role':'institutional'}");
        long licence = server.create(
                "Licenses",
                "{'name':'CC BY 4.0','definition':'https://creativecommons.org/licenses/by/4.0/','description':'Attribution'}");
        long stream = server.station("Licensed", 1, 1, "{'verticalDatum':'BHS77'}");
        assertThat(server.send(
                                "PATCH",
                                "Datastreams(" + stream + ")",
                                "{\"Party\":{\"@iot.id\":%d},\"License\":{\"@iot.id\":%d}}".formatted(party, licence),
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
        JsonNode whole = server.json("Datastreams(" + stream + ")?$expand=Party,License");
        assertThat(whole.at("/License/name").asString()).isEqualTo("CC BY 4.0");
        assertThat(server.json(
                                "Datastreams?$filter=Party/displayName eq 'Kazhydromet' and properties/verticalDatum eq 'BHS77'&$count=true")
                        .path("@iot.count")
                        .intValue())
                .isEqualTo(1);
        assertThat(server.json("Parties(" + party + ")/Datastreams")
                        .at("/value/0/name")
                        .asString())
                .isEqualTo("Licensed level");
    }
}

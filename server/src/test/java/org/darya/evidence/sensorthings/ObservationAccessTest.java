package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.darya.StaServer;
import org.darya.access.Accounts;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.access.Tokens;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who sees and who writes what: a national stream is nowhere for others, over HTTP and MQTT alike. */
class ObservationAccessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static StaServer server;
    private static int port;
    private static String kazakh;
    private static String uzbek;
    private static String secretariat;
    private static String reader;
    private static long open;
    private static long shared;
    private static long national;

    @BeforeAll
    static void start() throws Exception {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new StaServer(Map.of("darya.sta.open", false, "darya.mqtt.port", port));
        kazakh = token("kaz", Role.HYDROMET_OPERATOR, "KAZ");
        uzbek = token("uzb", Role.HYDROMET_OPERATOR, "UZB");
        secretariat = token("sec", Role.SECRETARIAT, null);
        reader = token("reader", Role.READER, null);
        open = station(kazakh, "Open", "{}");
        shared = station(kazakh, "Shared", "{\"visibility\":\"shared\",\"country\":\"KAZ\"}");
        national = station(kazakh, "Secret", "{\"visibility\":\"national\",\"country\":\"KAZ\"}");
        for (long stream : List.of(open, shared, national)) {
            assertThat(send(
                                    "POST",
                                    "Datastreams(" + stream + ")/Observations",
                                    "{\"result\":%d,\"phenomenonTime\":\"2024-01-01T00:00:00Z\"}".formatted(stream),
                                    kazakh)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String token(String name, Role role, @Nullable String country) {
        return Callers.as(Caller.SYSTEM, () -> {
            var given = server.bean(Accounts.class)
                    .add(new Accounts.Wanted(
                            name, name, role, country, null, role == Role.HYDROMET_OPERATOR ? "service" : null));
            JdbcClient.create(server.database.dataSource())
                    .sql("update access.account set must_change = false where id = :id")
                    .param("id", given.account().id())
                    .update();
            return server.bean(Tokens.class)
                    .create(given.account().id(), "test", Set.of("read", "observations"), Duration.ofDays(1));
        });
    }

    private static HttpResponse<String> send(String method, String path, String body, String token) {
        return token.isEmpty()
                ? server.send(method, path, body, "application/json")
                : server.send(method, path, body, "application/json", "Authorization", "Bearer " + token);
    }

    private static long station(String token, String name, String properties) {
        HttpResponse<String> answer = send("POST", "Things", """
                {"name":"%1$s","description":"d","properties":%2$s,"Locations":[{"name":"%1$s place","description":"d","encodingType":"application/geo+json",
                 "location":{"type":"Point","coordinates":[71,51]}}],"Datastreams":[{"name":"%1$s level","description":"d","observationType":"o",
                 "unitOfMeasurement":{"name":"m"},"Sensor":{"name":"s","description":"d","encodingType":"text/html","metadata":"m"},
                 "ObservedProperty":{"name":"o","definition":"x","description":"d"}}]}""".formatted(name, properties), token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String self = answer.headers().firstValue("Location").orElseThrow();
        String thing = self.substring(self.lastIndexOf('('));
        return JSON.readTree(send("GET", "Things" + thing + "/Datastreams", "", token)
                        .body())
                .at("/value/0/@iot.id")
                .longValue();
    }

    private static List<String> names(String query, String token) {
        JsonNode page = JSON.readTree(send("GET", query, "", token).body());
        return page.path("value")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static long count(String query, String token) {
        return JSON.readTree(send("GET", query, "", token).body())
                .path("@iot.count")
                .longValue();
    }

    /** Two walls: where the database has no rules for rows, as on a cluster, the statements hide the same by themselves. */
    @Test
    void theStatementsHideItWithoutTheDatabase() throws SQLException {
        try (Connection owner = server.database.dataSource().getConnection();
                var statement = owner.createStatement()) {
            List<String> tables = List.of("observation", "extent", "datastream_feature");
            for (String table : tables) {
                statement.execute("alter table observation." + table + " disable row level security");
            }
            try {
                whatIsNationalIsNowhereForOthers();
            } finally {
                for (String table : tables) {
                    statement.execute("alter table observation." + table + " enable row level security");
                }
            }
        }
    }

    @Test
    void whatIsNationalIsNowhereForOthers() {
        for (String token : List.of("", uzbek, secretariat, reader)) {
            assertThat(names("Things", token)).doesNotContain("Secret");
            assertThat(names("Datastreams", token)).doesNotContain("Secret level");
            assertThat(names("Locations", token)).doesNotContain("Secret place");
            assertThat(names("FeaturesOfInterest", token)).doesNotContain("Secret place");
            assertThat(send("GET", "Datastreams(" + national + ")", "", token).statusCode())
                    .isEqualTo(404);
            assertThat(send("GET", "Datastreams(" + national + ")/Observations", "", token)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send("GET", "Datastreams(" + national + ")/Thing", "", token)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send("GET", "Observations?$filter=Datastream/id eq " + national, "", token)
                            .body())
                    .isEqualTo("{\"value\":[]}");
            assertThat(send("GET", "Observations?$filter=result eq " + national, "", token)
                            .body())
                    .isEqualTo("{\"value\":[]}");
            assertThat(send("GET", "Observations?$bucket=P1Y", "", token).body())
                    .doesNotContain("Datastreams(" + national + ")");
            assertThat(send("GET", "Sensors?$expand=Datastreams($expand=Observations)", "", token)
                            .body())
                    .doesNotContain("Secret");
            assertThat(count("Sensors?$count=true&$filter=Datastreams/name eq 'Secret level'", token))
                    .isZero();
            assertThat(count(
                            "ObservedProperties?$count=true&$filter=Datastreams/any(d:d/Observations/any(o:o/result eq "
                                    + national + "))",
                            token))
                    .isZero();
            assertThat(count("HistoricalLocations?$count=true&$filter=Thing/name eq 'Secret'", token))
                    .isZero();
            assertThat(send("GET", "Observations?$as_of=2100-01-01T00:00:00Z&$filter=result eq " + national, "", token)
                            .body())
                    .isEqualTo("{\"value\":[]}");
        }
        assertThat(names("Datastreams", kazakh)).contains("Open level", "Shared level", "Secret level");
        assertThat(count("Observations?$count=true", kazakh)).isEqualTo(3);
        assertThat(count("Observations?$count=true", uzbek)).isEqualTo(2);
        assertThat(count("Observations?$count=true", secretariat)).isEqualTo(2);
        assertThat(count("Observations?$count=true", "")).isEqualTo(1);
        assertThat(names("Datastreams", "")).containsExactly("Open level");
    }

    /** The past keeps what was deleted, and its secrets with it. */
    @Test
    void whatWasNationalStaysSoAfterItIsDeleted() {
        long gone = station(kazakh, "Gone", "{\"visibility\":\"national\",\"country\":\"KAZ\"}");
        assertThat(send(
                                "POST",
                                "Datastreams(" + gone + ")/Observations",
                                "{\"result\":919191,\"phenomenonTime\":\"2024-01-01T00:00:00Z\"}",
                                kazakh)
                        .statusCode())
                .isEqualTo(201);
        String then = java.time.Instant.now().plusMillis(1).toString();
        String past = "Observations?$filter=result eq 919191&$as_of=" + then;
        assertThat(send("DELETE", "Datastreams(" + gone + ")", "", kazakh).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", past, "", kazakh).body()).contains("919191");
        for (String token : List.of("", uzbek, secretariat, reader)) {
            assertThat(send("GET", past, "", token).body()).isEqualTo("{\"value\":[]}");
            assertThat(send("GET", "Datastreams?$as_of=" + then, "", token).body())
                    .doesNotContain("Gone");
        }
    }

    @Test
    void whoMayWrite() {
        String row = "{\"result\":1,\"phenomenonTime\":\"2024-02-01T00:00:00Z\",\"Datastream\":{\"@iot.id\":%d}}";
        assertThat(send("POST", "Observations", row.formatted(open), "").statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "Observations", row.formatted(open), reader).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "Observations", row.formatted(open), "darya_nonsense")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "Observations", row.formatted(shared), uzbek).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "Observations", row.formatted(national), uzbek).statusCode())
                .isBetween(400, 404);
        assertThat(send("PATCH", "Datastreams(" + shared + ")", "{\"name\":\"taken\"}", uzbek)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "Datastreams(" + national + ")", "", uzbek).statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", "Observations?$filter=id gt 0", "", reader).statusCode())
                .isEqualTo(403);
        HttpResponse<String> bulk = send(
                "POST",
                "CreateObservations",
                "[{\"Datastream\":{\"@iot.id\":%d},\"components\":[\"result\"],\"dataArray\":[[1]]}]"
                        .formatted(national),
                uzbek);
        assertThat(bulk.statusCode()).isEqualTo(400);
        HttpResponse<String> batch = send(
                "POST",
                "$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"post\",\"url\":\"Observations\",\"body\":%s}]}"
                        .formatted(row.formatted(shared)),
                uzbek);
        assertThat(batch.body()).contains("\"status\":403");
        long foreign = station(uzbek, "Foreign", "{\"country\":\"UZB\"}");
        assertThat(send("PATCH", "Datastreams(" + foreign + ")", "{\"name\":\"kept\"}", secretariat)
                        .statusCode())
                .isEqualTo(200);
        send("DELETE", "Datastreams(" + foreign + ")", "", uzbek);
    }

    @Test
    void theBrokerKnowsTheSameAccounts() throws Exception {
        var seen = new LinkedBlockingQueue<String>();
        var own = new LinkedBlockingQueue<String>();
        MqttClient stranger = client("stranger", uzbek);
        MqttClient owner = client("owner", kazakh);
        MqttClient anybody = new MqttClient("tcp://127.0.0.1:" + port, "anybody", new MemoryPersistence());
        anybody.connect();
        stranger.subscribe(
                "v1.1/Observations",
                1,
                (_, message) -> seen.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        anybody.subscribe(
                "v1.1/Observations",
                1,
                (_, message) -> seen.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        owner.subscribe(
                "v1.1/Observations",
                1,
                (_, message) -> own.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        owner.publish(
                "v1.1/Datastreams(" + national + ")/Observations",
                "{\"result\":77}".getBytes(StandardCharsets.UTF_8),
                1,
                false);
        assertThat(own.poll(10, TimeUnit.SECONDS)).contains("\"result\":77,");
        Thread.sleep(300);
        assertThat(seen).isEmpty();
        owner.disconnect();
        stranger.disconnect();
        anybody.disconnect();
        assertThatThrownBy(() -> client("nobody", "darya_wrong")).isInstanceOf(MqttException.class);
        send("DELETE", "Datastreams(" + national + ")/Observations?$filter=result eq 77", "", kazakh);
    }

    private static MqttClient client(String name, String token) throws MqttException {
        var client = new MqttClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setUserName(name);
        options.setPassword(token.toCharArray());
        client.connect(options);
        return client;
    }
}

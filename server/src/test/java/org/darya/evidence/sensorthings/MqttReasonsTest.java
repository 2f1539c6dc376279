package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.darya.evidence.sensorthings.MqttWire.NOTHING;
import static org.darya.evidence.sensorthings.MqttWire.joined;
import static org.darya.evidence.sensorthings.MqttWire.number;
import static org.darya.evidence.sensorthings.MqttWire.text;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.darya.StaServer;
import org.darya.access.Accounts;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.access.Tokens;
import org.darya.evidence.sensorthings.MqttWire.Packet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the broker says no: reason codes of MQTT 5.0 (OASIS, 7 March 2019, section 2.4 and the table of each packet) and
 * return codes of MQTT 3.1.1 (OASIS, 29 October 2014). Section numbers stand at each test; where both versions are
 * meant, that of 5.0 comes first.
 */
class MqttReasonsTest {
    private static final String GOOD = "{\"result\":1.5,\"phenomenonTime\":\"2024-05-01T00:00:00Z\"}";
    private static StaServer server;
    private static int port;
    private static String kazakh;
    private static String uzbek;
    private static String reader;
    private static String national;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new StaServer(Map.of("darya.sta.open", false, "darya.mqtt.port", port));
        kazakh = token("kaz", Role.HYDROMET_OPERATOR, "KAZ");
        uzbek = token("uzb", Role.HYDROMET_OPERATOR, "UZB");
        reader = token("reader", Role.READER, null);
        var answer = server.send("POST", "Things", """
                {"name":"Secret","description":"d","properties":{"visibility":"national","country":"KAZ"},"Datastreams":[{
                 "name":"Secret level","description":"d","observationType":"o","unitOfMeasurement":{"name":"m"},
                 "properties":{"visibility":"national","country":"KAZ"},
                 "Sensor":{"name":"s","description":"d","encodingType":"text/html","metadata":"m"},
                 "ObservedProperty":{"name":"o","definition":"x","description":"d"}}],
                 "Locations":[{"name":"place","description":"d","encodingType":"application/geo+json",
                  "location":{"type":"Point","coordinates":[71,51]}}]}""", "application/json", "Authorization", "Bearer " + kazakh);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        long stream = JdbcClient.create(server.database.dataSource())
                .sql("select id from observation.datastream where name = 'Secret level'")
                .query(Long.class)
                .single();
        national = "v1.1/Datastreams(" + stream + ")/Observations";
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

    private static MqttWire wire(int level) throws IOException {
        return new MqttWire(port, level);
    }

    private static MqttWire in(int level, String id, String token) throws IOException {
        var wire = wire(level);
        assertThat(wire.in(id, token).at(1)).isZero();
        return wire;
    }

    private static void refused(MqttWire wire, int code) throws IOException {
        Packet answer = wire.next();
        assertThat(answer.type()).isEqualTo(MqttWire.CONNACK);
        assertThat(answer.at(1)).as("code of CONNACK").isEqualTo(code);
        assertThat(wire.nextOrEnd()).as("the connection is closed").isNull();
    }

    /** Section 3.14.2.1: in MQTT 5 the server says why; before, it only closes. */
    private static void sentAway(MqttWire wire, int reason) throws IOException {
        if (wire.five()) {
            Packet answer = wire.next();
            assertThat(answer.type()).isEqualTo(MqttWire.DISCONNECT);
            assertThat(answer.at(0)).as("reason of DISCONNECT").isEqualTo(reason);
        }
        assertThat(wire.nextOrEnd()).as("the connection is closed").isNull();
    }

    // ---------------------------------------------------------------- CONNECT

    /** 3.2.2.2, table 3-1: 0x86 Bad User Name or Password; 3.1.1, 3.2.2.3, table 3.1: 0x04. */
    @ParameterizedTest
    @CsvSource({"5, 0x86", "4, 0x04"})
    void badCredentials(int level, int code) throws IOException {
        for (String password : new String[] {"wrong", Tokens.PREFIX + "wrong"}) {
            try (var wire = wire(level)) {
                wire.connect("bad", 0xC2, NOTHING, text("nobody"), text(password));
                refused(wire, code);
            }
        }
    }

    /** 3.1.1, MQTT-3.1.2-2: 0x01 for a level that is not served. 5.0 leaves open what is said. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 77})
    void unknownProtocolLevel(int level) throws IOException {
        try (var wire = wire(level)) {
            wire.connect("level", 2, NOTHING);
            refused(wire, 1);
        }
    }

    /** 3.1.1, MQTT-3.1.3-8: a client without a name has to begin afresh, else 0x02. In 5.0 it gets a name (3.1.3.1). */
    @Test
    void clientWithoutName() throws IOException {
        try (var older = wire(4)) {
            older.connect("", 0, NOTHING);
            refused(older, 2);
        }
        try (var newer = wire(5)) {
            newer.connect("", 0, NOTHING);
            Packet answer = newer.next();
            assertThat(answer.at(1)).isZero();
            assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("darya-");
        }
    }

    /**
     * 3.2.2.2, table 3-1: 0x90 Topic Name invalid for a will that this server does not accept. 3.1.1 has no code for it,
     * and so the connection is closed without CONNACK (MQTT-3.2.2-6).
     */
    @ParameterizedTest
    @ValueSource(strings = {"other", "v1.1/Things", "v1.1/Nothings", "v1.1/Datastreams(1)/#", "v1.1/Observations(1)"})
    void wrongTopicOfWill(String topic) throws IOException {
        try (var newer = wire(5)) {
            newer.connect("will", 0x0E, NOTHING, new byte[] {0}, text(topic), text(GOOD));
            refused(newer, 0x90);
        }
        try (var older = wire(4)) {
            older.connect("will", 0x0E, NOTHING, text(topic), text(GOOD));
            assertThat(older.nextOrEnd()).isNull();
        }
    }

    /** 3.2.2.3.5: 0x9A for a will that is to be retained where the server retains nothing. */
    @Test
    void retainedWill() throws IOException {
        try (var wire = wire(5)) {
            wire.connect("will", 0x2E, NOTHING, new byte[] {0}, text(national), text(GOOD));
            refused(wire, 0x9A);
        }
    }

    /** 4.12: 0x8C for a way to authenticate that the server does not know. */
    @Test
    void unknownAuthentication() throws IOException {
        try (var wire = wire(5)) {
            wire.connect("method", 2, joined(new byte[] {0x15}, text("SCRAM-SHA-1")));
            refused(wire, 0x8C);
        }
    }

    /** 3.1.2.11.3 and 3.1.2.11.4: neither Receive Maximum nor Maximum Packet Size is 0, else a protocol error. */
    @Test
    void zeroIsNoMaximum() throws IOException {
        for (byte[] zero : new byte[][] {{0x21, 0, 0}, {0x27, 0, 0, 0, 0}}) {
            try (var wire = wire(5)) {
                wire.connect("zero", 2, zero);
                refused(wire, 0x82);
            }
        }
    }

    /** 3.2.2.3: what the server cannot do and how large a packet may be is said when a client comes. */
    @Test
    void saysWhatItCannotDo() throws IOException {
        try (var wire = wire(5)) {
            Packet answer = wire.in("properties", "");
            assertThat(answer.body()).containsSequence((byte) 0x25, (byte) 0); // Retain Available
            assertThat(answer.body()).containsSequence((byte) 0x28, (byte) 0); // Wildcard Subscription Available
            assertThat(answer.body()).containsSequence((byte) 0x29, (byte) 0); // Subscription Identifiers Available
            assertThat(answer.body()).containsSequence((byte) 0x2A, (byte) 0); // Shared Subscription Available
            assertThat(answer.body()).containsSequence(0x27, 0, 0x20, 0, 0); // Maximum Packet Size: 2 MiB
        }
    }

    /** 3.1.4: a client need not wait for CONNACK before it goes on. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void clientThatDoesNotWait(int level) throws IOException {
        try (var wire = wire(level)) {
            wire.connect("hasty", 0xC2, NOTHING, text("any"), text(reader));
            wire.subscribe(1, "v1.1/Observations");
            assertThat(wire.next().type()).isEqualTo(MqttWire.CONNACK);
            assertThat(wire.next().type()).isEqualTo(MqttWire.SUBACK);
        }
    }

    /** MQTT-3.1.0-2 of both versions: a second CONNECT is a protocol error, 0x82. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void secondConnect(int level) throws IOException {
        try (var wire = in(level, "twice", "")) {
            wire.connect("twice", 2, NOTHING);
            sentAway(wire, 0x82);
        }
    }

    /** 3.1.4, MQTT-3.1.4-3: 0x8E for the one that was there; 3.1.1, MQTT-3.1.4-2: it is closed. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void sessionTakenOver(int level) throws IOException {
        byte[] hour = {0x11, 0, 0, 0x0E, 0x10};
        try (var first = wire(level);
                var second = wire(level);
                var third = wire(level)) {
            assertThat(first.in("taken" + level, reader, false, hour).at(0)).isZero();
            // MQTT-3.2.2-3, 3.1.1 MQTT-3.2.2-2: the session is present, although nobody left it
            assertThat(second.in("taken" + level, reader, false, hour).at(0)).isEqualTo(1);
            sentAway(first, 0x8E);
            assertThat(third.in("taken" + level, reader, true, hour).at(0)).isZero();
            sentAway(second, 0x8E);
        }
    }

    /** 3.1.2.11.2 and 3.1.1, 3.1.2.4: a session that was to end with its connection is not gone on with. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void sessionThatEndsWithItsConnection(int level) throws IOException {
        try (var first = wire(level);
                var second = wire(level)) {
            first.in("brief" + level, reader, true, NOTHING);
            assertThat(second.in("brief" + level, reader, false, NOTHING).at(0)).isZero();
            sentAway(first, 0x8E);
        }
    }

    /** 3.14.2.2.2: a session of no length cannot be made longer when leaving. */
    @Test
    void sessionMadeLongerWhenLeaving() throws IOException {
        try (var wire = in(5, "longer", "")) {
            wire.send(0xE0, new byte[] {0, 5, 0x11, 0, 0, 0, 60});
            sentAway(wire, 0x82);
        }
    }

    // ---------------------------------------------------------------- packets

    /** 3.2.2.3.6: 0x95 for a packet larger than the server takes. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void packetTooLarge(int level) throws IOException {
        try (var wire = in(level, "large", kazakh)) {
            try {
                wire.publish(1, 1, national, "x".repeat(3 << 20));
            } catch (IOException e) {
                // the server had stopped reading: what it said comes next
            }
            sentAway(wire, 0x95);
        }
    }

    /** 4.13.1: 0x81 for what cannot be read: flags of SUBSCRIBE are 2 (3.8.1), a topic has no wildcard (3.3.2.1). */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void malformedPackets(int level) throws IOException {
        try (var wire = in(level, "flags", "")) {
            wire.send(0x80, number(1), wire.properties(NOTHING), text("v1.1/Things"), new byte[] {1});
            sentAway(wire, 0x81);
        }
        try (var wire = in(level, "wildcard", kazakh)) {
            wire.publish(1, 1, "v1.1/#", GOOD);
            sentAway(wire, 0x81);
        }
    }

    /** 3.3.1.3 with 3.2.2.3.5: 0x9A; 3.3.2.3.4: 0x94, for the server takes no alias; 3.2.2.3.12: 0xA1. */
    @Test
    void whatWasSaidNotToBeThere() throws IOException {
        try (var wire = in(5, "retained", kazakh)) {
            wire.send(0x33, text(national), number(1), new byte[] {0}, text(GOOD));
            sentAway(wire, 0x9A);
        }
        try (var wire = in(5, "alias", kazakh)) {
            wire.send(0x32, text(national), number(1), new byte[] {3, 0x23, 0, 1}, text(GOOD));
            sentAway(wire, 0x94);
        }
        try (var wire = in(5, "identifier", reader)) {
            wire.send(0x82, number(1), new byte[] {2, 0x0B, 7}, text("v1.1/Observations"), new byte[] {1});
            sentAway(wire, 0xA1);
        }
    }

    /** MQTT-3.8.3-2 (3.1.1: MQTT-3.8.3-3) and MQTT-3.10.3-2: no topic at all is a protocol error. */
    @ParameterizedTest
    @CsvSource({"4, 0x82", "5, 0x82", "4, 0xA2", "5, 0xA2"})
    void noTopicAtAll(int level, int first) throws IOException {
        try (var wire = in(level, "none", "")) {
            wire.send(first, number(1), wire.properties(NOTHING));
            sentAway(wire, 0x82);
        }
    }

    // ---------------------------------------------------------------- PUBLISH

    /**
     * 3.4.2.1 and 3.5.2.1, tables 3-4 and 3-5: why a message was not taken. 3.1.1, MQTT-3.3.5-2: it is acknowledged or the
     * connection is closed, and what was acknowledged would be taken for kept.
     */
    private static void notTaken(String token, String topic, String payload, int reason) throws IOException {
        for (int quality = 1; quality <= 2; quality++) {
            try (var newer = in(5, "publisher", token)) {
                newer.publish(quality, 9, topic, payload);
                Packet answer = newer.next();
                assertThat(answer.type()).isEqualTo(quality == 1 ? MqttWire.PUBACK : MqttWire.PUBREC);
                assertThat(answer.body()).startsWith(0, 9, reason);
                // the connection goes on, and the number is free again (MQTT-4.3.3-9)
                newer.publish(quality, 9, topic, payload);
                assertThat(newer.next().body()).startsWith(0, 9, reason);
            }
            try (var older = in(4, "publisher", token)) {
                older.publish(quality, 9, topic, payload);
                assertThat(older.nextOrEnd()).isNull();
            }
        }
    }

    /** 0x87 Not authorized. */
    @Test
    void notAuthorizedToPublish() throws IOException {
        notTaken("", "v1.1/Observations", GOOD, 0x87);
        notTaken(reader, "v1.1/Observations", GOOD, 0x87);
    }

    /** 0x90 Topic Name invalid: well formed, but not accepted. What is hidden is told like what is not there. */
    @Test
    void topicThatIsNoneOfOurs() throws IOException {
        for (String topic : new String[] {
            "other", "v1.1/Things", "v1.1/Nothings", "v1.1/Observations(1)", "v1.1/Datastreams(987654)/Observations"
        }) {
            notTaken(kazakh, topic, GOOD, 0x90);
        }
        notTaken(uzbek, national, GOOD, 0x90);
    }

    /** 0x83 Implementation specific error: the PUBLISH is valid, but the receiver is not willing to accept it. */
    @Test
    void malformedObservation() throws IOException {
        for (String payload : new String[] {
            "", "no JSON", "[]", "{}", "{\"result\":1,\"phenomenonTime\":\"yesterday\"}", "{\"results\":1}"
        }) {
            notTaken(kazakh, national, payload, 0x83);
        }
        notTaken(kazakh, "v1.1/Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":987654}}", 0x83);
    }

    /** 3.7.2.1, table 3-7: PUBCOMP says 0x92 where nothing is waiting to be released. */
    @Test
    void takenAndReleased() throws IOException {
        for (int level = 4; level <= 5; level++) {
            try (var wire = in(level, "good", kazakh)) {
                wire.publish(1, 1, national, GOOD);
                assertThat(wire.next().reason()).isZero();
                wire.publish(2, 2, national, GOOD.replace("05-01", "05-02"));
                Packet received = wire.next();
                assertThat(received.type()).isEqualTo(MqttWire.PUBREC);
                assertThat(received.reason()).isZero();
                for (int reason : new int[] {0, wire.five() ? 0x92 : 0}) {
                    wire.send(0x62, number(2));
                    Packet released = wire.next();
                    assertThat(released.type()).isEqualTo(MqttWire.PUBCOMP);
                    assertThat(released.body()).startsWith(0, 2);
                    assertThat(released.reason()).isEqualTo(reason);
                }
            }
        }
    }

    // ---------------------------------------------------------------- SUBSCRIBE

    /** 3.9.3, table 3-8: 0x8F, 0x9E and 0xA2; 3.1.1, 3.9.3: 0x80 for any failure. */
    @ParameterizedTest
    @CsvSource({
        "v1.1/Nothings, 0x8F",
        "other, 0x8F",
        "v1.1/Observations?$top=5, 0x8F",
        "v1.1/Observations?$filter=nothing, 0x8F",
        "v1.1/#, 0xA2",
        "v1.1/+/Observations, 0xA2",
        "$share/all/v1.1/Observations, 0x9E",
        "hidden, 0x8F"
    })
    void topicThatCannotBeSubscribed(String topic, int reason) throws IOException {
        for (int level = 4; level <= 5; level++) {
            try (var wire = in(level, "subscriber", uzbek)) {
                wire.subscribe(5, topic.equals("hidden") ? national : topic);
                Packet answer = wire.next();
                assertThat(answer.type()).isEqualTo(MqttWire.SUBACK);
                assertThat(answer.body()).startsWith(0, 5);
                assertThat(answer.last()).isEqualTo(level == 5 ? reason : 0x80);
                wire.subscribe(6, "v1.1/Observations");
                assertThat(wire.next().last()).as("one that can").isEqualTo(1);
            }
        }
    }

    /** 3.11.3, table 3-9: 0x11 where there was no such subscription; 3.1.1, 3.11.3: UNSUBACK has no payload. */
    @Test
    void endOfASubscription() throws IOException {
        for (int level = 4; level <= 5; level++) {
            try (var wire = in(level, "ends", reader)) {
                wire.subscribe(1, "v1.1/Things");
                assertThat(wire.next().last()).isEqualTo(1);
                wire.send(0xA2, number(2), wire.properties(NOTHING), text("v1.1/Things"), text("v1.1/Sensors"));
                Packet answer = wire.next();
                assertThat(answer.type()).isEqualTo(MqttWire.UNSUBACK);
                assertThat(answer.body()).isEqualTo(wire.five() ? new byte[] {0, 2, 0, 0, 0x11} : new byte[] {0, 2});
            }
        }
    }

    // ---------------------------------------------------------------- what the client takes

    /** MQTT-3.3.4-9: no more messages are under way than Receive Maximum; MQTT-3.1.2-25: none is larger than it takes. */
    @Test
    void keepsToWhatTheClientTakes() throws IOException {
        try (var wire = wire(5);
                var writer = in(5, "writes", kazakh)) {
            wire.in("narrow", kazakh, true, new byte[] {0x21, 0, 1, 0x27, 0, 0, 0x10, 0});
            wire.subscribe(1, national + "?$select=result");
            assertThat(wire.next().last()).isEqualTo(1);
            String large = "{\"result\":\"%s\",\"phenomenonTime\":\"2024-06-0%d\"}";
            int day = 0;
            for (String result : new String[] {"one", "x".repeat(5000), "two"}) {
                day++;
                writer.publish(1, day, national, large.formatted(result, day).replace("\"}", "T00:00:00Z\"}"));
                assertThat(writer.next().reason()).isZero();
            }
            Packet first = wire.next();
            assertThat(new String(first.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .endsWith("{\"result\":\"one\"}");
            // PINGREQ is answered before the second message, which waits for the first to be confirmed
            wire.send(0xC0);
            assertThat(wire.next().type()).isEqualTo(0xD0);
            int id = 2 + (first.at(0) << 8) + first.at(1);
            wire.send(0x40, number((first.at(id) << 8) + first.at(id + 1)));
            assertThat(new String(wire.next().body(), java.nio.charset.StandardCharsets.UTF_8))
                    .endsWith("{\"result\":\"two\"}");
        }
    }
}

package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.darya.evidence.sensorthings.MqttBroker.GOOD;
import static org.darya.evidence.sensorthings.MqttBroker.refused;
import static org.darya.evidence.sensorthings.MqttBroker.sentAway;
import static org.darya.evidence.sensorthings.MqttWire.NOTHING;
import static org.darya.evidence.sensorthings.MqttWire.joined;
import static org.darya.evidence.sensorthings.MqttWire.text;

import java.io.IOException;
import org.darya.access.Tokens;
import org.darya.evidence.sensorthings.MqttWire.Packet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the broker refuses and ends connections: reason codes of MQTT 5.0 (OASIS, 7 March 2019, section 2.4 and the table of each packet) and return
 * codes of MQTT 3.1.1 (OASIS, 29 October 2014). Section numbers stand at each test; where both versions are meant, that
 * of 5.0 comes first.
 */
class MqttConnectReasonsTest {
    private static MqttBroker broker;

    @BeforeAll
    static void start() throws IOException {
        broker = new MqttBroker();
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    /** 3.2.2.2, table 3-1: 0x86 Bad User Name or Password; 3.1.1, 3.2.2.3, table 3.1: 0x04. */
    @ParameterizedTest
    @CsvSource({"5, 0x86", "4, 0x04"})
    void badCredentials(int level, int code) throws IOException {
        for (String password : new String[] {"wrong", Tokens.PREFIX + "wrong"}) {
            try (var wire = broker.wire(level)) {
                wire.connect("bad", 0xC2, NOTHING, text("nobody"), text(password));
                refused(wire, code);
            }
        }
    }

    /** 3.1.1, MQTT-3.1.2-2: 0x01 for a level that is not served. 5.0 leaves open what is said. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 77})
    void unknownProtocolLevel(int level) throws IOException {
        try (var wire = broker.wire(level)) {
            wire.connect("level", 2, NOTHING);
            refused(wire, 1);
        }
    }

    /** 3.1.1, MQTT-3.1.3-8: a client without a name has to begin afresh, else 0x02. In 5.0 it gets a name (3.1.3.1). */
    @Test
    void clientWithoutName() throws IOException {
        try (var older = broker.wire(4)) {
            older.connect("", 0, NOTHING);
            refused(older, 2);
        }
        try (var newer = broker.wire(5)) {
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
        try (var newer = broker.wire(5)) {
            newer.connect("will", 0x0E, NOTHING, new byte[] {0}, text(topic), text(GOOD));
            refused(newer, 0x90);
        }
        try (var older = broker.wire(4)) {
            older.connect("will", 0x0E, NOTHING, text(topic), text(GOOD));
            assertThat(older.nextOrEnd()).isNull();
        }
    }

    /** 3.2.2.3.5: 0x9A for a will that is to be retained where the server retains nothing. */
    @Test
    void retainedWill() throws IOException {
        try (var wire = broker.wire(5)) {
            wire.connect("will", 0x2E, NOTHING, new byte[] {0}, text(broker.national), text(GOOD));
            refused(wire, 0x9A);
        }
    }

    /** 4.12: 0x8C for a way to authenticate that the server does not know. */
    @Test
    void unknownAuthentication() throws IOException {
        try (var wire = broker.wire(5)) {
            wire.connect("method", 2, joined(new byte[] {0x15}, text("SCRAM-SHA-1")));
            refused(wire, 0x8C);
        }
    }

    /** 3.1.2.11.3 and 3.1.2.11.4: neither Receive Maximum nor Maximum Packet Size is 0, else a protocol error. */
    @Test
    void zeroIsNoMaximum() throws IOException {
        for (byte[] zero : new byte[][] {{0x21, 0, 0}, {0x27, 0, 0, 0, 0}}) {
            try (var wire = broker.wire(5)) {
                wire.connect("zero", 2, zero);
                refused(wire, 0x82);
            }
        }
    }

    /** 3.2.2.3: what the server cannot do and how large a packet may be is said when a client comes. */
    @Test
    void saysWhatItCannotDo() throws IOException {
        try (var wire = broker.wire(5)) {
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
        try (var wire = broker.wire(level)) {
            wire.connect("hasty", 0xC2, NOTHING, text("any"), text(broker.reader));
            wire.subscribe(1, "v1.1/Observations");
            assertThat(wire.next().type()).isEqualTo(MqttWire.CONNACK);
            assertThat(wire.next().type()).isEqualTo(MqttWire.SUBACK);
        }
    }

    /** MQTT-3.1.0-2 of both versions: a second CONNECT is a protocol error, 0x82. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void secondConnect(int level) throws IOException {
        try (var wire = broker.in(level, "twice", "")) {
            wire.connect("twice", 2, NOTHING);
            sentAway(wire, 0x82);
        }
    }

    /** 3.1.4, MQTT-3.1.4-3: 0x8E for the one that was there; 3.1.1, MQTT-3.1.4-2: it is closed. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void sessionTakenOver(int level) throws IOException {
        byte[] hour = {0x11, 0, 0, 0x0E, 0x10};
        try (var first = broker.wire(level);
                var second = broker.wire(level);
                var third = broker.wire(level)) {
            assertThat(first.in("taken" + level, broker.reader, false, hour).at(0))
                    .isZero();
            // MQTT-3.2.2-3, 3.1.1 MQTT-3.2.2-2: the session is present, although nobody left it
            assertThat(second.in("taken" + level, broker.reader, false, hour).at(0))
                    .isEqualTo(1);
            sentAway(first, 0x8E);
            assertThat(third.in("taken" + level, broker.reader, true, hour).at(0))
                    .isZero();
            sentAway(second, 0x8E);
        }
    }

    /** 3.1.2.11.2 and 3.1.1, 3.1.2.4: a session that was to end with its connection is not gone on with. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void sessionThatEndsWithItsConnection(int level) throws IOException {
        try (var first = broker.wire(level);
                var second = broker.wire(level)) {
            first.in("brief" + level, broker.reader, true, NOTHING);
            assertThat(second.in("brief" + level, broker.reader, false, NOTHING).at(0))
                    .isZero();
            sentAway(first, 0x8E);
        }
    }

    /** 3.14.2.2.2: a session of no length cannot be made longer when leaving. */
    @Test
    void sessionMadeLongerWhenLeaving() throws IOException {
        try (var wire = broker.in(5, "longer", "")) {
            wire.send(0xE0, new byte[] {0, 5, 0x11, 0, 0, 0, 60});
            sentAway(wire, 0x82);
        }
    }
}

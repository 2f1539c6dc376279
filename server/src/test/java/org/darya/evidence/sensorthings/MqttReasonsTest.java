package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.darya.evidence.sensorthings.MqttBroker.GOOD;
import static org.darya.evidence.sensorthings.MqttBroker.sentAway;
import static org.darya.evidence.sensorthings.MqttWire.NOTHING;
import static org.darya.evidence.sensorthings.MqttWire.number;
import static org.darya.evidence.sensorthings.MqttWire.text;

import java.io.IOException;
import org.darya.evidence.sensorthings.MqttWire.Packet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the broker refuses packets, messages and subscriptions: reason codes of MQTT 5.0 (OASIS, 7 March 2019, section 2.4 and the table of each packet) and return
 * codes of MQTT 3.1.1 (OASIS, 29 October 2014). Section numbers stand at each test; where both versions are meant, that
 * of 5.0 comes first.
 */
class MqttReasonsTest {
    private static MqttBroker broker;

    @BeforeAll
    static void start() throws IOException {
        broker = new MqttBroker();
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    /** 3.2.2.3.6: 0x95 for a packet larger than the server takes. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void packetTooLarge(int level) throws IOException {
        try (var wire = broker.in(level, "large", broker.kazakh)) {
            try {
                wire.publish(1, 1, broker.national, "x".repeat(3 << 20));
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
        try (var wire = broker.in(level, "flags", "")) {
            wire.send(0x80, number(1), wire.properties(NOTHING), text("v1.1/Things"), new byte[] {1});
            sentAway(wire, 0x81);
        }
        try (var wire = broker.in(level, "wildcard", broker.kazakh)) {
            wire.publish(1, 1, "v1.1/#", GOOD);
            sentAway(wire, 0x81);
        }
    }

    /** 3.3.1.3 with 3.2.2.3.5: 0x9A; 3.3.2.3.4: 0x94, for the server takes no alias; 3.2.2.3.12: 0xA1. */
    @Test
    void whatWasSaidNotToBeThere() throws IOException {
        try (var wire = broker.in(5, "retained", broker.kazakh)) {
            wire.send(0x33, text(broker.national), number(1), new byte[] {0}, text(GOOD));
            sentAway(wire, 0x9A);
        }
        try (var wire = broker.in(5, "alias", broker.kazakh)) {
            wire.send(0x32, text(broker.national), number(1), new byte[] {3, 0x23, 0, 1}, text(GOOD));
            sentAway(wire, 0x94);
        }
        try (var wire = broker.in(5, "identifier", broker.reader)) {
            wire.send(0x82, number(1), new byte[] {2, 0x0B, 7}, text("v1.1/Observations"), new byte[] {1});
            sentAway(wire, 0xA1);
        }
    }

    /** MQTT-3.8.3-2 (3.1.1: MQTT-3.8.3-3) and MQTT-3.10.3-2: no topic at all is a protocol error. */
    @ParameterizedTest
    @CsvSource({"4, 0x82", "5, 0x82", "4, 0xA2", "5, 0xA2"})
    void noTopicAtAll(int level, int first) throws IOException {
        try (var wire = broker.in(level, "none", "")) {
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
            try (var newer = broker.in(5, "publisher", token)) {
                newer.publish(quality, 9, topic, payload);
                Packet answer = newer.next();
                assertThat(answer.type()).isEqualTo(quality == 1 ? MqttWire.PUBACK : MqttWire.PUBREC);
                assertThat(answer.body()).startsWith(0, 9, reason);
                // the connection goes on, and the number is free again (MQTT-4.3.3-9)
                newer.publish(quality, 9, topic, payload);
                assertThat(newer.next().body()).startsWith(0, 9, reason);
            }
            try (var older = broker.in(4, "publisher", token)) {
                older.publish(quality, 9, topic, payload);
                assertThat(older.nextOrEnd()).isNull();
            }
        }
    }

    /** 0x87 Not authorized. */
    @Test
    void notAuthorizedToPublish() throws IOException {
        notTaken("", "v1.1/Observations", GOOD, 0x87);
        notTaken(broker.reader, "v1.1/Observations", GOOD, 0x87);
    }

    /** 0x90 Topic Name invalid: well formed, but not accepted. What is hidden is told like what is not there. */
    @Test
    void topicThatIsNoneOfOurs() throws IOException {
        for (String topic : new String[] {
            "other", "v1.1/Things", "v1.1/Nothings", "v1.1/Observations(1)", "v1.1/Datastreams(987654)/Observations"
        }) {
            notTaken(broker.kazakh, topic, GOOD, 0x90);
        }
        notTaken(broker.uzbek, broker.national, GOOD, 0x90);
    }

    /** 0x83 Implementation specific error: the PUBLISH is valid, but the receiver is not willing to accept it. */
    @Test
    void malformedObservation() throws IOException {
        for (String payload : new String[] {
            "", "no JSON", "[]", "{}", "{\"result\":1,\"phenomenonTime\":\"yesterday\"}", "{\"results\":1}"
        }) {
            notTaken(broker.kazakh, broker.national, payload, 0x83);
        }
        notTaken(broker.kazakh, "v1.1/Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":987654}}", 0x83);
    }

    /** 3.7.2.1, table 3-7: PUBCOMP says 0x92 where nothing is waiting to be released. */
    @Test
    void takenAndReleased() throws IOException {
        for (int level = 4; level <= 5; level++) {
            try (var wire = broker.in(level, "good", broker.kazakh)) {
                wire.publish(1, 1, broker.national, GOOD);
                assertThat(wire.next().reason()).isZero();
                wire.publish(2, 2, broker.national, GOOD.replace("05-01", "05-02"));
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
            try (var wire = broker.in(level, "subscriber", broker.uzbek)) {
                wire.subscribe(5, topic.equals("hidden") ? broker.national : topic);
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
            try (var wire = broker.in(level, "ends", broker.reader)) {
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
        try (var wire = broker.wire(5);
                var writer = broker.in(5, "writes", broker.kazakh)) {
            wire.in("narrow", broker.kazakh, true, new byte[] {0x21, 0, 1, 0x27, 0, 0, 0x10, 0});
            wire.subscribe(1, broker.national + "?$select=result");
            assertThat(wire.next().last()).isEqualTo(1);
            String large = "{\"result\":\"%s\",\"phenomenonTime\":\"2024-06-0%d\"}";
            int day = 0;
            for (String result : new String[] {"one", "x".repeat(5000), "two"}) {
                day++;
                writer.publish(
                        1, day, broker.national, large.formatted(result, day).replace("\"}", "T00:00:00Z\"}"));
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

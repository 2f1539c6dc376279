package org.darya.evidence.sensorthings.mqtt;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client is still to get. Messages wait here while the client is slow or away; one that lets too many wait is
 * disconnected and told why, so that nothing is lost in silence.
 */
final class Mailbox {
    /** Messages that may wait for one client. */
    static final int LARGEST_COUNT = 200_000;
    /** Bytes of a packet beside topic and payload: fixed header 5, length of topic 2, id 2, length of properties 1. */
    private static final int HEADERS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private record Letter(String topic, byte[] payload, MqttQoS quality) {
        /** Bytes of the packet at most. */
        long size() {
            return HEADERS + topic.getBytes(StandardCharsets.UTF_8).length + payload.length;
        }
    }

    private static final class Sent {
        final Letter letter;
        boolean received;

        Sent(Letter letter) {
            this.letter = letter;
        }
    }

    private final ArrayDeque<Letter> waiting = new ArrayDeque<>();
    private final Map<Integer, Sent> unconfirmed = new LinkedHashMap<>();
    private @Nullable Channel channel;
    private int window = 500;
    private int lastId;
    private long largest = Long.MAX_VALUE;

    /** Takes a message; false where too many wait. */
    synchronized boolean put(String topic, byte[] payload, MqttQoS quality) {
        if (waiting.size() >= LARGEST_COUNT) {
            return false;
        }
        if (quality == MqttQoS.AT_MOST_ONCE && channel == null) {
            return true; // of quality 0 nothing is kept for who is away: so the client asked
        }
        waiting.add(new Letter(topic, payload, quality));
        send();
        return true;
    }

    /** Goes on with a client that came, sending again what it did not confirm. */
    synchronized void connect(Channel to, int receiveMaximum, long largestPacket) {
        channel = to;
        largest = largestPacket;
        window = Math.min(receiveMaximum, 500);
        unconfirmed.forEach((id, sent) -> {
            if (sent.received) {
                to.write(acknowledgement(MqttMessageType.PUBREL, id));
            } else {
                to.write(publish(sent.letter, id, true));
            }
        });
        send();
    }

    synchronized void disconnect() {
        channel = null;
    }

    /** Sends what may be sent: as long as the client keeps up and confirms. */
    synchronized void send() {
        Channel to = channel;
        if (to == null) {
            return;
        }
        boolean any = false;
        while (!waiting.isEmpty()
                && to.isWritable()
                && (waiting.peek().quality == MqttQoS.AT_MOST_ONCE || unconfirmed.size() < window)) {
            Letter letter = waiting.remove();
            if (letter.size() > largest) {
                LOG.info("A message of {} is too large for a client of MQTT and is left out", letter.topic);
                continue; // MQTT-3.1.2-25
            }
            int id = 0;
            if (letter.quality != MqttQoS.AT_MOST_ONCE) {
                id = nextId();
                unconfirmed.put(id, new Sent(letter));
            }
            to.write(publish(letter, id, false));
            any = true;
        }
        if (any) {
            to.flush();
        }
    }

    private int nextId() {
        do {
            lastId = lastId % 65_535 + 1;
        } while (unconfirmed.containsKey(lastId));
        return lastId;
    }

    /** The client has a message of quality 1, or is through with one of quality 2. */
    synchronized void confirmed(int id) {
        unconfirmed.remove(id);
        send();
    }

    /** The client has a message of quality 2 and asks to be released. */
    synchronized void received(int id) {
        Sent sent = unconfirmed.get(id);
        Channel to = channel;
        if (sent != null) {
            sent.received = true;
        }
        if (to != null) {
            to.writeAndFlush(acknowledgement(MqttMessageType.PUBREL, id));
        }
    }

    private static MqttPublishMessage publish(Letter letter, int id, boolean again) {
        return new MqttPublishMessage(
                new MqttFixedHeader(MqttMessageType.PUBLISH, again, letter.quality, false, 0),
                new MqttPublishVariableHeader(letter.topic, id, MqttProperties.NO_PROPERTIES),
                Unpooled.wrappedBuffer(letter.payload));
    }

    static MqttMessage acknowledgement(MqttMessageType type, int id) {
        MqttQoS quality = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
        return new MqttMessage(
                new MqttFixedHeader(type, false, quality, false, 0), MqttMessageIdVariableHeader.from(id));
    }
}

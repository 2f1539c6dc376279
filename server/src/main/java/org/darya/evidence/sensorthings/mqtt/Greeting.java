package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.darya.evidence.sensorthings.StaProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it comes, by CONNECT.
 *
 * @param id its name; one is made up for a client that has none
 * @param fresh whether it wants nothing of what was before
 * @param kept milliseconds for which it is remembered when away
 * @param window messages that may be under way to it
 * @param largest bytes of the largest packet it takes
 * @param fault what is wrong with it itself
 */
record Greeting(
        boolean five,
        String id,
        boolean named,
        boolean fresh,
        long kept,
        int window,
        long largest,
        int keepAliveSeconds,
        @Nullable String user,
        @Nullable String password,
        @Nullable Will will,
        Reason fault) {
    private static final long LONGEST_AWAY = 24 * 3600_000L;
    private static final int MOST_UNDER_WAY = 65_535;

    static Greeting of(MqttConnectMessage message) {
        var header = message.variableHeader();
        boolean five = header.version() == 5;
        String id = message.payload().clientIdentifier();
        boolean named = id != null && !id.isEmpty();
        byte[] password = message.payload().passwordInBytes();
        Will will = Will.of(message);
        return new Greeting(
                five,
                named ? id : "darya-" + UUID.randomUUID(),
                named,
                header.isCleanSession(),
                five
                        ? kept(number(header.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL, 0))
                        : header.isCleanSession() ? 0 : LONGEST_AWAY,
                (int) number(header.properties(), MqttProperties.RECEIVE_MAXIMUM, MOST_UNDER_WAY),
                number(header.properties(), MqttProperties.MAXIMUM_PACKET_SIZE, Long.MAX_VALUE),
                header.keepAliveTimeSeconds(),
                header.hasUserName() ? message.payload().userName() : null,
                password == null ? null : new String(password, StandardCharsets.UTF_8),
                will,
                fault(message, five, named, will));
    }

    private static Reason fault(MqttConnectMessage message, boolean five, boolean named, @Nullable Will will) {
        var header = message.variableHeader();
        if (header.properties().getProperty(MqttProperties.AUTHENTICATION_METHOD) != null) {
            return Reason.BAD_AUTHENTICATION_METHOD;
        }
        if (number(header.properties(), MqttProperties.RECEIVE_MAXIMUM, MOST_UNDER_WAY) == 0
                || number(header.properties(), MqttProperties.MAXIMUM_PACKET_SIZE, 1) == 0) {
            return Reason.PROTOCOL_ERROR;
        }
        if (!five && !named && !header.isCleanSession()) {
            return Reason.CLIENT_IDENTIFIER_NOT_VALID; // 3.1.1, MQTT-3.1.3-8
        }
        if (will != null && five && header.isWillRetain()) {
            return Reason.RETAIN_NOT_SUPPORTED;
        }
        try {
            if (will != null) {
                Topic.observations(will.topic());
            }
            return Reason.SUCCESS;
        } catch (StaProblem e) {
            return Reason.TOPIC_NAME_INVALID;
        }
    }

    /** What the broker cannot do and how large a packet may be, as MQTT 5 wants it said (section 3.2.2.3). */
    MqttProperties welcome() {
        var properties = new MqttProperties();
        if (!five) {
            return properties;
        }
        for (int missing : new int[] {
            MqttProperties.RETAIN_AVAILABLE,
            MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE,
            MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE,
            MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE
        }) {
            properties.add(new MqttProperties.IntegerProperty(missing, 0));
        }
        properties.add(new MqttProperties.IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, Broker.LARGEST_PACKET));
        if (!named) {
            properties.add(new MqttProperties.StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, id));
        }
        return properties;
    }

    /** Milliseconds for which a client that asks for these seconds is remembered. */
    static long kept(long seconds) {
        return Math.min(seconds * 1000, LONGEST_AWAY);
    }

    static long number(MqttProperties properties, int property, long otherwise) {
        return properties.getProperty(property) instanceof MqttProperties.IntegerProperty number
                ? Integer.toUnsignedLong(number.value())
                : otherwise;
    }
}

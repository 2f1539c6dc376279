package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client leaves to be published when its connection breaks. Messages create observations, and so does this one:
 * a station tells by it, in a stream of its own, that it fell silent.
 *
 * @param delay milliseconds in which the client may come back before it is published
 */
record Will(String topic, byte[] body, long delay) {
    private static final Logger LOG = LoggerFactory.getLogger(Will.class);
    private static final int DELAY = 24;

    /** null where the client leaves none */
    static @Nullable Will of(MqttConnectMessage message) {
        if (!message.variableHeader().isWillFlag()) {
            return null;
        }
        byte[] body = message.payload().willMessageInBytes();
        MqttProperties properties = message.payload().willProperties();
        long delay =
                properties != null && properties.getProperty(DELAY) instanceof MqttProperties.IntegerProperty seconds
                        ? Integer.toUnsignedLong(seconds.value()) * 1000
                        : 0;
        return new Will(message.payload().willTopic(), body == null ? new byte[0] : body, delay);
    }

    /** Publishes in a thread of its own, unless the client is back by then; never later than its session ends. */
    void publish(Broker broker, Client client) {
        long wait = Math.min(delay, client.kept);
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(wait);
                if (wait == 0 || client.connection == null) {
                    Reason how = broker.create(topic, body, client.rights);
                    LOG.info("The will of MQTT client {} was published: {}", client.id, how);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

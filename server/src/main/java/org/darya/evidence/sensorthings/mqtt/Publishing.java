package org.darya.evidence.sensorthings.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.Semaphore;

/**
 * What one client publishes: each message creates an observation, and the client is told only after it is kept. One
 * that publishes faster than the database takes is not read from until there is room.
 */
final class Publishing {
    private static final int AT_ONCE = 256;

    private final Broker broker;
    private final Client client;
    private final Replies replies;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Publishing(Broker broker, Client client, Replies replies) {
        this.broker = broker;
        this.client = client;
        this.replies = replies;
    }

    /** Gives what is so wrong with the packet that the connection ends. */
    Reason take(Channel channel, MqttPublishMessage message) {
        int id = message.variableHeader().packetId();
        MqttQoS quality = message.fixedHeader().qosLevel();
        if (replies.five() && message.fixedHeader().isRetain()) {
            return Reason.RETAIN_NOT_SUPPORTED;
        }
        if (message.variableHeader().properties().getProperty(MqttProperties.TOPIC_ALIAS) != null) {
            return Reason.TOPIC_ALIAS_INVALID;
        }
        if (quality == MqttQoS.EXACTLY_ONCE && !client.taken.add(id)) {
            channel.writeAndFlush(replies.published(MqttMessageType.PUBREC, id, Reason.SUCCESS));
            return Reason.SUCCESS;
        }
        byte[] body = ByteBufUtil.getBytes(message.payload());
        String topic = message.variableHeader().topicName();
        if (!room.tryAcquire()) {
            channel.config().setAutoRead(false); // the client waits, and its network with it
            Thread.ofVirtual().start(() -> {
                room.acquireUninterruptibly();
                channel.config().setAutoRead(true);
                create(channel, topic, body, id, quality);
            });
            return Reason.SUCCESS;
        }
        Thread.ofVirtual().start(() -> create(channel, topic, body, id, quality));
        return Reason.SUCCESS;
    }

    private void create(Channel channel, String topic, byte[] body, int id, MqttQoS quality) {
        Reason reason;
        try {
            reason = broker.create(topic, body, client.rights);
        } finally {
            room.release();
        }
        if (quality == MqttQoS.AT_MOST_ONCE) {
            return;
        }
        if (reason != Reason.SUCCESS) {
            client.taken.remove(id);
            if (!replies.five()) {
                channel.close(); // an older client cannot be told otherwise that nothing was kept (MQTT-3.3.5-2)
                return;
            }
        }
        MqttMessageType type = quality == MqttQoS.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
        channel.writeAndFlush(replies.published(type, id, reason));
    }
}

package org.darya.evidence.sensorthings.mqtt;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import org.darya.evidence.sensorthings.StaProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one client subscribes to: each topic is looked up first, so that a wrong one is refused at once. */
final class Subscribing {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
    private static final int TOPICS = 1000;
    private static final int WILDCARDS_NOT_SUPPORTED = 0xA2;
    private static final int TOPIC_INVALID = 0x8F;
    private static final int UNSPECIFIED = 0x80;

    private final Broker broker;
    private final Client client;
    private final Replies replies;

    Subscribing(Broker broker, Client client, Replies replies) {
        this.broker = broker;
        this.client = client;
        this.replies = replies;
    }

    /** Asks the database whether the topics are in order, so not in the thread that serves all connections. */
    void add(Channel channel, MqttSubscribeMessage message) {
        Thread.ofVirtual().start(() -> {
            var codes = new ArrayList<Integer>();
            for (MqttTopicSubscription wanted : message.payload().topicSubscriptions()) {
                codes.add(add(wanted));
            }
            channel.writeAndFlush(replies.subscribed(message.variableHeader().messageId(), codes));
        });
    }

    private int add(MqttTopicSubscription wanted) {
        try {
            if (client.subscriptions.size() >= TOPICS) {
                throw StaProblem.bad("The client has %d subscriptions.".formatted(TOPICS), "Maybe join some.");
            }
            Topic topic = Topic.of(wanted.topicFilter());
            broker.examine(topic, client.rights);
            client.subscriptions.keySet().removeIf(old -> old.name().equals(topic.name()));
            client.subscriptions.put(topic, wanted.qualityOfService());
            return wanted.qualityOfService().value();
        } catch (StaProblem e) {
            LOG.info("MQTT topic refused: {} {}", e.message(), e.maybe());
            return !replies.five()
                    ? UNSPECIFIED
                    : Topic.wildcard(wanted.topicFilter()) ? WILDCARDS_NOT_SUPPORTED : TOPIC_INVALID;
        }
    }

    void remove(Channel channel, MqttUnsubscribeMessage message) {
        var codes = new ArrayList<Short>();
        for (String name : message.payload().topics()) {
            codes.add(
                    client.subscriptions.keySet().removeIf(topic -> topic.name().equals(name))
                            ? (short) 0
                            : (short) 0x11);
        }
        channel.writeAndFlush(replies.unsubscribed(message.variableHeader().messageId(), codes));
    }
}

package org.darya.evidence.sensorthings.mqtt;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttProperties;
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

    private final Broker broker;
    private final Client client;
    private final Replies replies;

    Subscribing(Broker broker, Client client, Replies replies) {
        this.broker = broker;
        this.client = client;
        this.replies = replies;
    }

    /**
     * Asks the database whether the topics are in order, so not in the thread that serves all connections.
     *
     * @return what is so wrong with the packet that the connection ends
     */
    Reason add(Channel channel, MqttSubscribeMessage message) {
        var topics = message.payload().topicSubscriptions();
        var header = message.idAndPropertiesVariableHeader();
        if (topics.isEmpty()) {
            return Reason.PROTOCOL_ERROR;
        }
        if (header.properties().getProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER) != null) {
            return Reason.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED;
        }
        Thread.ofVirtual().start(() -> {
            var codes = new ArrayList<Integer>();
            for (MqttTopicSubscription wanted : topics) {
                Reason reason = add(wanted);
                codes.add(reason == Reason.SUCCESS ? wanted.qualityOfService().value() : reason.code());
            }
            channel.writeAndFlush(replies.subscribed(header.messageId(), codes));
        });
        return Reason.SUCCESS;
    }

    private Reason add(MqttTopicSubscription wanted) {
        String name = wanted.topicFilter();
        if (client.subscriptions.size() >= TOPICS) {
            LOG.info("MQTT client {} has {} subscriptions and gets no more", client.id, TOPICS);
            return Reason.QUOTA_EXCEEDED;
        }
        try {
            Topic topic = Topic.of(name);
            broker.examine(topic, client.rights);
            client.subscriptions.keySet().removeIf(old -> old.name().equals(name));
            client.subscriptions.put(topic, wanted.qualityOfService());
            return Reason.SUCCESS;
        } catch (StaProblem e) {
            LOG.info("MQTT topic refused: {} {}", e.message(), e.maybe());
            return e.status() >= 500 ? Reason.UNSPECIFIED_ERROR : Topic.fault(name);
        } catch (RuntimeException e) {
            LOG.error("the topic {} of MQTT cannot be looked up", StaProblem.shown(name), e);
            return Reason.UNSPECIFIED_ERROR;
        }
    }

    /** Gives what is so wrong with the packet that the connection ends. */
    Reason remove(Channel channel, MqttUnsubscribeMessage message) {
        if (message.payload().topics().isEmpty()) {
            return Reason.PROTOCOL_ERROR;
        }
        var reasons = new ArrayList<Reason>();
        for (String name : message.payload().topics()) {
            boolean removed =
                    client.subscriptions.keySet().removeIf(topic -> topic.name().equals(name));
            reasons.add(removed ? Reason.SUCCESS : Reason.NO_SUBSCRIPTION_EXISTED);
        }
        channel.writeAndFlush(replies.unsubscribed(message.variableHeader().messageId(), reasons));
        return Reason.SUCCESS;
    }
}

package org.darya.evidence.sensorthings.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client, MQTT 3.1, 3.1.1 or 5. */
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int TOPICS = 1000;
    private static final long LONGEST_AWAY = 24 * 3600_000L;
    private static final int RECEIVE_MAXIMUM = 11;
    private static final int SESSION_EXPIRY = 17;
    private static final int ASSIGNED_ID = 18;
    private static final int RETAIN_AVAILABLE = 37;
    private static final int WILDCARDS_AVAILABLE = 40;
    private static final int SHARED_AVAILABLE = 42;
    private static final int WILDCARDS_NOT_SUPPORTED = 0xA2;
    private static final int TOPIC_INVALID = 0x8F;
    private static final byte WITH_WILL = 4;
    private static final byte QUOTA_EXCEEDED = (byte) 0x97;
    private static final byte TAKEN_OVER = (byte) 0x8E;
    private static final byte NOT_AUTHORIZED = (byte) 0x87;
    private static final byte UNSPECIFIED = (byte) 0x80;

    private final Broker broker;
    private final Semaphore publishing = new Semaphore(256);
    private @Nullable Client client;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Will will;
    private boolean five;

    Connection(Broker broker) {
        this.broker = broker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, MqttMessage message) {
        context = channel;
        if (message.decoderResult().isFailure()) {
            channel.close();
            return;
        }
        Client known = client;
        if (message instanceof MqttConnectMessage connect && known == null) {
            connect(channel, connect);
        } else if (known == null) {
            channel.close();
        } else {
            message(channel, known, message);
        }
    }

    private void message(ChannelHandlerContext channel, Client known, MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> publish(channel, known, (MqttPublishMessage) message);
            // asks the database whether the topic is in order, so not in the thread that serves all connections
            case SUBSCRIBE -> Thread.ofVirtual().start(() -> subscribe(channel, known, (MqttSubscribeMessage) message));
            case UNSUBSCRIBE -> unsubscribe(channel, known, (MqttUnsubscribeMessage) message);
            case PINGREQ -> channel.writeAndFlush(MqttMessage.PINGRESP);
            case PUBACK, PUBCOMP -> known.mailbox.confirmed(id(message));
            case PUBREC -> known.mailbox.received(id(message));
            case PUBREL -> {
                known.taken.remove(id(message));
                channel.writeAndFlush(Mailbox.acknowledgement(MqttMessageType.PUBCOMP, id(message)));
            }
            case DISCONNECT -> {
                boolean leavesWill =
                        message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
                                && header.reasonCode() == WITH_WILL;
                will = leavesWill ? will : null;
                channel.close();
            }
            default -> channel.close();
        }
    }

    private static int id(MqttMessage message) {
        return message.variableHeader() instanceof MqttMessageIdVariableHeader header ? header.messageId() : 0;
    }

    // ---------------------------------------------------------------- coming and going

    /** Asks the database who it is, so not in the thread that serves all connections; until then nothing more is read. */
    private void connect(ChannelHandlerContext channel, MqttConnectMessage message) {
        channel.channel().config().setAutoRead(false);
        var header = message.variableHeader();
        byte[] password = message.payload().passwordInBytes();
        String user = header.hasUserName() ? message.payload().userName() : null;
        String word = password == null ? null : new String(password, StandardCharsets.UTF_8);
        String address = channel.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        Thread.ofVirtual().start(() -> {
            Rights rights;
            try {
                rights = broker.rights(user, word, address);
            } catch (RuntimeException e) {
                LOG.error("signing in over MQTT", e);
                rights = null;
            }
            Rights known = rights;
            channel.executor().execute(() -> {
                connected(channel, message, known);
                channel.channel().config().setAutoRead(true);
            });
        });
    }

    private void connected(ChannelHandlerContext channel, MqttConnectMessage message, @Nullable Rights rights) {
        var header = message.variableHeader();
        five = header.version() == 5;
        String id = message.payload().clientIdentifier();
        boolean assigned = id == null || id.isEmpty();
        if (assigned) {
            id = "darya-" + UUID.randomUUID();
        }
        if (rights == null) {
            MqttConnectReturnCode code = five
                    ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                    : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
            channel.writeAndFlush(connected(code, false, MqttProperties.NO_PROPERTIES))
                    .addListener(_ -> channel.close());
            return;
        }
        if (header.isWillFlag() && header.isWillRetain() && five) {
            channel.writeAndFlush(connected(
                            MqttConnectReturnCode.CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED,
                            false,
                            MqttProperties.NO_PROPERTIES))
                    .addListener(_ -> channel.close());
            return;
        }
        will = Will.of(message);
        if (header.keepAliveTimeSeconds() > 0) {
            channel.pipeline().addFirst(new IdleStateHandler(header.keepAliveTimeSeconds() * 3 / 2 + 1, 0, 0));
        }
        Client arrived = broker.clients().arrive(id, rights, header.isCleanSession());
        boolean present = arrived.goneAt != 0 && !header.isCleanSession();
        arrived.kept = kept(header.isCleanSession(), header.properties());
        arrived.connection = this;
        client = arrived;
        var properties = new MqttProperties();
        if (five) {
            for (int missing : new int[] {RETAIN_AVAILABLE, WILDCARDS_AVAILABLE, SHARED_AVAILABLE}) {
                properties.add(new MqttProperties.IntegerProperty(missing, 0));
            }
        }
        if (five && assigned) {
            properties.add(new MqttProperties.StringProperty(ASSIGNED_ID, id));
        }
        channel.writeAndFlush(connected(MqttConnectReturnCode.CONNECTION_ACCEPTED, present, properties));
        int window = header.properties().getProperty(RECEIVE_MAXIMUM) instanceof MqttProperties.IntegerProperty most
                ? most.value()
                : 65_535;
        arrived.mailbox.connect(channel.channel(), Math.max(1, window));
    }

    private long kept(boolean clean, MqttProperties properties) {
        if (!five) {
            return clean ? 0 : LONGEST_AWAY;
        }
        if (properties.getProperty(SESSION_EXPIRY) instanceof MqttProperties.IntegerProperty seconds) {
            return Math.min(Integer.toUnsignedLong(seconds.value()) * 1000, LONGEST_AWAY);
        }
        return 0;
    }

    private static MqttConnAckMessage connected(
            MqttConnectReturnCode code, boolean present, MqttProperties properties) {
        return new MqttConnAckMessage(
                new MqttFixedHeader(MqttMessageType.CONNACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttConnAckVariableHeader(code, present, properties));
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) {
        Client known = client;
        if (known != null) {
            broker.clients().leave(known, this);
            Will left = will;
            if (left != null) {
                left.publish(broker, known);
            }
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext channel, Object event) {
        if (event instanceof IdleStateEvent) {
            channel.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext channel) {
        Client known = client;
        if (known != null && channel.channel().isWritable()) {
            known.mailbox.send();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
        LOG.debug("a client of MQTT is gone", cause);
        channel.close();
    }

    void takenOver() {
        end(TAKEN_OVER);
    }

    /** The client does not read what it asked for. */
    void overfull() {
        Client known = client;
        LOG.warn(
                "MQTT client {} lets more than {} messages wait and is disconnected",
                known == null ? "" : known.id,
                Mailbox.LARGEST);
        end(QUOTA_EXCEEDED);
    }

    private void end(byte reason) {
        ChannelHandlerContext channel = context;
        if (channel == null) {
            return;
        }
        if (five) {
            channel.writeAndFlush(new MqttMessage(
                            new MqttFixedHeader(MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0),
                            new MqttReasonCodeAndPropertiesVariableHeader(reason, MqttProperties.NO_PROPERTIES)))
                    .addListener(_ -> channel.close());
        } else {
            channel.close();
        }
    }

    // ---------------------------------------------------------------- subscribing

    private void subscribe(ChannelHandlerContext channel, Client known, MqttSubscribeMessage message) {
        var codes = new ArrayList<Integer>();
        for (MqttTopicSubscription wanted : message.payload().topicSubscriptions()) {
            try {
                if (known.subscriptions.size() >= TOPICS) {
                    throw StaProblem.bad("The client has %d subscriptions.".formatted(TOPICS), "Maybe join some.");
                }
                Topic topic = Topic.of(wanted.topicFilter());
                broker.examine(topic, known.rights);
                known.subscriptions.keySet().removeIf(old -> old.name().equals(topic.name()));
                known.subscriptions.put(topic, wanted.qualityOfService());
                codes.add(wanted.qualityOfService().value());
            } catch (StaProblem e) {
                LOG.info("MQTT topic refused: {} {}", e.message(), e.maybe());
                codes.add(
                        !five
                                ? UNSPECIFIED & 0xFF
                                : Topic.wildcard(wanted.topicFilter()) ? WILDCARDS_NOT_SUPPORTED : TOPIC_INVALID);
            }
        }
        var header = new MqttMessageIdAndPropertiesVariableHeader(
                message.variableHeader().messageId(), MqttProperties.NO_PROPERTIES);
        channel.writeAndFlush(new MqttSubAckMessage(
                new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                header,
                new MqttSubAckPayload(codes)));
    }

    private void unsubscribe(ChannelHandlerContext channel, Client known, MqttUnsubscribeMessage message) {
        var codes = new ArrayList<Short>();
        for (String name : message.payload().topics()) {
            codes.add(
                    known.subscriptions.keySet().removeIf(topic -> topic.name().equals(name))
                            ? (short) 0
                            : (short) 0x11);
        }
        var header = new MqttMessageIdAndPropertiesVariableHeader(
                message.variableHeader().messageId(), MqttProperties.NO_PROPERTIES);
        channel.writeAndFlush(new MqttUnsubAckMessage(
                new MqttFixedHeader(MqttMessageType.UNSUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                header,
                new MqttUnsubAckPayload(codes)));
    }

    // ---------------------------------------------------------------- publishing

    /** Creates an observation; the client is told only after it is kept. */
    private void publish(ChannelHandlerContext channel, Client known, MqttPublishMessage message) {
        int id = message.variableHeader().packetId();
        MqttQoS quality = message.fixedHeader().qosLevel();
        if (quality == MqttQoS.EXACTLY_ONCE && !known.taken.add(id)) {
            channel.writeAndFlush(reply(MqttMessageType.PUBREC, id, (byte) 0));
            return;
        }
        byte[] body = ByteBufUtil.getBytes(message.payload());
        String topic = message.variableHeader().topicName();
        if (!publishing.tryAcquire()) {
            channel.channel().config().setAutoRead(false); // the client waits, and its network with it
            Thread.ofVirtual().start(() -> {
                publishing.acquireUninterruptibly();
                channel.channel().config().setAutoRead(true);
                taken(channel, known, topic, body, id, quality);
            });
            return;
        }
        Thread.ofVirtual().start(() -> taken(channel, known, topic, body, id, quality));
    }

    private void taken(
            ChannelHandlerContext channel, Client known, String topic, byte[] body, int id, MqttQoS quality) {
        byte reason;
        try {
            int status = broker.create(topic, body, known.rights);
            reason = status < 300 ? 0 : status == 401 || status == 403 ? NOT_AUTHORIZED : UNSPECIFIED;
        } finally {
            publishing.release();
        }
        if (quality == MqttQoS.AT_MOST_ONCE) {
            return;
        }
        if (reason != 0) {
            known.taken.remove(id);
            if (!five) {
                channel.close(); // an older client cannot be told otherwise that nothing was kept
                return;
            }
        }
        MqttMessageType type = quality == MqttQoS.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
        channel.writeAndFlush(reply(type, id, reason));
    }

    private MqttMessage reply(MqttMessageType type, int id, byte reason) {
        var fixed = new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
        return five
                ? new MqttMessage(
                        fixed, new MqttPubReplyMessageVariableHeader(id, reason, MqttProperties.NO_PROPERTIES))
                : new MqttMessage(fixed, MqttMessageIdVariableHeader.from(id));
    }
}

package org.darya.evidence.sensorthings.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.darya.evidence.sensorthings.Rights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client, MQTT 3.1, 3.1.1 or 5. */
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long LONGEST_AWAY = 24 * 3600_000L;
    private static final int RECEIVE_MAXIMUM = 11;
    private static final int SESSION_EXPIRY = 17;
    private static final int ASSIGNED_ID = 18;
    private static final int RETAIN_AVAILABLE = 37;
    private static final int WILDCARDS_AVAILABLE = 40;
    private static final int SHARED_AVAILABLE = 42;
    private static final byte WITH_WILL = 4;
    private static final byte QUOTA_EXCEEDED = (byte) 0x97;
    private static final byte TAKEN_OVER = (byte) 0x8E;

    private final Broker broker;
    private @Nullable Session session;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Will will;
    private Replies replies = new Replies(false);

    /** What there is once the client is known. */
    private record Session(Client client, Publishing publishing, Subscribing subscribing) {}

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
        Session known = session;
        if (message instanceof MqttConnectMessage connect && known == null) {
            connect(channel, connect);
        } else if (known == null) {
            channel.close();
        } else {
            message(channel, known, message);
        }
    }

    private void message(ChannelHandlerContext channel, Session known, MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> known.publishing.take(channel.channel(), (MqttPublishMessage) message);
            case SUBSCRIBE -> known.subscribing.add(channel.channel(), (MqttSubscribeMessage) message);
            case UNSUBSCRIBE -> known.subscribing.remove(channel.channel(), (MqttUnsubscribeMessage) message);
            case PINGREQ -> channel.writeAndFlush(MqttMessage.PINGRESP);
            case PUBACK, PUBCOMP -> known.client.mailbox.confirmed(id(message));
            case PUBREC -> known.client.mailbox.received(id(message));
            case PUBREL -> {
                known.client.taken.remove(id(message));
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
        boolean five = header.version() == 5;
        replies = new Replies(five);
        String id = message.payload().clientIdentifier();
        boolean assigned = id == null || id.isEmpty();
        if (assigned) {
            id = "darya-" + UUID.randomUUID();
        }
        if (rights == null) {
            MqttConnectReturnCode code = five
                    ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                    : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
            channel.writeAndFlush(replies.connected(code, false, MqttProperties.NO_PROPERTIES))
                    .addListener(_ -> channel.close());
            return;
        }
        if (header.isWillFlag() && header.isWillRetain() && five) {
            channel.writeAndFlush(replies.connected(
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
        session = new Session(
                arrived, new Publishing(broker, arrived, replies), new Subscribing(broker, arrived, replies));
        var properties = new MqttProperties();
        if (five) {
            for (int missing : new int[] {RETAIN_AVAILABLE, WILDCARDS_AVAILABLE, SHARED_AVAILABLE}) {
                properties.add(new MqttProperties.IntegerProperty(missing, 0));
            }
        }
        if (five && assigned) {
            properties.add(new MqttProperties.StringProperty(ASSIGNED_ID, id));
        }
        channel.writeAndFlush(replies.connected(MqttConnectReturnCode.CONNECTION_ACCEPTED, present, properties));
        int window = header.properties().getProperty(RECEIVE_MAXIMUM) instanceof MqttProperties.IntegerProperty most
                ? most.value()
                : 65_535;
        arrived.mailbox.connect(channel.channel(), Math.max(1, window));
    }

    private long kept(boolean clean, MqttProperties properties) {
        if (!replies.five()) {
            return clean ? 0 : LONGEST_AWAY;
        }
        if (properties.getProperty(SESSION_EXPIRY) instanceof MqttProperties.IntegerProperty seconds) {
            return Math.min(Integer.toUnsignedLong(seconds.value()) * 1000, LONGEST_AWAY);
        }
        return 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) {
        Session known = session;
        if (known != null) {
            broker.clients().leave(known.client, this);
            Will left = will;
            if (left != null) {
                left.publish(broker, known.client);
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
        Session known = session;
        if (known != null && channel.channel().isWritable()) {
            known.client.mailbox.send();
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
        Session known = session;
        LOG.warn(
                "MQTT client {} lets more than {} messages wait and is disconnected",
                known == null ? "" : known.client.id,
                Mailbox.LARGEST);
        end(QUOTA_EXCEEDED);
    }

    private void end(byte reason) {
        ChannelHandlerContext channel = context;
        if (channel == null) {
            return;
        }
        if (replies.five()) {
            channel.writeAndFlush(replies.disconnected(reason)).addListener(_ -> channel.close());
        } else {
            channel.close();
        }
    }
}

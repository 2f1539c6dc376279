package org.darya.evidence.sensorthings.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.darya.evidence.sensorthings.Rights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client, MQTT 3.1, 3.1.1 or 5. */
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final byte WITH_WILL = 4;
    /** In which a client that is sent away can read why. */
    private static final int LAST_WORD_SECONDS = 1;

    private final Broker broker;
    private @Nullable Session session;
    private @Nullable Will will;
    private Replies replies = new Replies(false);
    private volatile @Nullable ChannelHandlerContext context;
    /** Whether it is over, and what still comes is not listened to. */
    private boolean over;

    /** What there is once the client is known. */
    private record Session(Client client, Publishing publishing, Subscribing subscribing) {}

    Connection(Broker broker) {
        this.broker = broker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, MqttMessage message) {
        context = channel;
        Session known = session;
        if (over) {
            return;
        }
        if (message.decoderResult().isFailure()) {
            unreadable(channel, message);
        } else if (known != null) {
            Reason fault = message(channel, known, message);
            if (fault != Reason.SUCCESS) {
                end(fault);
            }
        } else if (message instanceof MqttConnectMessage connect) {
            connect(channel, connect);
        } else {
            channel.close();
        }
    }

    private void unreadable(ChannelHandlerContext channel, MqttMessage message) {
        if (message.variableHeader() instanceof MqttConnectVariableHeader header) {
            replies = new Replies(header.version() == 5);
        }
        Throwable cause = message.decoderResult().cause();
        LOG.debug("a packet of MQTT cannot be read", cause);
        boolean coming =
                message.fixedHeader() != null && message.fixedHeader().messageType() == MqttMessageType.CONNECT;
        if (session == null && !coming) {
            channel.close();
            return;
        }
        end(
                switch (cause) {
                    case TooLongFrameException _ -> Reason.PACKET_TOO_LARGE;
                    case MqttUnacceptableProtocolVersionException _ -> Reason.UNSUPPORTED_PROTOCOL_VERSION;
                    case MqttIdentifierRejectedException _ -> Reason.CLIENT_IDENTIFIER_NOT_VALID;
                    default -> Reason.MALFORMED_PACKET;
                });
    }

    /** Gives what is so wrong with the packet that the connection ends. */
    private Reason message(ChannelHandlerContext channel, Session known, MqttMessage message) {
        Client client = known.client;
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> {
                return known.publishing.take(channel.channel(), (MqttPublishMessage) message);
            }
            case SUBSCRIBE -> {
                return known.subscribing.add(channel.channel(), (MqttSubscribeMessage) message);
            }
            case UNSUBSCRIBE -> {
                return known.subscribing.remove(channel.channel(), (MqttUnsubscribeMessage) message);
            }
            case PINGREQ -> channel.writeAndFlush(MqttMessage.PINGRESP);
            case PUBACK, PUBCOMP -> client.mailbox.confirmed(id(message));
            case PUBREC -> {
                if (message.variableHeader() instanceof MqttPubReplyMessageVariableHeader header
                        && Byte.toUnsignedInt(header.reasonCode()) >= Reason.UNSPECIFIED_ERROR.code()) {
                    client.mailbox.confirmed(id(message)); // the client does not want it: it is not sent again
                } else {
                    client.mailbox.received(id(message));
                }
            }
            case PUBREL -> {
                boolean taken = client.taken.remove(id(message));
                channel.writeAndFlush(replies.published(
                        MqttMessageType.PUBCOMP,
                        id(message),
                        taken ? Reason.SUCCESS : Reason.PACKET_IDENTIFIER_NOT_FOUND));
            }
            case DISCONNECT -> {
                return goodbye(channel, client, message);
            }
            default -> {
                return Reason.PROTOCOL_ERROR;
            }
        }
        return Reason.SUCCESS;
    }

    private static int id(MqttMessage message) {
        return message.variableHeader() instanceof MqttMessageIdVariableHeader header ? header.messageId() : 0;
    }

    // ---------------------------------------------------------------- coming and going

    /** Asks the database who it is, so not in the thread that serves all connections; until then nothing more is read. */
    private void connect(ChannelHandlerContext channel, MqttConnectMessage message) {
        Greeting greeting = Greeting.of(message);
        replies = new Replies(greeting.five());
        if (greeting.fault() != Reason.SUCCESS) {
            end(greeting.fault());
            return;
        }
        channel.channel().config().setAutoRead(false);
        String address = channel.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        Thread.ofVirtual().start(() -> {
            Rights rights = null;
            Reason refused = Reason.BAD_USER_NAME_OR_PASSWORD;
            try {
                rights = broker.rights(greeting.user(), greeting.password(), address);
            } catch (RuntimeException e) {
                LOG.error("signing in over MQTT", e);
                refused = Reason.SERVER_UNAVAILABLE;
            }
            Rights known = rights;
            Reason reason = refused;
            channel.executor().execute(() -> {
                if (known == null) {
                    end(reason);
                } else if (channel.channel().isActive()) {
                    connected(channel, greeting, known);
                }
                channel.channel().config().setAutoRead(true);
            });
        });
    }

    private void connected(ChannelHandlerContext channel, Greeting greeting, Rights rights) {
        will = greeting.will();
        if (greeting.keepAliveSeconds() > 0) {
            channel.pipeline().addFirst(new IdleStateHandler(greeting.keepAliveSeconds() * 3 / 2 + 1, 0, 0));
        }
        Clients.Arrival arrival = broker.clients().arrive(greeting, rights, this);
        Client client = arrival.client();
        session =
                new Session(client, new Publishing(broker, client, replies), new Subscribing(broker, client, replies));
        channel.writeAndFlush(replies.connected(arrival.remembered(), greeting.welcome()));
        client.mailbox.connect(channel.channel(), greeting.window(), greeting.largest());
    }

    private Reason goodbye(ChannelHandlerContext channel, Client client, MqttMessage message) {
        boolean leavesWill = false;
        if (message.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header) {
            leavesWill = header.reasonCode() == WITH_WILL;
            long seconds = Greeting.number(header.properties(), MqttProperties.SESSION_EXPIRY_INTERVAL, -1);
            if (seconds > 0 && client.kept == 0) {
                return Reason.PROTOCOL_ERROR; // MQTT 5, section 3.14.2.2.2
            }
            client.kept = seconds < 0 ? client.kept : Greeting.kept(seconds);
        }
        will = leavesWill ? will : null;
        over = true;
        channel.close();
        return Reason.SUCCESS;
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
        if (event instanceof IdleStateEvent && !over) {
            end(Reason.KEEP_ALIVE_TIMEOUT);
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

    /** The client is here by another connection; told from there. */
    void takenOver() {
        endFromElsewhere(Reason.SESSION_TAKEN_OVER);
    }

    /** The client does not read what it asked for. */
    void overfull(Client client) {
        LOG.warn(
                "MQTT client {} lets more than {} messages wait and is disconnected", client.id, Mailbox.LARGEST_COUNT);
        endFromElsewhere(Reason.QUOTA_EXCEEDED);
    }

    private void endFromElsewhere(Reason reason) {
        ChannelHandlerContext channel = context;
        if (channel != null) {
            channel.executor().execute(() -> end(reason));
        }
    }

    /**
     * Says why, where the version of the protocol has a word for it, and closes once the client has read it: to close
     * while its packets are still on the way would take the word back.
     */
    private void end(Reason reason) {
        ChannelHandlerContext channel = context;
        if (channel == null || over) {
            return;
        }
        over = true;
        MqttMessage word = session == null ? replies.notConnected(reason) : replies.disconnected(reason);
        if (word == null) {
            channel.close();
            return;
        }
        channel.writeAndFlush(word).addListener(_ -> {
            if (channel.channel() instanceof DuplexChannel both) {
                both.shutdownOutput();
            }
        });
        channel.executor().schedule(() -> channel.close(), LAST_WORD_SECONDS, TimeUnit.SECONDS);
    }
}

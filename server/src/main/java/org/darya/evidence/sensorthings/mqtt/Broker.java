package org.darya.evidence.sensorthings.mqtt;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.flow.FlowControlHandler;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.store.Change;
import org.darya.evidence.sensorthings.store.Writer;
import org.darya.evidence.sensorthings.web.Ask;
import org.darya.evidence.sensorthings.web.Service;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker of SensorThings: clients subscribe to addresses and create observations. There is no other traffic, so
 * messages come from what was committed, and each subscriber gets what a GET of the topic would show it.
 */
public final class Broker implements Writer.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    static final int LARGEST_PACKET = 2 << 20;
    /** Commits that may wait to be told; more, and writers wait. */
    private static final int WAITING = 2000;
    /** Changes that are looked up at once. */
    private static final int AT_ONCE = 5000;

    private final Service service;
    private final Authentication authentication;
    private final String root;
    private final Clients clients = new Clients();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final BlockingQueue<List<Change>> committed = new ArrayBlockingQueue<>(WAITING);
    private final Thread teller;
    private final Channel channel;

    /** Says what a name and password, or a token, allow. */
    public interface Authentication {
        /** @return null where they are wrong; who gives none is anybody */
        @Nullable
        Rights of(@Nullable String user, @Nullable String password, String address);
    }

    /** @param root address of the HTTP service, for the links in messages */
    public Broker(Service service, Authentication authentication, String bind, int port, String root) {
        this.service = service;
        this.authentication = authentication;
        this.root = root;
        this.teller = Thread.ofVirtual().name("mqtt-teller").start(this::tell);
        try {
            channel = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel one) {
                            one.pipeline()
                                    .addLast(
                                            new MqttDecoder(LARGEST_PACKET),
                                            MqttEncoder.INSTANCE,
                                            new FlowControlHandler(), // clients need not wait for CONNACK
                                            new Connection(Broker.this));
                        }
                    })
                    .bind(new InetSocketAddress(bind, port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (Exception e) { // netty throws what its signature does not say
            close();
            throw new DaryaException(
                    "Port %d for MQTT cannot be opened: %s".formatted(port, e.getMessage()),
                    "Maybe another broker runs here; choose another port with --mqtt-port N.");
        }
    }

    /** The port it answers on. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    Clients clients() {
        return clients;
    }

    @Nullable
    Rights rights(@Nullable String user, @Nullable String password, String address) {
        return authentication.of(user, password, address);
    }

    /** @throws StaProblem where a topic cannot be looked up, as for a filter of a property that there is not */
    void examine(Topic topic, Rights rights) {
        try {
            service.changed(topic.path(), topic.options(), rights, new long[] {0}, root);
        } catch (SQLException e) {
            throw new StaProblem(503, "The topic cannot be looked up.", "Maybe try again in a few seconds.");
        }
    }

    /** Creates an observation by a message. */
    Reason create(String topic, byte[] body, Rights rights) {
        String path;
        try {
            path = Topic.observations(topic);
        } catch (StaProblem e) {
            LOG.info("MQTT topic refused: {} {}", e.message(), e.maybe());
            return Reason.TOPIC_NAME_INVALID;
        }
        try {
            var answer = service.answer(new Ask("POST", path, null, body, "application/json", "", root, rights));
            if (answer.status() >= 300) {
                LOG.info(
                        "MQTT observation refused: {}",
                        new String(answer.body(), 0, answer.length(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return reason(answer.status(), path);
        } catch (RuntimeException e) {
            LOG.error("an observation that came over MQTT", e);
            return Reason.UNSPECIFIED_ERROR;
        }
    }

    /** What the status that HTTP would give is called in MQTT. What is not there and what is hidden are told alike. */
    private static Reason reason(int status, String path) {
        if (status < 300) {
            return Reason.SUCCESS;
        }
        return switch (status) {
            case 401, 403 -> Reason.NOT_AUTHORIZED;
            case 404 -> path.contains("/") ? Reason.TOPIC_NAME_INVALID : Reason.IMPLEMENTATION_SPECIFIC_ERROR;
            default -> status < 500 ? Reason.IMPLEMENTATION_SPECIFIC_ERROR : Reason.UNSPECIFIED_ERROR;
        };
    }

    @Override
    public boolean wants() {
        return clients.anySubscription();
    }

    @Override
    public void changed(List<Change> changes) {
        try {
            committed.put(changes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        var changes = new ArrayList<Change>();
        try {
            while (true) {
                changes.clear();
                changes.addAll(committed.take());
                while (changes.size() < AT_ONCE) {
                    List<Change> more = committed.poll();
                    if (more == null) {
                        break;
                    }
                    changes.addAll(more);
                }
                tell(changes);
            }
        } catch (InterruptedException e) {
            LOG.debug("the broker ends");
        }
    }

    private record Wanted(Topic topic, Rights rights) {}

    private record Getting(Client client, MqttQoS quality) {}

    /** Each topic is looked up once for all who may see the same. */
    private void tell(List<Change> changes) {
        Map<Wanted, List<Getting>> wanted = new HashMap<>();
        for (Client client : clients.present()) {
            client.subscriptions.forEach(
                    (topic, quality) -> wanted.computeIfAbsent(new Wanted(topic, client.rights), _ -> new ArrayList<>())
                            .add(new Getting(client, quality)));
        }
        wanted.forEach((want, getting) -> {
            long[] ids = ids(want.topic, changes);
            if (ids.length == 0) {
                return;
            }
            try {
                for (byte[] payload :
                        service.changed(want.topic.path(), want.topic.options(), want.rights, ids, root)) {
                    getting.forEach(one -> Clients.give(one.client, want.topic.name(), payload, one.quality));
                }
            } catch (StaProblem e) {
                LOG.debug("{}: {}", want.topic.name(), e.message()); // what it is about was deleted
            } catch (SQLException | RuntimeException e) {
                LOG.error("MQTT subscribers of {} were not told of {} changes", want.topic.name(), ids.length, e);
            }
        });
    }

    private static long[] ids(Topic topic, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.type() == topic.path().type()
                        && (topic.stream() == 0 || topic.stream() == change.stream()))
                .mapToLong(Change::id)
                .distinct()
                .toArray();
    }

    @Override
    public void close() {
        teller.interrupt();
        loops.shutdownGracefully(0, 2, java.util.concurrent.TimeUnit.SECONDS);
    }
}

package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.Rights;
import org.jspecify.annotations.Nullable;

/** A client by its name: its rights, its subscriptions and its mailbox, which outlive a connection where it asks so. */
final class Client {
    final String id;
    final Rights rights;
    final Map<Topic, MqttQoS> subscriptions = new ConcurrentHashMap<>();
    final Mailbox mailbox = new Mailbox();
    /** ids of messages of quality 2 that were taken and not released yet */
    final Set<Integer> taken = ConcurrentHashMap.newKeySet();

    volatile @Nullable Connection connection;
    /** milliseconds after which it is forgotten when away; 0 for at once */
    volatile long kept;

    volatile long goneAt;

    Client(String id, Rights rights) {
        this.id = id;
        this.rights = rights;
    }
}

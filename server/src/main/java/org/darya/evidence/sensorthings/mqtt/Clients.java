package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.Rights;

/** All clients, also those that are away and will come back. */
final class Clients {
    private final Map<String, Client> all = new ConcurrentHashMap<>();

    /** A client that comes: the one it was, where it asks for that and is the same account, else a new one. */
    synchronized Client arrive(String id, Rights rights, boolean fresh) {
        Client before = all.get(id);
        if (before != null) {
            Connection other = before.connection;
            if (other != null) {
                other.takenOver();
            }
            if (!fresh && before.rights.equals(rights)) {
                return before;
            }
        }
        var client = new Client(id, rights);
        all.put(id, client);
        return client;
    }

    synchronized void leave(Client client, Connection from) {
        if (client.connection != from) {
            return; // another connection has taken over
        }
        client.connection = null;
        client.goneAt = System.currentTimeMillis();
        client.mailbox.disconnect();
        if (client.kept == 0) {
            all.remove(client.id, client);
        }
    }

    /** Everybody who wants something of this kind, once the ones that stayed away too long are forgotten. */
    List<Client> present() {
        long now = System.currentTimeMillis();
        all.values().removeIf(client -> client.connection == null && now - client.goneAt > client.kept);
        return List.copyOf(all.values());
    }

    boolean anySubscription() {
        return all.values().stream().anyMatch(client -> !client.subscriptions.isEmpty());
    }

    /** Gives a message to a client; one that lets too many wait is sent away. */
    static void give(Client client, String topic, byte[] payload, MqttQoS quality) {
        if (!client.mailbox.put(topic, payload, quality)) {
            Connection connection = client.connection;
            if (connection != null) {
                connection.overfull();
            }
            client.kept = 0;
            client.goneAt = 0;
        }
    }
}

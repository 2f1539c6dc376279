package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.darya.evidence.sensorthings.Rights;

/** All clients, also those that are away and will come back. */
final class Clients {
    private final Map<String, Client> all = new ConcurrentHashMap<>();

    /** @param remembered whether its subscriptions and messages of before are still there */
    record Arrival(Client client, boolean remembered) {}

    /** A client that comes: the one it was, where it is still to be kept and is the same account, else a new one. */
    synchronized Arrival arrive(Greeting greeting, Rights rights, Connection connection) {
        Client before = all.get(greeting.id());
        Connection other = before == null ? null : before.connection;
        if (other != null) {
            other.takenOver();
        }
        boolean remembered = before != null
                && !greeting.fresh()
                && before.kept > 0
                && !forgotten(before, System.currentTimeMillis())
                && before.rights.sameCaller(rights);
        Client client = before != null && remembered ? before : new Client(greeting.id(), rights);
        client.kept = greeting.kept();
        client.connection = connection;
        all.put(client.id, client);
        return new Arrival(client, remembered);
    }

    private static boolean forgotten(Client client, long now) {
        return client.connection == null && now - client.goneAt > client.kept;
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
        all.values().removeIf(client -> forgotten(client, now));
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
                connection.overfull(client);
            }
            client.kept = 0;
            client.goneAt = 0;
        }
    }
}

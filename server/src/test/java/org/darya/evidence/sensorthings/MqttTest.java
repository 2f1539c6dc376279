package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.darya.StaServer;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The broker, spoken to by Paho's clients of both versions. */
class MqttTest {
    private static StaServer server;
    private static int port;
    private static long stream;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new StaServer(Map.of("darya.mqtt.port", port));
        stream = server.station("Broker", 70, 50, "{}");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static MqttClient client(String id, boolean clean) throws MqttException {
        var client = new MqttClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setCleanSession(clean);
        options.setMaxInflight(1000);
        client.connect(options);
        return client;
    }

    private static String next(BlockingQueue<String> messages) throws InterruptedException {
        String message = messages.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    private static void bulk(int n, String day) {
        var rows = new StringBuilder();
        for (int i = 0; i < n; i++) {
            rows.append(i > 0 ? "," : "")
                    .append("[\"%sT%02d:%02d:%02dZ\",%d]".formatted(day, i / 3600, i / 60 % 60, i % 60, i));
        }
        server.send(
                "POST",
                "CreateObservations",
                "[{\"Datastream\":{\"@iot.id\":%d},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":[%s]}]"
                        .formatted(stream, rows),
                "application/json");
    }

    @Test
    @DisplayName("req/receive-updates-via-mqtt: sets, entities, properties, queries")
    void receives() throws Exception {
        var all = new LinkedBlockingQueue<String>();
        var high = new LinkedBlockingQueue<String>();
        var names = new LinkedBlockingQueue<String>();
        long thing =
                server.json("Datastreams(" + stream + ")/Thing").path("@iot.id").longValue();
        MqttClient client = client("receiver", true);
        client.subscribe(
                "v1.1/Datastreams(" + stream + ")/Observations",
                1,
                (_, message) -> all.add(text(message.getPayload())));
        client.subscribe(
                "v1.1/Observations?$filter=result gt 100&$select=result&$expand=Datastream($select=name)",
                2,
                (_, message) -> high.add(text(message.getPayload())));
        client.subscribe("v1.1/Things(" + thing + ")/name", 0, (_, message) -> names.add(text(message.getPayload())));
        server.create(
                "Observations",
                "{'result':5,'phenomenonTime':'2024-01-01T00:00:00Z','Datastream':{'@iot.id':" + stream + "}}");
        server.create(
                "Observations",
                "{'result':500,'phenomenonTime':'2024-01-02T00:00:00Z','Datastream':{'@iot.id':" + stream + "}}");
        assertThat(next(all)).contains("\"result\":5,", "@iot.selfLink");
        assertThat(next(all)).contains("\"result\":500,");
        assertThat(next(high)).isEqualTo("{\"result\":500,\"Datastream\":{\"name\":\"Broker level\"}}");
        server.send("PATCH", "Things(" + thing + ")", "{\"name\":\"Renamed\"}", "application/json");
        assertThat(next(names)).isEqualTo("{\"name\":\"Renamed\"}");
        client.disconnect();
    }

    @Test
    void whatAClientLeavesIsKeptWhenItsConnectionBreaksAndOnlyThen() throws Exception {
        long silence = server.station("Silence", 70, 50, "{}");
        for (boolean breaks : new boolean[] {false, true}) {
            var client = new MqttClient("tcp://127.0.0.1:" + port, "mortal-" + breaks, new MemoryPersistence());
            var options = new MqttConnectOptions();
            options.setWill(
                    "v1.1/Datastreams(" + silence + ")/Observations",
                    "{\"result\":%d}".formatted(breaks ? 1 : 0).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    1,
                    false);
            client.connect(options);
            if (breaks) {
                client.disconnectForcibly(0, 1, false);
            } else {
                client.disconnect();
            }
            client.close(true);
        }
        var kept = server.json("Datastreams(" + silence + ")/Observations").path("value");
        for (int i = 0; i < 100 && kept.isEmpty(); i++) {
            Thread.sleep(100);
            kept = server.json("Datastreams(" + silence + ")/Observations").path("value");
        }
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.at("/0/result").intValue()).isEqualTo(1);
    }

    @Test
    void everyOneOfAThousandArrives() throws Exception {
        for (int quality = 0; quality <= 2; quality++) {
            var got = new LinkedBlockingQueue<String>();
            MqttClient client = client("thousand" + quality, true);
            client.subscribe("v1.1/Observations", quality, (_, message) -> got.add(text(message.getPayload())));
            bulk(1000, "2025-01-0" + (quality + 1));
            for (int i = 0; i < 1000; i++) {
                next(got);
            }
            assertThat(got).isEmpty();
            client.disconnect();
        }
    }

    @Test
    void whoWasAwayGetsWhatCameMeanwhile() throws Exception {
        MqttClient first = client("away", false);
        first.subscribe("v1.1/Datastreams(" + stream + ")/Observations", 1);
        first.disconnect();
        bulk(300, "2026-01-01");
        var got = new LinkedBlockingQueue<String>();
        var again = new MqttClient("tcp://127.0.0.1:" + port, "away", new MemoryPersistence());
        again.setCallback(new org.eclipse.paho.client.mqttv3.MqttCallback() {
            @Override
            public void connectionLost(Throwable cause) {}

            @Override
            public void messageArrived(String topic, org.eclipse.paho.client.mqttv3.MqttMessage message) {
                got.add(text(message.getPayload()));
            }

            @Override
            public void deliveryComplete(org.eclipse.paho.client.mqttv3.IMqttDeliveryToken token) {}
        });
        var options = new MqttConnectOptions();
        options.setCleanSession(false);
        again.connect(options);
        for (int i = 0; i < 300; i++) {
            next(got);
        }
        again.disconnect();
    }

    @Test
    @DisplayName("req/create-observations-via-mqtt, in both versions of the protocol")
    void creates() throws Exception {
        long before = count();
        MqttClient older = client("", true); // the broker names it
        older.publish(
                "v1.1/Datastreams(" + stream + ")/Observations",
                "{\"result\":1,\"phenomenonTime\":\"2027-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8),
                1,
                false);
        older.publish(
                "v1.1/Observations",
                "{\"result\":2,\"Datastream\":{\"@iot.id\":%d}}"
                        .formatted(stream)
                        .getBytes(StandardCharsets.UTF_8),
                2,
                false);
        older.disconnect();
        var newer = new org.eclipse.paho.mqttv5.client.MqttClient(
                "tcp://127.0.0.1:" + port, "newer", new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
        newer.connect();
        newer.publish(
                "v1.1/Datastreams(" + stream + ")/Observations",
                new MqttMessage("{\"result\":3}".getBytes(StandardCharsets.UTF_8), 1, false, null));
        var got = new LinkedBlockingQueue<String>();
        newer.setCallback(new Collecting(got));
        newer.subscribe("v1.1/Observations", 1);
        newer.publish(
                "v1.1/Observations",
                new MqttMessage(
                        "{\"result\":4,\"Datastream\":{\"@iot.id\":%d}}"
                                .formatted(stream)
                                .getBytes(StandardCharsets.UTF_8),
                        2,
                        false,
                        null));
        assertThat(next(got)).contains("\"result\":4,");
        newer.disconnect();
        assertThat(count()).isEqualTo(before + 4);
    }

    private static long count() {
        return server.json("Datastreams(" + stream + ")/Observations?$count=true&$top=0")
                .path("@iot.count")
                .longValue();
    }

    @Test
    void refusesTopicsThatNameNothing() throws Exception {
        MqttClient client = client("refused", true);
        for (String topic : List.of(
                "v1.1/Nothings", "v1.1/#", "other", "v1.1/Observations?$top=5", "v1.1/Observations?$filter=nothing")) {
            assertThatThrownBy(() -> client.subscribe(topic, 1)).as(topic).isInstanceOf(MqttException.class);
        }
        client.disconnect();
        assertThatThrownBy(() -> {
                    var options = new MqttConnectOptions();
                    options.setUserName("nobody");
                    options.setPassword("wrong".toCharArray());
                    new MqttClient("tcp://127.0.0.1:" + port, "x", new MemoryPersistence()).connect(options);
                })
                .isInstanceOf(MqttException.class);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private record Collecting(BlockingQueue<String> into) implements org.eclipse.paho.mqttv5.client.MqttCallback {
        @Override
        public void disconnected(org.eclipse.paho.mqttv5.client.MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(org.eclipse.paho.mqttv5.common.MqttException exception) {}

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            into.add(text(message.getPayload()));
        }

        @Override
        public void deliveryComplete(org.eclipse.paho.mqttv5.client.IMqttToken token) {}

        @Override
        public void connectComplete(boolean again, String address) {}

        @Override
        public void authPacketArrived(int reason, org.eclipse.paho.mqttv5.common.packet.MqttProperties properties) {}
    }
}

package org.darya.evidence.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.darya.StaServer;
import org.darya.access.Accounts;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.access.Tokens;
import org.darya.evidence.sensorthings.MqttWire.Packet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A broker with an operator of each of two states and a stream that one of them keeps to itself. */
final class MqttBroker implements AutoCloseable {
    /** An observation as it may be. */
    static final String GOOD = "{\"result\":1.5,\"phenomenonTime\":\"2024-05-01T00:00:00Z\"}";

    /** tokens of two operators and of one who may only read */
    final String kazakh;

    final String uzbek;
    final String reader;
    /** the topic of a stream that is open to Kazakhstan alone */
    final String national;

    private final StaServer server;
    private final int port;

    MqttBroker() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new StaServer(Map.of("darya.sta.open", false, "darya.mqtt.port", port));
        kazakh = token("kaz", Role.HYDROMET_OPERATOR, "KAZ");
        uzbek = token("uzb", Role.HYDROMET_OPERATOR, "UZB");
        reader = token("reader", Role.READER, null);
        var answer = server.send("POST", "Things", """
                {"name":"Secret","description":"d","properties":{"visibility":"national","country":"KAZ"},"Datastreams":[{
                 "name":"Secret level","description":"d","observationType":"o","unitOfMeasurement":{"name":"m"},
                 "properties":{"visibility":"national","country":"KAZ"},
                 "Sensor":{"name":"s","description":"d","encodingType":"text/html","metadata":"m"},
                 "ObservedProperty":{"name":"o","definition":"x","description":"d"}}],
                 "Locations":[{"name":"place","description":"d","encodingType":"application/geo+json",
                  "location":{"type":"Point","coordinates":[71,51]}}]}""", "application/json", "Authorization", "Bearer " + kazakh);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        long stream = JdbcClient.create(server.database.dataSource())
                .sql("select id from observation.datastream where name = 'Secret level'")
                .query(Long.class)
                .single();
        national = "v1.1/Datastreams(" + stream + ")/Observations";
    }

    @Override
    public void close() {
        server.close();
    }

    private String token(String name, Role role, @Nullable String country) {
        return Callers.as(Caller.SYSTEM, () -> {
            var given = server.bean(Accounts.class)
                    .add(new Accounts.Wanted(
                            name, name, role, country, null, role == Role.HYDROMET_OPERATOR ? "service" : null));
            JdbcClient.create(server.database.dataSource())
                    .sql("update access.account set must_change = false where id = :id")
                    .param("id", given.account().id())
                    .update();
            return server.bean(Tokens.class)
                    .create(given.account().id(), "test", Set.of("read", "observations"), Duration.ofDays(1));
        });
    }

    MqttWire wire(int level) throws IOException {
        return new MqttWire(port, level);
    }

    /** A connection that was accepted. */
    MqttWire in(int level, String id, String token) throws IOException {
        var wire = wire(level);
        assertThat(wire.in(id, token).at(1)).isZero();
        return wire;
    }

    /** The connection is not accepted, and closed. */
    static void refused(MqttWire wire, int code) throws IOException {
        Packet answer = wire.next();
        assertThat(answer.type()).isEqualTo(MqttWire.CONNACK);
        assertThat(answer.at(1)).as("code of CONNACK").isEqualTo(code);
        assertThat(wire.nextOrEnd()).as("the connection is closed").isNull();
    }

    /** Section 3.14.2.1: in MQTT 5 the server says why; before, it only closes. */
    static void sentAway(MqttWire wire, int reason) throws IOException {
        if (wire.five()) {
            Packet answer = wire.next();
            assertThat(answer.type()).isEqualTo(MqttWire.DISCONNECT);
            assertThat(answer.at(0)).as("reason of DISCONNECT").isEqualTo(reason);
        }
        assertThat(wire.nextOrEnd()).as("the connection is closed").isNull();
    }
}

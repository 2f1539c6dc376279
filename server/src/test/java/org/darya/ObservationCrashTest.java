package org.darya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.darya.platform.EmbeddedPostgres;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged is kept: the server is killed under load again and again, and every observation it confirmed is there once. */
class ObservationCrashTest {
    private static final int KILLS = 20;
    private static final int WRITERS = 8;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void keepsEveryAcknowledgedObservationOnce() throws Exception {
        Files.createDirectories(data.resolve("postgresql"));
        try (var homes = Files.list(TestDatabase.programs())) {
            for (Path home : homes.toList()) {
                Files.createSymbolicLink(data.resolve("postgresql").resolve(home.getFileName()), home);
            }
        }
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        var next = new AtomicLong();
        for (int kill = 0; kill < KILLS; kill++) {
            try (var darya = DaryaProcess.start(
                    Map.of(),
                    "serve",
                    "--port",
                    "0",
                    "--data",
                    data.toString(),
                    "--programme",
                    TestServer.RES2026.toString(),
                    "--sta-open")) {
                String root = darya.ready() + "/sta/v1.1/";
                if (kill == 0) {
                    station(root);
                }
                List<Thread> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(Thread.ofVirtual().start(() -> write(root, next, acknowledged)));
                }
                Thread.sleep(300 + 40L * kill);
                darya.process.destroyForcibly().waitFor(); // kill -9
                for (Thread writer : writers) {
                    writer.join();
                }
                if (kill % 4 == 3) { // and now and then the database too
                    long database = Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                            .getFirst()
                            .strip());
                    ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        }
        assertThat(acknowledged).as("something was written").hasSizeGreaterThan(1000);
        count(acknowledged);
    }

    private static void station(String root) throws IOException, InterruptedException {
        int status = send(root + "Things", """
                {"name":"t","description":"d","Locations":[{"name":"l","description":"d","encodingType":"application/geo+json",
                 "location":{"type":"Point","coordinates":[71,51]}}],"Datastreams":[{"name":"a","description":"d","observationType":"o",
                 "unitOfMeasurement":{"name":"m"},"Sensor":{"name":"s","description":"d","encodingType":"text/html","metadata":"m"},
                 "ObservedProperty":{"name":"o","definition":"x","description":"d"}}]}""");
        assertThat(status).isEqualTo(201);
    }

    private static void write(String root, AtomicLong next, Queue<Long> acknowledged) {
        while (true) {
            long number = next.incrementAndGet();
            try {
                int status = send(
                        root + "Datastreams(1)/Observations",
                        "{\"phenomenonTime\":\"%s\",\"result\":%d}"
                                .formatted(java.time.Instant.ofEpochSecond(1_700_000_000 + number), number));
                if (status == 201) {
                    acknowledged.add(number);
                }
            } catch (IOException e) {
                return; // killed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static int send(String address, String body) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private void count(Queue<Long> acknowledged) throws SQLException {
        try (var server = EmbeddedPostgres.start(data.resolve("postgresql"));
                var connection = server.location().dataSource().getConnection();
                var statement = connection.createStatement()) {
            var found = new java.util.HashMap<Long, Integer>();
            try (var rows =
                    statement.executeQuery("select result::bigint, count(*) from observation.observation group by 1")) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getInt(2));
                }
            }
            assertThat(found.keySet()).containsAll(acknowledged);
            assertThat(found.values()).as("each once").containsOnly(1);
            try (var row = statement.executeQuery(
                    "select (select n from observation.extent_now), (select count(*) from observation.observation)")) {
                row.next();
                assertThat(row.getLong(1)).as("the kept count").isEqualTo(row.getLong(2));
            }
        }
    }
}

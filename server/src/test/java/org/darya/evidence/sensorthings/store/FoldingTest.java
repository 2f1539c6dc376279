package org.darya.evidence.sensorthings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.darya.Cluster;
import org.darya.StaServer;
import org.darya.evidence.ObservationFiles;
import org.darya.platform.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts, extents and what is known of authors stay true whoever writes at once, and nobody waits for ever. */
class FoldingTest {
    private static final int EACH = 150;

    @TempDir
    Path folder;

    @Test
    void keptNumbersAreTrueWhoeverWritesAtOnce() throws Exception {
        Assumptions.assumeFalse(Cluster.given(), "the log of a cluster lies elsewhere");
        long before = Files.size(TestDatabase.log());
        try (var server = new StaServer(Map.of());
                var threads = Executors.newFixedThreadPool(6)) {
            long plain = server.station("Plain", 1, 1, "{}");
            long replacing = server.station("Replacing", 2, 2, "{'duplicates':'replace'}");
            var over = new AtomicBoolean();
            Future<?> folds = threads.submit(folding(server, over));
            List<Future<?>> writers = new ArrayList<>();
            for (long stream : List.of(plain, plain, replacing)) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        post(server, stream, i);
                    }
                    return null;
                }));
            }
            writers.add(threads.submit(() -> {
                for (int i = 0; i < EACH / 3; i++) {
                    correctOrDelete(server, i % 2 == 0 ? plain : replacing, i);
                }
                return null;
            }));
            writers.add(threads.submit(() -> {
                for (int file = 0; file < 5; file++) {
                    load(server, file, List.of(plain, replacing));
                }
                return null;
            }));
            for (Future<?> writer : writers) {
                writer.get();
            }
            over.set(true);
            folds.get();
            examine(server);
        }
        assertThat(Files.readString(TestDatabase.log()).substring((int) before)).doesNotContain("deadlock detected");
    }

    /** As the server beside this one would, or an import. */
    private static Callable<Void> folding(StaServer server, AtomicBoolean over) {
        return () -> {
            try (Connection connection = server.database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                while (!over.get()) {
                    Journal.fold(connection);
                    connection.commit();
                }
            }
            return null;
        };
    }

    private static void post(StaServer server, long stream, int i) {
        HttpResponse<String> answer = server.send(
                "POST",
                "Datastreams(" + stream + ")/Observations",
                "{\"phenomenonTime\":\"%s\",\"result\":%d}".formatted(time(i), i),
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void correctOrDelete(StaServer server, long stream, int i) {
        var found = server.json("Datastreams(" + stream + ")/Observations?$top=1&$skip=" + i % 7)
                .path("value");
        if (found.isEmpty()) {
            return;
        }
        String one = "Observations(" + found.path(0).path("@iot.id").asLong() + ")";
        HttpResponse<String> answer = i % 5 == 0
                ? server.send("DELETE", one, "", "application/json")
                : server.send(
                        "PATCH",
                        one,
                        "{\"phenomenonTime\":\"%s\",\"result\":%d}".formatted(time(i + 1000), i),
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void load(StaServer server, int file, List<Long> streams) throws Exception {
        var rows = new StringBuilder("datastream,phenomenonTime,result\n");
        for (int i = 0; i < 200; i++) {
            rows.append(streams.get(i % streams.size()))
                    .append(',')
                    .append(time(i * 3 + file))
                    .append(",7\n");
        }
        Path csv = Files.writeString(folder.resolve(file + ".csv"), rows);
        assertThat(ObservationFiles.load(server.database, csv, null, (read, created, known) -> {})
                        .rejected())
                .isZero();
    }

    private static String time(int i) {
        return "20%02d-%02d-%02dT00:00:00Z".formatted(20 + i % 6, 1 + i / 28 % 12, 1 + i % 28);
    }

    private static void examine(StaServer server) throws SQLException {
        try (Connection connection = server.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Journal.fold(connection);
            connection.commit();
            assertThat(
                            numbers(
                                    connection,
                                    "select count(*) from observation.journal union all select count(*) from observation.folded"))
                    .containsExactly(0L, 0L);
            assertThat(numbers(connection, "select n from observation.extent where n > 0 order by datastream"))
                    .isEqualTo(numbers(
                            connection,
                            "select count(*) from observation.observation group by datastream order by datastream"))
                    .hasSize(2);
            assertThat(numbers(connection, "select n from observation.tally where n > 0 order by day"))
                    .isEqualTo(numbers(
                            connection,
                            "select count(*) from observation.observation group by floor(extract(epoch from phenomenon_time) / 86400)"
                                    + " order by floor(extract(epoch from phenomenon_time) / 86400)"));
            assertThat(numbers(
                            connection,
                            "select count(*) from observation.extent e where n > 0 and (phenomenon_from, phenomenon_to) <>"
                                    + " (select min(o.phenomenon_time), max(o.phenomenon_time) from observation.observation o"
                                    + " where o.datastream = e.datastream)"))
                    .containsExactly(0L);
            assertThat(numbers(
                            connection,
                            "select count(*) from observation.observation o where (select count(*) from observation.written w"
                                    + " where o.id between w.first_id and w.last_id) <> 1"))
                    .as("each was written by one author at one time")
                    .containsExactly(0L);
        }
    }

    private static List<Long> numbers(Connection connection, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}

package org.darya.evidence.sensorthings.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.darya.evidence.ObservationFiles.Listener;
import org.darya.evidence.ObservationFiles.Loaded;
import org.darya.evidence.sensorthings.Rights;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.store.Author;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.store.EntityStore;
import org.darya.evidence.sensorthings.store.Intake;
import org.darya.evidence.sensorthings.store.NewObservation;
import org.darya.evidence.sensorthings.store.ObservationJson;
import org.darya.evidence.sensorthings.store.Outcome;
import org.darya.evidence.sensorthings.store.Stream;
import org.darya.evidence.sensorthings.store.Streams;
import org.darya.evidence.sensorthings.store.Writer;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads a file of any size in transactions of some thousand rows. How far it came is kept with each, so that the same
 * file goes on where it stopped; what is there already is recognised by stream and time.
 */
public final class Loader {
    private static final int CHUNK = 5000;
    private static final int TOLD = 100;

    private final Connection connection;
    private final Author author;
    private final Writer writer;
    private final Streams streams = new Streams();
    private final Path file;
    private final String sha256;
    private final Listener listener;
    private final List<NewObservation> waiting = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long row;
    private long done;
    private long created;
    private long known;
    private long rejected;

    private Loader(Connection connection, Path file, Listener listener) throws SQLException, IOException {
        this.connection = connection;
        this.file = file;
        this.listener = listener;
        this.writer = new Writer(
                new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true), streams);
        this.sha256 = hash(file);
        this.author = writer.author(
                connection, Rights.operator("import", file.getFileName() + " " + sha256.substring(0, 12)));
    }

    /** @param stream the one all rows of a CSV without a column datastream belong to; null for none */
    public static Loaded load(Connection connection, Path file, @Nullable Integer stream, Listener listener) {
        try {
            connection.setAutoCommit(false);
            var loader = new Loader(connection, file, listener);
            loader.resume();
            if (file.getFileName().toString().endsWith(".json")) {
                loader.json();
            } else {
                loader.csv(stream);
            }
            loader.flush();
            loader.finish();
            return new Loaded(loader.row, loader.done, loader.created, loader.known, loader.rejected, loader.faults);
        } catch (IOException | UncheckedIOException e) {
            throw new DaryaException(
                    "The file %s cannot be read: %s".formatted(file, e.getMessage()),
                    "Maybe it is not there, or no UTF-8.");
        } catch (SQLException e) {
            throw new DaryaException(
                    "The load of %s was broken off: %s".formatted(file, e.getMessage()),
                    "Maybe the database was stopped; run the same command again, and it goes on where it stopped.");
        } catch (StaProblem e) {
            throw new DaryaException("%s: %s".formatted(file, e.message()), e.maybe());
        }
    }

    private static String hash(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void resume() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into observation.load (sha256, path, rows_done) values (?, ?, 0)"
                        + " on conflict (sha256) do update set path = excluded.path returning case when finished is null then rows_done else 0 end")) {
            statement.setString(1, sha256);
            statement.setString(2, file.toString());
            try (var found = statement.executeQuery()) {
                found.next();
                done = found.getLong(1);
            }
        }
        connection.commit();
    }

    // ---------------------------------------------------------------- reading

    private void csv(@Nullable Integer given) throws IOException, SQLException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            List<String> columns = rows.getHeaderNames();
            String stream = columns.contains("datastream")
                    ? "datastream"
                    : columns.contains("Datastream/id") ? "Datastream/id" : null;
            if (!columns.contains("phenomenonTime")
                    || !columns.contains("result")
                    || (stream == null && given == null)) {
                throw new DaryaException(
                        "The file %s has the columns %s; phenomenonTime, result and datastream are needed."
                                .formatted(file, columns),
                        "Maybe name the stream with --datastream, or the first row with the names of the columns is missing.");
            }
            for (CSVRecord record : rows) {
                if (++row > done) {
                    record(record, columns, stream == null ? String.valueOf(given) : record.get(stream));
                }
            }
        }
    }

    private void record(CSVRecord record, List<String> columns, String stream) throws SQLException {
        try {
            ObjectNode body = Bodies.JSON.createObjectNode();
            for (String name : List.of("phenomenonTime", "resultTime", "validTime", "resultQuality")) {
                if (columns.contains(name)
                        && record.isSet(name)
                        && !record.get(name).isBlank()) {
                    body.put(name, record.get(name).strip());
                }
            }
            String result = record.isSet("result") ? record.get("result").strip() : "";
            if (!result.isEmpty()) {
                if (result.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
                    body.put("result", new java.math.BigDecimal(result));
                } else {
                    body.put("result", result);
                }
            }
            if (!stream.strip().matches("\\d{1,9}")) {
                throw StaProblem.bad(
                        "\"%s\" is no id of a Datastream.".formatted(StaProblem.shown(stream)),
                        "Maybe the columns are shifted.");
            }
            Stream of = stream(Integer.parseInt(stream.strip()));
            if (of == null || of.feature() == 0) {
                throw StaProblem.bad(
                        "There is no Datastream %s with a place.".formatted(stream.strip()), "Maybe create it first.");
            }
            take(ObservationJson.read(body, of.id(), of.results(), of.feature()));
        } catch (StaProblem e) {
            fault(e);
        }
    }

    private void json() throws IOException, SQLException {
        var lookup = new Intake.Lookup() {
            @Override
            public @Nullable Stream stream(int id) throws SQLException {
                return Loader.this.stream(id);
            }

            @Override
            public boolean feature(int id) throws SQLException {
                try (PreparedStatement statement =
                        connection.prepareStatement("select 1 from observation.feature where id = ?")) {
                    statement.setInt(1, id);
                    try (var found = statement.executeQuery()) {
                        return found.next();
                    }
                }
            }
        };
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = Bodies.JSON.createParser(in)) {
            new Intake(lookup, Rights.operator("import", ""), read -> {
                        NewObservation observation = read.observation();
                        StaProblem problem = read.problem();
                        if (++row <= done) {
                            return;
                        }
                        if (observation != null) {
                            take(observation);
                        } else if (problem != null) {
                            fault(problem);
                        }
                    })
                    .read(json);
        } catch (tools.jackson.core.JacksonException e) {
            throw Bodies.notJson(e);
        }
    }

    private @Nullable Stream stream(int id) throws SQLException {
        Stream stream = streams.find(connection, id);
        if (stream != null && stream.feature() == 0) {
            try {
                new EntityStore(connection, author, Rights.operator("import", ""), writer, streams).feature(stream);
            } catch (StaProblem e) {
                return stream; // said for each row
            }
            stream = streams.find(connection, id);
        }
        return stream;
    }

    private void fault(StaProblem e) {
        rejected++;
        if (faults.size() < TOLD) {
            faults.add("row %d: %s %s".formatted(row, e.message(), e.maybe()));
        }
    }

    // ---------------------------------------------------------------- writing

    private void take(NewObservation observation) throws SQLException {
        waiting.add(observation);
        if (waiting.size() >= CHUNK) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (!waiting.isEmpty()) {
            for (Outcome outcome : writer.insert(connection, waiting, author, Stream.Duplicates.IGNORE)) {
                switch (outcome.kind()) {
                    case CREATED, REPLACED -> created++;
                    case IGNORED -> known++;
                    case REJECTED -> rejected++;
                }
            }
            waiting.clear();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "update observation.load set rows_done = greatest(rows_done, ?) where sha256 = ?")) {
            statement.setLong(1, row);
            statement.setString(2, sha256);
            statement.executeUpdate();
        }
        connection.commit();
        listener.rows(row, created, known);
    }

    private void finish() throws SQLException {
        writer.fold(connection);
        try (PreparedStatement statement =
                connection.prepareStatement("update observation.load set finished = now() where sha256 = ?")) {
            statement.setString(1, sha256);
            statement.executeUpdate();
        }
        connection.commit();
    }
}

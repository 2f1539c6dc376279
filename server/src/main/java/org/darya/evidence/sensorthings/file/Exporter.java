package org.darya.evidence.sensorthings.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.darya.evidence.ObservationFiles.Format;
import org.darya.evidence.ObservationFiles.Listener;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.platform.DaryaException;
import tools.jackson.databind.node.ObjectNode;

/** Writes the observations of streams, in the order of stream and time, holding only some at once. */
public final class Exporter {
    private static final int AT_ONCE = 10_000;
    private static final String QUERY = "select " + ExportedRow.COLUMNS + " from observation.observation o"
            + " where o.datastream = any (?) order by o.datastream, o.phenomenon_time, o.id";

    private Exporter() {}

    /** Gives how many there were. */
    public static long write(
            Connection connection, List<Integer> streams, Path file, Format format, Listener listener) {
        try {
            connection.setAutoCommit(false); // else the driver would fetch them all
            try (ExportedRow.Sink sink = switch (format) {
                case CSV -> new CsvSink(file);
                case PARQUET -> new ParquetSink(file, described(connection, streams));
            }) {
                return rows(connection, streams, sink, listener);
            }
        } catch (IOException e) {
            throw new DaryaException(
                    "The file %s cannot be written: %s".formatted(file, e.getMessage()),
                    "Maybe the disk is full or the folder is missing.");
        } catch (SQLException e) {
            throw new DaryaException(
                    "The export was broken off: %s".formatted(e.getMessage()), "Maybe the database was stopped.");
        }
    }

    private static long rows(Connection connection, List<Integer> streams, ExportedRow.Sink sink, Listener listener)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setObject(1, streams.stream().mapToInt(Integer::intValue).toArray());
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                long n = 0;
                while (rows.next()) {
                    sink.take(ExportedRow.read(rows));
                    if (++n % AT_ONCE == 0) {
                        listener.rows(n, n, 0);
                    }
                }
                return n;
            }
        }
    }

    /** What the numbers are: for each stream its name, its unit and the property observed, as JSON. */
    private static String described(Connection connection, List<Integer> streams) throws SQLException {
        ObjectNode all = Bodies.JSON.createObjectNode();
        try (PreparedStatement statement = connection.prepareStatement(
                "select d.id, d.name, d.unit::text, p.name, p.definition, d.properties::text"
                        + " from observation.datastream d"
                        + " left join observation.observed_property p on p.id = d.observed_property"
                        + " where d.id = any (?) order by d.id")) {
            statement.setObject(1, streams.stream().mapToInt(Integer::intValue).toArray());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ObjectNode one = all.putObject(rows.getString(1)).put("name", rows.getString(2));
                    String unit = rows.getString(3);
                    if (unit != null) {
                        one.set("unitOfMeasurement", Bodies.JSON.readTree(unit));
                    }
                    if (rows.getString(4) != null) {
                        one.putObject("ObservedProperty")
                                .put("name", rows.getString(4))
                                .put("definition", rows.getString(5));
                    }
                    String properties = rows.getString(6);
                    if (properties != null) {
                        one.set("properties", Bodies.JSON.readTree(properties));
                    }
                }
            }
        }
        return all.toString();
    }
}

package org.darya.evidence.sensorthings.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.darya.evidence.ObservationFiles.Listener;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the observations of streams, in the order of stream and time, holding only some at once. */
public final class Exporter {
    private static final int AT_ONCE = 10_000;
    private static final String QUERY =
            "select o.datastream, timestamptz_send(o.phenomenon_time), timestamptz_send(o.phenomenon_end),"
                    + " o.result, timestamptz_send(o.result_time), o.detail::text, o.id from observation.observation o"
                    + " where o.datastream = any (?) order by o.datastream, o.phenomenon_time, o.id";

    private Exporter() {}

    /** Gives how many there were. */
    public static long csv(Connection connection, List<Integer> streams, Path file, Listener listener) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            connection.setAutoCommit(false); // else the driver would fetch them all
            out.write("datastream,phenomenonTime,result,resultTime,validTime,resultQuality,id\r\n");
            try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
                statement.setObject(
                        1, streams.stream().mapToInt(Integer::intValue).toArray());
                statement.setFetchSize(AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    long n = 0;
                    while (rows.next()) {
                        row(out, rows);
                        if (++n % AT_ONCE == 0) {
                            listener.rows(n, n, 0);
                        }
                    }
                    return n;
                }
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

    private static void row(BufferedWriter out, ResultSet row) throws SQLException, IOException {
        String text = row.getString(6);
        JsonNode detail = text == null ? Bodies.JSON.createObjectNode() : Bodies.JSON.readTree(text);
        String result = row.getString(4);
        if (detail.has("result")) {
            JsonNode kept = detail.get("result");
            result = kept.isString() ? kept.asString() : kept.toString();
        } else if (result != null) {
            double number = row.getDouble(4);
            result = number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
        JsonNode valid = detail.path("validTime");
        JsonNode quality = detail.path("resultQuality");
        out.write(String.join(
                ",",
                row.getString(1),
                new Interval(instant(row.getBytes(2)), instant(row.getBytes(3))).toString(),
                quoted(result),
                row.getBytes(5) == null ? "" : Instants.write(instant(row.getBytes(5))),
                valid.isMissingNode()
                        ? ""
                        : valid.get(0).asString() + "/" + valid.get(1).asString(),
                quoted(quality.isMissingNode() ? "" : quality.isString() ? quality.asString() : quality.toString()),
                row.getString(7)));
        out.write("\r\n");
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static long instant(byte @Nullable [] sent) {
        return sent == null ? Instants.NONE : ByteBuffer.wrap(sent).getLong() + Instants.POSTGRES_EPOCH;
    }
}

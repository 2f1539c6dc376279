package org.darya.evidence.sensorthings.file;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.darya.evidence.sensorthings.store.Bodies;
import org.darya.evidence.sensorthings.time.Instants;
import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An observation on its way into a file.
 *
 * @param number the result as a double, where it is a number
 * @param kept the result as it was sent, where a double does not say it: text, JSON, digits beyond a double
 * @param resultTime microseconds since 1970, {@link Instants#NONE} for none
 * @param validTime ISO 8601 interval; null for none
 * @param quality text, or JSON where it is no text; null for none
 */
record ExportedRow(
        int stream,
        Interval time,
        @Nullable Double number,
        @Nullable String kept,
        long resultTime,
        @Nullable String validTime,
        @Nullable String quality,
        long id) {
    static final String COLUMNS =
            "o.datastream, timestamptz_send(o.phenomenon_time), timestamptz_send(o.phenomenon_end),"
                    + " o.result, timestamptz_send(o.result_time), o.detail::text, o.id";

    /** Takes a row. */
    interface Sink extends AutoCloseable {
        void take(ExportedRow row) throws java.io.IOException;

        @Override
        void close() throws java.io.IOException;
    }

    /** Reads {@link #COLUMNS}. */
    static ExportedRow read(ResultSet row) throws SQLException {
        String text = row.getString(6);
        JsonNode detail = text == null ? Bodies.JSON.createObjectNode() : Bodies.JSON.readTree(text);
        double number = row.getDouble(4);
        boolean numeric = !row.wasNull();
        JsonNode valid = detail.path("validTime");
        return new ExportedRow(
                row.getInt(1),
                new Interval(instant(row.getBytes(2)), instant(row.getBytes(3))),
                numeric ? number : null,
                text(detail.path("result")),
                instant(row.getBytes(5)),
                valid.isMissingNode()
                        ? null
                        : valid.get(0).asString() + "/" + valid.get(1).asString(),
                text(detail.path("resultQuality")),
                row.getLong(7));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.isString() ? node.asString() : node.toString();
    }

    private static long instant(byte @Nullable [] sent) {
        return sent == null ? Instants.NONE : ByteBuffer.wrap(sent).getLong() + Instants.POSTGRES_EPOCH;
    }
}

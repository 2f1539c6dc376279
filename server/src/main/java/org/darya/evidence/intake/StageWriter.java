package org.darya.evidence.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.evidence.RejectedRow;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the rows of one file into the temporary table of an import by COPY, stored and rejected ones alike. What
 * describes a series goes along with its first row and is left out of the next: the last few thousand are remembered.
 */
final class StageWriter implements Sink, AutoCloseable {
    private static final int REMEMBERED = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final String office;
    private final int file;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();
    private final Map<SeriesKey, String> ids = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SeriesKey, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long nr;

    /** @param nr number of the last row of the files before */
    StageWriter(Connection connection, String office, int file, long nr) throws SQLException {
        this.office = office;
        this.file = file;
        this.nr = nr;
        this.out = new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy stage from stdin"), 1 << 16);
    }

    long nr() {
        return nr;
    }

    @Override
    public void stored(Observation row) throws IOException {
        SeriesKey key = row.series();
        String id = ids.get(key);
        boolean first = id == null;
        if (id == null) {
            id = key.id(office);
            ids.put(key, id);
        }
        begin(row.line(), null)
                .field(id)
                .field(row.period().text())
                .field(row.period().first().toString())
                .field(row.period().last().toString())
                .field(row.value() == null ? null : row.value().toPlainString())
                .field(Integer.toString(row.power()))
                .field(Words.of(row.status()))
                .field(row.flag())
                .field(row.footnote())
                .field(first ? key.indicator() : null)
                .field(first ? JSON.writeValueAsString(key.dimensions()) : null)
                .field(first ? key.unit() : null)
                .field(first ? JSON.writeValueAsString(row.titles()) : null)
                .field(null)
                .field(null)
                .end();
    }

    @Override
    public void rejected(RejectedRow row) throws IOException {
        begin(row.line(), row.column());
        for (int i = 0; i < 13; i++) {
            field(null);
        }
        field(oneLine(row.reason())).field(oneLine(row.maybe())).end();
    }

    private static String oneLine(String said) {
        return said.replace("\r", "").replace("\n", "\\n");
    }

    private StageWriter begin(long line, @Nullable Integer column) {
        text.setLength(0);
        return field(Long.toString(++nr))
                .field(Integer.toString(file))
                .field(Long.toString(line))
                .field(column == null ? null : column.toString());
    }

    private StageWriter field(@Nullable String value) {
        if (!text.isEmpty()) {
            text.append('\t');
        }
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append('\uFFFD'); // PostgreSQL keeps no zero character
                default -> text.append(c);
            }
        }
        return this;
    }

    private void end() throws IOException {
        text.append('\n');
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package org.darya.evidence.sensorthings.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;

/** Writes observations as CSV (RFC 4180) that {@link Loader} takes again. */
final class CsvSink implements ExportedRow.Sink {
    private final BufferedWriter out;

    CsvSink(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write("datastream,phenomenonTime,result,resultTime,validTime,resultQuality,id\r\n");
    }

    @Override
    public void take(ExportedRow row) throws IOException {
        out.write(String.join(
                ",",
                Integer.toString(row.stream()),
                row.time().toString(),
                quoted(result(row)),
                row.resultTime() == Instants.NONE ? "" : Instants.write(row.resultTime()),
                row.validTime() == null ? "" : row.validTime(),
                quoted(row.quality()),
                Long.toString(row.id())));
        out.write("\r\n");
    }

    private static @Nullable String result(ExportedRow row) {
        Double number = row.number();
        if (row.kept() != null || number == null) {
            return row.kept();
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : Double.toString(number);
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

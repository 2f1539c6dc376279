package org.darya.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.darya.evidence.RejectedRow;

/** A CSV file as a stream of rows with their lines. Written in UTF-8, with or without a byte-order mark. */
final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvTable() {}

    /** What is made of a row; a row that does not fit is refused with the name of the column that is to blame. */
    @FunctionalInterface
    interface Rows {
        Observation made(CsvRow row) throws Unacceptable;
    }

    /** Prepares for the columns of a file. */
    @FunctionalInterface
    interface Start {
        Rows of(List<String> columns) throws Unreadable;
    }

    /** Opens a file from its beginning. */
    @FunctionalInterface
    interface Opening {
        InputStream stream() throws IOException;
    }

    static void read(SourceFile file, Sink sink, Start start) throws IOException, Unreadable {
        read(file.name(), () -> Files.newInputStream(file.path()), sink, start);
    }

    /** @param name what rejected rows call the file */
    static void read(String name, Opening file, Sink sink, Start start) throws IOException, Unreadable {
        long line = 1;
        try (Reader reader = open(file);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new Unreadable(1, "The file has no header.", "Maybe its first lines were cut off.");
            }
            List<String> columns = columns(records.next());
            Rows rows = start.of(columns);
            while (true) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return;
                }
                CSVRecord record = records.next();
                if (record.size() > 1 || !record.get(0).isEmpty()) {
                    hand(new CsvRow(columns, record, line), rows, name, sink);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(file);
            }
            throw broken(line, e);
        } catch (IllegalStateException e) {
            throw broken(line, e);
        }
    }

    private static void hand(CsvRow row, Rows rows, String name, Sink sink) throws IOException {
        try {
            row.check();
            sink.stored(rows.made(row));
        } catch (Unacceptable e) {
            sink.rejected(new RejectedRow(name, row.line(), row.column(e.field), e.reason(), e.maybe));
        }
    }

    private static List<String> columns(CSVRecord header) throws Unreadable {
        List<String> columns = header.stream()
                .map(name -> name.startsWith("\uFEFF") ? name.substring(1) : name)
                .map(String::strip)
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new Unreadable(
                        1,
                        "The column \"%s\" stands twice.".formatted(name),
                        "Maybe one of the two wants another name.");
            }
        }
        return columns;
    }

    private static Reader open(Opening file) throws IOException {
        return new InputStreamReader(
                file.stream(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Unreadable broken(long line, RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new Unreadable(
                line,
                "The CSV is broken in or after this line: %s".formatted(cause.getMessage()),
                "Maybe a quotation mark is missing, or one inside a text must be doubled.");
    }

    private static Unreadable notUtf8(Opening file) throws IOException {
        return new Unreadable(
                Utf8.firstBadLine(file),
                "The file is not written in UTF-8.",
                "Maybe it was saved as Windows-1251; save it as CSV UTF-8 and import it again.");
    }
}

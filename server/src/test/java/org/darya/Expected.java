package org.darya;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Tables of expected values under {@code src/test/resources}. */
public final class Expected {
    private Expected() {}

    public static List<CSVRecord> rows(Path file) {
        try (var reader = Files.newBufferedReader(file);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line written as {@code country=KAZ;sex=F}. */
    public static Map<String, String> key(String text) {
        Map<String, String> key = new TreeMap<>();
        for (String pair : text.split(";")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                key.put(pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        return key;
    }
}

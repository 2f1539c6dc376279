package org.darya.basin.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.BasinException;
import org.jspecify.annotations.Nullable;

/**
 * A reference table: {@code timestep,start,days,scenario} and one column for each node or parameter.
 *
 * @param columns names of the columns after the first four
 * @param rows rows as texts
 */
record Reference(List<String> columns, List<CSVRecord> rows) {

    static final int FIRST = 4;

    /** Reads a table that may be gzipped; null if there is none. */
    static @Nullable Reference read(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path zipped = folder.resolve(name + ".gz");
        Path file = Files.exists(plain) ? plain : zipped;
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.equals(zipped) ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            List<String> names = parser.getHeaderNames();
            return new Reference(names.subList(FIRST, names.size()), parser.getRecords());
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(), "the reference cannot be read (" + e.getMessage() + ")", "the file is damaged.");
        }
    }
}

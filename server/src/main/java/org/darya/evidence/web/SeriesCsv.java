package org.darya.evidence.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.evidence.Series;
import org.darya.evidence.SeriesValue;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;

/** The values of a series in the columns of the plain CSV, so that what is taken out can be imported again. */
final class SeriesCsv {
    private SeriesCsv() {}

    static void write(Series series, List<SeriesValue> values, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\uFEFF'); // without it Excel takes Cyrillic for Windows-1252
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<Object> header = new ArrayList<>(List.of("indicator", "period", "value", "unit", "power", "status"));
            header.addAll(List.of("flag", "footnote"));
            header.addAll(series.dimensions().keySet());
            printer.printRecord(header);
            for (SeriesValue value : values) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(series.indicator());
                cells.add(value.period().text());
                cells.add(value.value() == null ? null : value.value().toPlainString());
                cells.add(series.unit());
                cells.add(value.power());
                cells.add(Words.of(value.status()));
                cells.add(value.flag());
                cells.add(harmless(value.footnote()));
                cells.addAll(series.dimensions().values());
                printer.printRecord(cells);
            }
        }
    }

    /** A text that a spreadsheet would take for a formula gets a mark before it. */
    private static @Nullable String harmless(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

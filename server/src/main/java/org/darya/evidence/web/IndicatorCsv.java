package org.darya.evidence.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;

/**
 * The values of an indicator, one to a row. The columns up to the dimensions are those of the plain CSV, so that the table can
 * be imported elsewhere; {@code line} says where a row comes from.
 */
final class IndicatorCsv {
    private IndicatorCsv() {}

    static void write(IndicatorVersion version, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\uFEFF'); // without it Excel takes Cyrillic for Windows-1252
        Set<String> dimensions = new LinkedHashSet<>();
        version.lines().forEach(line -> dimensions.addAll(line.key().keySet()));
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<Object> header =
                    new ArrayList<>(List.of("indicator", "period", "value", "unit", "status", "footnote"));
            header.addAll(dimensions);
            header.addAll(List.of("aggregate", "used", "present", "expected", "version"));
            printer.printRecord(header);
            for (Line line : version.lines()) {
                for (IndicatorValue value : line.values()) {
                    printer.printRecord(row(version, line, value, dimensions));
                }
            }
        }
    }

    private static List<@Nullable Object> row(
            IndicatorVersion version, Line line, IndicatorValue value, Set<String> dimensions) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(version.indicator());
        cells.add(value.period().text());
        cells.add(value.number() == null ? null : value.number().toPlainString());
        cells.add(version.unit());
        cells.add(Words.of((ValueStatus) value.status()));
        cells.add(value.reason() == null ? null : value.reason().code());
        dimensions.forEach(dimension -> cells.add(line.key().getOrDefault(dimension, "")));
        cells.add(line.aggregate());
        cells.add(value.refused() == null);
        cells.add(value.coverage() == null ? null : value.coverage().present());
        cells.add(value.coverage() == null ? null : value.coverage().expected());
        cells.add(version.id());
        return cells;
    }
}

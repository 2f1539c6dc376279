package org.darya.evidence.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.IndicatorVersion;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.jspecify.annotations.Nullable;

/**
 * SDMX-CSV 2.0 (SDMX 3.0 Technical Specifications, section SDMX-CSV): three columns that name the structure, one column to a
 * dimension, the time, the value, then attributes. Statuses are those of the code list CL_OBS_STATUS: A normal, E estimated,
 * I imputed, M cannot exist, O missing. A dimension that stands for all of it is {@code _T}.
 */
final class SdmxCsv {
    private static final String AGENCY = "DARYA";

    private SdmxCsv() {}

    static void write(IndicatorVersion version, List<String> dimensions, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        String structure = "%s:%s(1.0.0)"
                .formatted(AGENCY, version.indicator().toUpperCase(Locale.ROOT).replace('-', '_'));
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<Object> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
            dimensions.forEach(dimension -> header.add(name(dimension)));
            header.addAll(List.of("TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "DATA_VERSION"));
            printer.printRecord(header);
            for (Line line : version.lines()) {
                for (IndicatorValue value : line.values()) {
                    if (value.refused() == null) {
                        printer.printRecord(row(structure, version, line, value, dimensions));
                    }
                }
            }
        }
    }

    private static List<@Nullable Object> row(
            String structure, IndicatorVersion version, Line line, IndicatorValue value, List<String> dimensions) {
        List<@Nullable Object> cells = new ArrayList<>(List.of("dataflow", structure, "R"));
        dimensions.forEach(dimension -> cells.add(line.key().getOrDefault(dimension, "_T")));
        cells.add(value.period().text());
        cells.add(value.number() == null ? null : value.number().toPlainString());
        cells.add(status(value.status()));
        cells.add(version.unit());
        cells.add(version.id());
        return cells;
    }

    /** The concepts of the cross-domain list where there is one. */
    private static String name(String dimension) {
        return dimension.equals("country")
                ? "REF_AREA"
                : dimension.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String status(ValueStatus status) {
        return switch (status) {
            case OBSERVED -> "A";
            case ESTIMATED -> "E";
            case IMPUTED -> "I";
            case NOT_REPORTED -> "O";
            case NOT_APPLICABLE -> "M";
        };
    }
}

package org.darya.evidence.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;

/** The plain CSV of docs/guide/import.md: fixed names for what every value needs; every other column is a dimension. */
final class PlainCsv implements FileFormat {
    private static final List<String> NEEDED = List.of("indicator", "period", "value");
    private static final Set<String> KNOWN =
            Set.of("indicator", "period", "value", "unit", "power", "status", "flag", "footnote");
    private static final String TITLE = "title_";

    @Override
    public List<SourceFile> files(Path given) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : Folders.with(given, ".csv")) {
            files.add(new SourceFile(path, Folders.name(given, path), false));
        }
        return files;
    }

    @Override
    public void read(SourceFile file, Sink sink) throws IOException, Unreadable {
        CsvTable.read(file, sink, PlainCsv::started);
    }

    /** Reads a table that is held in memory, such as that of a dataset. */
    static void read(String name, byte[] content, Sink sink) throws IOException, Unreadable {
        CsvTable.read(name, () -> new ByteArrayInputStream(content), sink, PlainCsv::started);
    }

    private static CsvTable.Rows started(List<String> columns) throws Unreadable {
        for (String needed : NEEDED) {
            if (!columns.contains(needed)) {
                throw new Unreadable(
                        1,
                        "There is no column \"%s\" among %s.".formatted(needed, columns),
                        "Maybe the columns are not separated by commas; docs/guide/import.md describes the file.");
            }
        }
        return PlainCsv::made;
    }

    private static Observation made(CsvRow row) throws Unacceptable {
        String indicator = row.get("indicator");
        if (indicator.isEmpty()) {
            throw new Unacceptable("indicator", "The indicator is missing.", "Maybe it stands in the row above only.");
        }
        Map<String, String> dimensions = new HashMap<>();
        Map<String, String> titles = new HashMap<>();
        for (String column : row.columns()) {
            String cell = row.get(column);
            if (column.isEmpty() || cell.isEmpty() || KNOWN.contains(column)) {
                continue;
            }
            if (column.startsWith(TITLE)) {
                titles.put(column.substring(TITLE.length()), cell);
            } else {
                dimensions.put(column, cell);
            }
        }
        var period = Numbers.period("period", row.get("period"));
        String text = row.get("value");
        BigDecimal value = text.isEmpty() ? null : Numbers.value("value", text);
        return new Observation(
                new SeriesKey(indicator, dimensions, orNull(row.get("unit"))),
                titles,
                period,
                value,
                Numbers.power("power", row.get("power")),
                status(row.get("status"), value),
                orNull(row.get("flag")),
                orNull(row.get("footnote")),
                row.line());
    }

    private static ValueStatus status(String word, @Nullable BigDecimal value) throws Unacceptable {
        Map<String, ValueStatus> words = Words.of(ValueStatus.class);
        ValueStatus status = word.isEmpty() && value != null ? ValueStatus.OBSERVED : words.get(word);
        if (status == null) {
            String all = String.join(", ", words.keySet());
            throw word.isEmpty()
                    ? new Unacceptable(
                            "value",
                            "There is neither a value nor a status that says why.",
                            "Maybe the status is not-reported or not-applicable.")
                    : new Unacceptable(
                            "status",
                            "The status \"%s\" is unknown.".formatted(word),
                            "Maybe one of these is meant: %s.".formatted(all));
        }
        if (status.missing() == (value != null)) {
            throw new Unacceptable(
                    "status",
                    value == null
                            ? "The status \"%s\" needs a value.".formatted(word)
                            : "The status \"%s\" says that there is no value, and yet there is %s."
                                    .formatted(word, value.toPlainString()),
                    "Maybe the value and the status stand in different rows.");
        }
        return status;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

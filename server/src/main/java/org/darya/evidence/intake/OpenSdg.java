package org.darya.evidence.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.ValueStatus;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of an Open SDG site: one CSV to an indicator ({@code Year}, disaggregations, {@code Value}), with
 * settings, metadata and translations beside it. A blank in a column of a disaggregation means all.
 */
final class OpenSdg implements FileFormat {
    private static final Set<String> NOT_DIMENSIONS = Set.of(
            "Year",
            "Value",
            "Units",
            "UNIT_MEASURE",
            "OBS_STATUS",
            "UNIT_MULT",
            "COMMENT_OBS",
            "Observation status",
            "Unit multiplier",
            "Unit measure");
    private static final List<String> WORDS = List.of("translations", "indicator-config", "meta");

    private final OpenSdgWords words = new OpenSdgWords();

    @Override
    public List<SourceFile> files(Path given) throws IOException {
        Path root = root(given);
        List<SourceFile> files = new ArrayList<>();
        for (String folder : WORDS) {
            if (root != null && Files.isDirectory(root.resolve(folder))) {
                for (Path path : Folders.with(root.resolve(folder), ".yml")) {
                    files.add(new SourceFile(path, Folders.name(root, path), true));
                }
            }
        }
        Path data = root != null && given.equals(root) ? root.resolve("data") : given;
        for (Path path : Folders.with(data, ".csv")) {
            files.add(new SourceFile(path, Folders.name(given, path), false));
        }
        return files;
    }

    /** The folder that holds {@code data}; null where the file lies somewhere else. */
    private static @Nullable Path root(Path given) {
        if (Files.isDirectory(given.resolve("data"))) {
            return given;
        }
        Path data = Files.isDirectory(given) ? given : given.toAbsolutePath().getParent();
        return data != null && data.endsWith("data") ? data.toAbsolutePath().getParent() : null;
    }

    @Override
    public void read(SourceFile file, Sink sink) throws IOException, Unreadable {
        if (file.companion()) {
            words.read(file);
            return;
        }
        String stem = file.stem().replaceFirst("^indicator_", "");
        String indicator = stem.replace('-', '.');
        Map<String, String> titles = words.titles(stem);
        String unit = words.unit(stem);
        CsvTable.read(file, sink, columns -> {
            for (String needed : List.of("Year", "Value")) {
                if (!columns.contains(needed)) {
                    throw new Unreadable(
                            1,
                            "There is no column \"%s\" among %s.".formatted(needed, columns),
                            "Maybe this is no data file of Open SDG; a plain CSV is imported by ./darya import csv.");
                }
            }
            return row -> made(row, indicator, titles, unit);
        });
    }

    private static Observation made(
            CsvRow row, String indicator, Map<String, String> titles, @Nullable String commonUnit) throws Unacceptable {
        Map<String, String> dimensions = new HashMap<>();
        for (String column : row.columns()) {
            String cell = row.get(column);
            if (!column.isEmpty() && !cell.isEmpty() && !NOT_DIMENSIONS.contains(column)) {
                dimensions.put(column, cell);
            }
        }
        var period = Numbers.period("Year", row.get("Year"));
        String text = row.get("Value");
        BigDecimal value = text.isEmpty() ? null : Numbers.value("Value", text);
        String flag = first(row, "OBS_STATUS", "Observation status");
        String unit = first(row, "UNIT_MEASURE", "Units", "Unit measure");
        return new Observation(
                new SeriesKey(indicator, dimensions, unit == null ? commonUnit : unit),
                titles,
                period,
                value,
                Numbers.power("UNIT_MULT", first(row, "UNIT_MULT", "Unit multiplier")),
                flag == null && value != null ? ValueStatus.OBSERVED : SdmxStatus.of(flag, null, value != null),
                flag,
                first(row, "COMMENT_OBS"),
                row.line());
    }

    private static @Nullable String first(CsvRow row, String... columns) {
        for (String column : columns) {
            if (!row.get(column).isEmpty()) {
                return row.get(column);
            }
        }
        return null;
    }
}

package org.darya.evidence.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.DatasetTable;
import org.darya.evidence.RejectedRow;
import org.darya.evidence.SeriesData;

/** Collects the rows of a dataset in memory; it comes with a programme and is small. */
public final class DatasetReading implements Sink {
    private static final Comparator<SeriesData.Row> BY_TIME = Comparator.comparing(
                    (SeriesData.Row row) -> row.period().first())
            .thenComparing(row -> row.period().last());

    private final String file;
    private final Map<SeriesKey, Map<String, SeriesData.Row>> series = new LinkedHashMap<>();
    private final List<RejectedRow> faults = new ArrayList<>();
    private int rows;

    private DatasetReading(String file) {
        this.file = file;
    }

    public static DatasetTable read(String file, byte[] content, String office) {
        var reading = new DatasetReading(file);
        try {
            PlainCsv.read(file, content, reading);
        } catch (Unreadable e) {
            reading.faults.add(new RejectedRow(file, Math.max(e.line, 1), null, e.reason(), e.maybe));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory
        }
        List<SeriesData> all = new ArrayList<>();
        reading.series.forEach((key, values) -> all.add(new SeriesData(
                key.id(office),
                key.indicator(),
                new LinkedHashMap<>(key.dimensions()),
                key.unit() == null ? "" : key.unit(),
                values.values().stream().sorted(BY_TIME).toList())));
        return new DatasetTable(List.copyOf(all), reading.rows, List.copyOf(reading.faults));
    }

    @Override
    public void stored(Observation row) {
        rows++;
        var value = new SeriesData.Row(
                row.period(),
                row.value() == null ? null : row.value().scaleByPowerOfTen(row.power()),
                row.status(),
                file,
                row.line());
        SeriesData.Row before = series.computeIfAbsent(row.series(), key -> new HashMap<>())
                .putIfAbsent(row.period().text(), value);
        if (before != null) {
            faults.add(new RejectedRow(
                    file,
                    row.line(),
                    null,
                    "The row is about the same series and period (%s) as line %d."
                            .formatted(row.period().text(), before.line()),
                    "Maybe one of the two is a copy, or a dimension or unit that tells them apart is missing."));
        }
    }

    @Override
    public void rejected(RejectedRow row) {
        rows++;
        faults.add(row);
    }
}

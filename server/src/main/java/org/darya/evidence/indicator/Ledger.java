package org.darya.evidence.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.Period;
import org.darya.evidence.SeriesData;
import org.darya.evidence.UsedValue;
import org.darya.methods.Used;

/** From what a method says it used back to rows of files. */
final class Ledger {
    private final Map<String, List<Chosen>> byLabel = new HashMap<>();
    private final Map<Chosen, Map<List<LocalDate>, SeriesData.Row>> rows = new HashMap<>();

    Ledger(List<Chosen> all) {
        all.forEach(one -> add(one.label(), List.of(one)));
    }

    /** A label under which several series were given to a method as one. */
    void add(String label, List<Chosen> behind) {
        byLabel.put(label, behind);
    }

    List<UsedValue> used(List<Used> used) {
        List<UsedValue> all = new ArrayList<>();
        for (Used one : used) {
            for (Chosen chosen : byLabel.getOrDefault(one.series(), List.of())) {
                used(one, chosen, all);
            }
        }
        return List.copyOf(all);
    }

    private void used(Used used, Chosen chosen, List<UsedValue> all) {
        Period first = Periods.forPeople(used.first());
        Period last = Periods.forPeople(used.last());
        SeriesData series = chosen.series();
        if (!first.equals(last)) {
            all.add(new UsedValue(
                    used.input(),
                    series.id(),
                    first.text(),
                    last.text(),
                    used.count(),
                    null,
                    series.unit(),
                    file(series),
                    null));
            return;
        }
        SeriesData.Row row = rows.computeIfAbsent(chosen, Ledger::index).get(List.of(first.first(), first.last()));
        if (row != null && row.amount() != null) {
            all.add(new UsedValue(
                    used.input(),
                    series.id(),
                    row.period().text(),
                    row.period().text(),
                    1,
                    row.amount(),
                    series.unit(),
                    row.file().isEmpty() ? null : row.file(),
                    row.file().isEmpty() ? null : row.line()));
        }
    }

    private static @org.jspecify.annotations.Nullable String file(SeriesData series) {
        String file = series.rows().isEmpty() ? "" : series.rows().getFirst().file();
        return file.isEmpty() ? null : file;
    }

    private static Map<List<LocalDate>, SeriesData.Row> index(Chosen chosen) {
        Map<List<LocalDate>, SeriesData.Row> rows = new HashMap<>();
        chosen.series()
                .rows()
                .forEach(row ->
                        rows.put(List.of(row.period().first(), row.period().last()), row));
        return rows;
    }
}

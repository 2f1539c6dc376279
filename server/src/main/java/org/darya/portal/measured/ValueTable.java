package org.darya.portal.measured;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.portal.chart.ChartLine;
import org.darya.portal.chart.ChartModel;
import org.darya.portal.chart.ChartNumbers;
import org.darya.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The numbers behind a chart: a row for each period, the newest first, and a column for each line; many lines stand in rows.
 *
 * @param title null where the heading above says it
 * @param turned whether lines stand in rows and periods in columns
 * @param columns names over the columns
 */
public record ValueTable(@Nullable String title, boolean turned, List<Heading> columns, List<Row> rows) {
    private static final int MOST_COLUMNS = 7;

    /** A name over a column or before a row, and the anchor that the chart leads to. */
    public record Heading(String text, @Nullable String anchor) {}

    /** A row with its cells; null where a line says nothing of a period. */
    public record Row(Heading heading, List<@Nullable Cell> cells) {}

    /**
     * A number as it is written, or the reason why there is none.
     *
     * @param text null where there is no number
     */
    public record Cell(
            String anchor,
            @Nullable String text,
            Kind kind,
            @Nullable String note) {}

    /** What sort of number it is. */
    public enum Kind {
        SURE,
        UNSURE,
        REFUSED,
        MISSING
    }

    static List<ValueTable> of(ChartModel model, List<Line> lines, ChartNumbers numbers, Page page, Naming naming) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            ChartLine line = model.lines().get(i);
            String group = line.panel() == null || model.lines().size() <= MOST_COLUMNS ? "" : line.panel();
            groups.computeIfAbsent(group, one -> new ArrayList<>()).add(i);
        }
        List<ValueTable> tables = new ArrayList<>();
        groups.forEach((title, places) ->
                tables.add(table(title.isEmpty() ? null : title, places, model, lines, numbers, page, naming)));
        return tables;
    }

    private static ValueTable table(
            @Nullable String title,
            List<Integer> places,
            ChartModel model,
            List<Line> lines,
            ChartNumbers numbers,
            Page page,
            Naming naming) {
        Map<LocalDate, String> periods = new TreeMap<>(Comparator.reverseOrder());
        for (int place : places) {
            lines.get(place)
                    .values()
                    .forEach(value -> periods.put(value.period().first(), naming.period(value.period())));
        }
        boolean turned = places.size() > MOST_COLUMNS;
        List<Heading> names = places.stream()
                .map(place -> {
                    ChartLine line = model.lines().get(place);
                    String name =
                            title == null && line.panel() != null ? line.panel() + ", " + line.name() : line.name();
                    return new Heading(name, model.anchors() + "-" + line.key());
                })
                .toList();
        List<Heading> times =
                periods.values().stream().map(text -> new Heading(text, null)).toList();
        List<Map<LocalDate, Cell>> cells = places.stream()
                .map(place -> cells(model, model.lines().get(place), lines.get(place), numbers, page))
                .toList();
        List<Row> rows = new ArrayList<>();
        if (turned) {
            for (int i = 0; i < places.size(); i++) {
                Map<LocalDate, Cell> own = cells.get(i);
                List<@Nullable Cell> row = new ArrayList<>();
                periods.keySet().forEach(first -> row.add(own.get(first)));
                rows.add(new Row(names.get(i), row));
            }
            return new ValueTable(title, true, times, rows);
        }
        periods.forEach((first, text) -> {
            List<@Nullable Cell> row = new ArrayList<>();
            cells.forEach(own -> row.add(own.get(first)));
            rows.add(new Row(new Heading(text, null), row));
        });
        return new ValueTable(title, false, names, rows);
    }

    private static Map<LocalDate, Cell> cells(
            ChartModel model, ChartLine drawn, Line line, ChartNumbers numbers, Page page) {
        Map<LocalDate, Cell> cells = new LinkedHashMap<>();
        for (IndicatorValue value : line.values()) {
            String anchor =
                    model.anchors() + "-" + drawn.key() + "-" + value.period().first();
            cells.put(value.period().first(), cell(anchor, value, numbers, page));
        }
        return cells;
    }

    private static Cell cell(String anchor, IndicatorValue value, ChartNumbers numbers, Page page) {
        if (value.number() == null) {
            return new Cell(
                    anchor,
                    null,
                    Kind.MISSING,
                    value.reason() == null
                            ? page.label(value.status())
                            : page.t(value.reason().text()));
        }
        String text = numbers.plain(Objects.requireNonNull(value.number()));
        if (value.refused() != null) {
            return new Cell(anchor, text, Kind.REFUSED, page.t("indicator.not-used"));
        }
        return value.status() == ValueStatus.OBSERVED
                ? new Cell(anchor, text, Kind.SURE, null)
                : new Cell(anchor, text, Kind.UNSURE, page.label(value.status()));
    }
}

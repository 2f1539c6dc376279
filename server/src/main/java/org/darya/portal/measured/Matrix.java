package org.darya.portal.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Indicators.AtAGlance;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The newest values of indicators: a row for each indicator, a column for each party. What is not by country has one wide
 * cell.
 */
public record Matrix(List<String> parties, List<Row> rows) {
    private static final int MOST_WIDE = 6;

    /**
     * A row.
     *
     * @param cells one to a party, null where there is no value; empty for a wide row
     * @param wide values of lines that are no countries
     * @param more lines that a wide row does not show
     */
    public record Row(Indicator indicator, List<@Nullable Cell> cells, List<Cell> wide, int more) {}

    /**
     * A value.
     *
     * @param name what it is the value of; null where the column says it
     * @param lines how many lines stand behind it where there is no value for the whole country
     */
    public record Cell(@Nullable String name, String value, String period, boolean sure, int lines) {}

    public static Matrix of(List<AtAGlance> indicators, List<String> parties, Page page, Naming naming) {
        return new Matrix(
                parties,
                indicators.stream().map(one -> row(one, parties, page, naming)).toList());
    }

    private static Row row(AtAGlance one, List<String> parties, Page page, Naming naming) {
        List<Line> known =
                one.lines().stream().filter(line -> line.latest() != null).toList();
        if (known.stream().anyMatch(line -> line.key().containsKey("country"))) {
            List<@Nullable Cell> cells = new ArrayList<>();
            for (String party : parties) {
                cells.add(cell(
                        one.indicator(),
                        known.stream()
                                .filter(line -> party.equals(line.country()))
                                .toList(),
                        page,
                        naming));
            }
            return new Row(one.indicator(), cells, List.of(), 0);
        }
        List<Cell> wide = known.stream()
                .limit(MOST_WIDE)
                .map(line -> cell(one.indicator(), line, naming.line(line), page, naming))
                .toList();
        return new Row(one.indicator(), List.of(), wide, known.size() - wide.size());
    }

    private static @Nullable Cell cell(Indicator indicator, List<Line> lines, Page page, Naming naming) {
        if (lines.isEmpty()) {
            return null;
        }
        Line whole = lines.stream()
                .filter(line -> line.key().size() == 1)
                .findFirst()
                .orElse(lines.size() == 1 ? lines.getFirst() : null);
        return whole == null ? new Cell(null, "", "", true, lines.size()) : cell(indicator, whole, null, page, naming);
    }

    private static Cell cell(Indicator indicator, Line line, @Nullable String name, Page page, Naming naming) {
        IndicatorValue latest = Objects.requireNonNull(line.latest());
        return new Cell(
                name == null || name.isEmpty() ? null : name,
                Glance.number(indicator, line, latest, page),
                naming.period(latest.period()),
                latest.status() == ValueStatus.OBSERVED,
                0);
    }
}

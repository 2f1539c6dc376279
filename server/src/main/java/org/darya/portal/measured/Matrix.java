package org.darya.portal.measured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Indicators.AtAGlance;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.portal.chart.ChartNumbers;
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
     * @param unit of all its numbers, in words; empty where each has its own or none
     * @param cells one to a party, null where there is no value; empty for a wide row
     * @param wide values of lines that are no countries
     * @param more lines that a wide row does not show
     */
    public record Row(Indicator indicator, String unit, List<@Nullable Cell> cells, List<Cell> wide, int more) {}

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
        Indicator indicator = one.indicator();
        List<Line> known =
                one.lines().stream().filter(line -> line.latest() != null).toList();
        ChartNumbers numbers = ChartNumbers.of(
                known.stream().map(line -> Objects.requireNonNull(latest(line).number())),
                indicator.unit(),
                page.phrases());
        if (known.stream().anyMatch(line -> line.key().containsKey("country"))) {
            List<@Nullable Cell> cells = new ArrayList<>();
            for (String party : parties) {
                cells.add(ofCountry(
                        known.stream()
                                .filter(line -> party.equals(line.country()))
                                .toList(),
                        numbers,
                        naming));
            }
            return new Row(indicator, numbers.unitWords(), cells, List.of(), 0);
        }
        boolean money = known.stream().anyMatch(line -> line.key().containsKey("currency"));
        List<Cell> wide = known.stream()
                .limit(MOST_WIDE)
                .map(line -> money
                        ? cell(line, name(line, naming), Glance.number(indicator, line, latest(line), page), naming)
                        : cell(line, naming.line(line), numbers.plain(number(line)), naming))
                .toList();
        return new Row(indicator, money ? "" : numbers.unitWords(), List.of(), wide, known.size() - wide.size());
    }

    /** The name of a sum; its currency stands beside the number. */
    private static String name(Line line, Naming naming) {
        return naming.line(
                line,
                line.key().keySet().stream()
                        .filter(one -> !one.equals("currency"))
                        .toList());
    }

    private static @Nullable Cell ofCountry(List<Line> lines, ChartNumbers numbers, Naming naming) {
        if (lines.isEmpty()) {
            return null;
        }
        Line whole = lines.stream()
                .filter(line -> line.key().size() == 1)
                .findFirst()
                .orElse(lines.size() == 1 ? lines.getFirst() : null);
        return whole == null
                ? new Cell(null, "", "", true, lines.size())
                : cell(whole, null, numbers.plain(number(whole)), naming);
    }

    private static Cell cell(Line line, @Nullable String name, String value, Naming naming) {
        IndicatorValue latest = latest(line);
        return new Cell(
                name == null || name.isEmpty() ? null : name,
                value,
                naming.period(latest.period()),
                latest.status() == ValueStatus.OBSERVED,
                0);
    }

    private static IndicatorValue latest(Line line) {
        return Objects.requireNonNull(line.latest());
    }

    private static BigDecimal number(Line line) {
        return Objects.requireNonNull(latest(line).number());
    }
}

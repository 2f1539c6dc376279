package org.darya.portal.measured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Indicators.AtAGlance;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.portal.chart.ChartLine;
import org.darya.portal.chart.ChartNumbers;
import org.darya.portal.chart.Sparkline;
import org.darya.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in one row: its newest value, where it came from in about ten years, and a small line.
 *
 * @param name of the line where it is not the country as a whole; null where it is
 * @param more how many further lines the page of the indicator has
 */
public record Glance(
        Indicator indicator,
        @Nullable String name,
        String value,
        String period,
        boolean sure,
        @Nullable Change change,
        String spark,
        int more) {
    private static final int YEARS = 10;
    private static final int FEWEST_YEARS = 3;
    /** A change of less than a hundredth of the earlier value is none that can be spoken of. */
    private static final BigDecimal NOTABLE = new BigDecimal("0.01");

    private static final int MOST_LINES = 3;

    /** Where a value went, and whether that is good. */
    public enum Way {
        ROSE,
        FELL,
        SAME
    }

    /**
     * How the newest value compares with an earlier one.
     *
     * @param good null where neither way is better, or nothing changed
     */
    public record Change(Way way, @Nullable Boolean good, String since) {}

    /** The rows of one country: an indicator with a value for the country as a whole has one. */
    public static List<Glance> ofCountry(List<AtAGlance> indicators, Page page, Naming naming, Parts parts) {
        List<Glance> rows = new ArrayList<>();
        for (AtAGlance one : indicators) {
            List<Line> known =
                    one.lines().stream().filter(line -> line.latest() != null).toList();
            if (known.isEmpty()) {
                continue;
            }
            int fewest =
                    known.stream().mapToInt(line -> line.key().size()).min().orElse(0);
            List<Line> headlines =
                    known.stream().filter(line -> line.key().size() == fewest).toList();
            boolean all = headlines.size() <= MOST_LINES;
            List<Line> shown = all ? headlines : headlines.subList(0, 1);
            for (Line line : shown) {
                List<String> own = line.key().keySet().stream()
                        .filter(dimension -> !dimension.equals("country"))
                        .toList();
                String name = own.isEmpty() ? null : naming.line(line, own);
                rows.add(row(
                        one.indicator(),
                        line,
                        name,
                        line == shown.getLast() ? known.size() - shown.size() : 0,
                        page,
                        naming,
                        parts));
            }
        }
        return rows;
    }

    private static Glance row(
            Indicator indicator, Line line, @Nullable String name, int more, Page page, Naming naming, Parts parts) {
        IndicatorValue latest = Objects.requireNonNull(line.latest());
        ChartLine small = parts.small(line);
        return new Glance(
                indicator,
                name,
                number(indicator, line, latest, page),
                naming.period(latest.period()),
                latest.status() == ValueStatus.OBSERVED,
                change(indicator, line, latest, naming),
                Sparkline.draw(small, page.phrases()),
                more);
    }

    /** A value of a line with its unit, written as its chart writes it. */
    static String number(Indicator indicator, Line line, IndicatorValue value, Page page) {
        var numbers = line.known().stream().map(one -> Objects.requireNonNull(one.number()));
        String unit = line.key().containsKey("currency")
                ? "{" + line.key().getOrDefault("currency", "") + "}"
                : indicator.unit();
        return ChartNumbers.of(numbers, unit, page.phrases()).full(Objects.requireNonNull(value.number()));
    }

    private static @Nullable Change change(Indicator indicator, Line line, IndicatorValue latest, Naming naming) {
        int year = latest.period().last().getYear();
        IndicatorValue base = null;
        for (IndicatorValue value : line.known()) {
            int distance = Math.abs(year - YEARS - value.period().last().getYear());
            if (base == null
                    || distance < Math.abs(year - YEARS - base.period().last().getYear())) {
                base = value;
            }
        }
        if (base == null || year - base.period().last().getYear() < FEWEST_YEARS) {
            return null;
        }
        BigDecimal before = Objects.requireNonNull(base.number());
        BigDecimal change = Objects.requireNonNull(latest.number()).subtract(before);
        Way way = change.abs().compareTo(before.abs().multiply(NOTABLE)) <= 0
                ? Way.SAME
                : change.signum() > 0 ? Way.ROSE : Way.FELL;
        Boolean good = way == Way.SAME || indicator.direction() == Indicator.Direction.NEUTRAL
                ? null
                : (way == Way.ROSE) == (indicator.direction() == Indicator.Direction.UP);
        return new Change(way, good, naming.period(base.period()));
    }

    /** The rows of a country by theme. */
    public static Map<String, List<Glance>> byTheme(List<Glance> rows, List<String> themes) {
        Map<String, List<Glance>> byTheme = new LinkedHashMap<>();
        for (String theme : themes) {
            List<Glance> own = rows.stream()
                    .filter(row -> row.indicator().head().themes().stream()
                            .findFirst()
                            .orElse("")
                            .equals(theme))
                    .toList();
            if (!own.isEmpty()) {
                byTheme.put(theme, own);
            }
        }
        return byTheme;
    }
}

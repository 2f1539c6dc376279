package org.darya.portal.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.darya.portal.text.Phrases;
import org.jspecify.annotations.Nullable;

/** What a chart says in words: to those who do not see it, and beside it. */
final class ChartText {
    private static final int MOST_LINES_TOLD = 8;

    private final ChartModel model;
    private final ChartNumbers numbers;
    private final Phrases phrases;

    ChartText(ChartModel model, ChartNumbers numbers) {
        this.model = model;
        this.numbers = numbers;
        this.phrases = numbers.phrases();
    }

    /** What stands above the plot: the thing measured and its unit. */
    String measure() {
        String unit = numbers.unitWords();
        return unit.isEmpty() ? model.measure() : phrases.text("chart.measure", model.measure(), unit);
    }

    /** Which way is better; null where neither is. */
    @Nullable
    String better() {
        return switch (model.better()) {
            case UP -> phrases.text("chart.better-up");
            case DOWN -> phrases.text("chart.better-down");
            case NEUTRAL -> null;
        };
    }

    /** The chart in one sentence. */
    String summary() {
        List<ChartLine> told =
                model.lines().stream().filter(line -> line.latest() != null).toList();
        if (told.isEmpty()) {
            return phrases.text("chart.summary-none", measure());
        }
        if (told.size() > MOST_LINES_TOLD) {
            ChartLine least = extreme(told, -1);
            ChartLine most = extreme(told, 1);
            return phrases.text(
                    "chart.summary-many",
                    measure(),
                    phrases.number(told.size()),
                    nameAndValue(least),
                    nameAndValue(most));
        }
        return phrases.text(
                "chart.summary", measure(), told.stream().map(this::course).collect(Collectors.joining("; ")));
    }

    private static ChartLine extreme(List<ChartLine> lines, int sign) {
        return lines.stream()
                .max((one, other) -> sign * value(one).compareTo(value(other)))
                .orElseThrow();
    }

    private static BigDecimal value(ChartLine line) {
        return Objects.requireNonNull(Objects.requireNonNull(line.latest()).number());
    }

    private String nameAndValue(ChartLine line) {
        return name(line) + " " + at(Objects.requireNonNull(line.latest()));
    }

    private String at(ChartPoint point) {
        return phrases.text("chart.value-at", numbers.full(Objects.requireNonNull(point.number())), point.period());
    }

    /** A line from its first to its latest value. */
    String course(ChartLine line) {
        ChartPoint first = line.first();
        ChartPoint latest = line.latest();
        if (first == null || latest == null) {
            return phrases.text("chart.line-none", name(line));
        }
        return first == latest
                ? phrases.text("chart.line-one", name(line), at(latest))
                : phrases.text("chart.line-course", name(line), at(first), at(latest));
    }

    /** A name with its latest value. */
    String latest(String name, ChartPoint point) {
        return phrases.text("chart.line-one", name, at(point));
    }

    /** Names for which there is no value. */
    String none(String names) {
        return phrases.text("chart.line-none", names);
    }

    /** The name of a line with its panel. */
    static String name(ChartLine line) {
        return line.panel() == null || line.panel().equals(line.name())
                ? line.name()
                : line.panel() + ", " + line.name();
    }

    /** What a point is called when it is pointed at. */
    String point(ChartLine line, ChartPoint point) {
        BigDecimal number = point.number();
        String value = number == null ? phrases.text("chart.no-value") : numbers.full(number);
        String text = phrases.text("chart.point", name(line), point.period(), value);
        String note = point.note();
        return note == null ? text : text + " (" + note + ")";
    }

    String target(ChartTarget target) {
        String value = numbers.exact(target.value());
        return target.year() == null
                ? phrases.text("chart.target", value)
                : phrases.text("chart.target-by", String.valueOf(target.year()), value);
    }

    /** What the reader must know to read the drawing: one sentence for each sign that is on it. */
    List<String> notes(boolean lines, boolean zero) {
        List<String> notes = new ArrayList<>();
        if (lines && !zero) {
            notes.add(phrases.text("chart.note.not-zero"));
        }
        if (model.lines().stream().flatMap(ChartLine::counted).anyMatch(point -> !point.sure())) {
            notes.add(phrases.text(lines ? "chart.note.hollow" : "chart.note.hollow-bar"));
        }
        if (lines && model.lines().stream().anyMatch(ChartText::broken)) {
            notes.add(phrases.text("chart.note.gap"));
        }
        if (model.numbers().anyMatch(ChartPoint::refused)) {
            notes.add(phrases.text("chart.note.refused"));
        }
        if (!model.targets().isEmpty()) {
            notes.add(phrases.text("chart.note.target"));
        }
        return notes;
    }

    private static boolean broken(ChartLine line) {
        var points = line.points();
        int first = -1;
        int last = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).number() != null && !points.get(i).refused()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first >= 0 && points.subList(first, last).stream().anyMatch(point -> point.number() == null);
    }
}

package org.darya.portal.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The latest value of every line as a bar from zero, the largest first; what has no value is named below. */
final class BarChart {
    private static final double BAR = 15;
    private static final double GAP = 9;
    private static final double LINE = 1.25;

    private final ChartModel model;
    private final ChartNumbers numbers;
    private final ChartText text;
    private final Size size;
    private final boolean oneYear;

    BarChart(ChartModel model, ChartNumbers numbers, Size size) {
        this.model = model;
        this.numbers = numbers;
        this.text = new ChartText(model, numbers);
        this.size = size;
        this.oneYear = model.lines().stream()
                        .map(ChartLine::latest)
                        .filter(Objects::nonNull)
                        .map(ChartPoint::period)
                        .distinct()
                        .count()
                == 1;
    }

    /** The lines from the largest value to the least; lines of one group stay together, groups by their largest. */
    static List<ChartLine> sorted(ChartModel model) {
        return PanelChart.panels(model).stream()
                .sorted(Comparator.comparing((List<ChartLine> group) -> group.stream()
                                .mapToDouble(BarChart::value)
                                .max()
                                .orElse(Double.NEGATIVE_INFINITY))
                        .reversed())
                .flatMap(List::stream)
                .toList();
    }

    private static double value(ChartLine line) {
        ChartPoint latest = line.latest();
        return latest == null
                ? Double.NEGATIVE_INFINITY
                : Objects.requireNonNull(latest.number()).doubleValue();
    }

    private boolean narrow() {
        return size == Size.NARROW;
    }

    double draw(Svg svg, double top) {
        var pen = new Pen(svg, model, text, size);
        double y = pen.measure(0, top, size.width());
        List<ChartLine> lines =
                sorted(model).stream().filter(line -> line.latest() != null).toList();
        if (oneYear && !lines.isEmpty()) {
            svg.element(
                    "text",
                    Objects.requireNonNull(lines.getFirst().latest()).period(),
                    "x",
                    0,
                    "y",
                    y,
                    "font-size",
                    size.text(),
                    "fill",
                    Palette.SOFT);
            y += size.text() * 0.8;
        }
        double names = narrow() ? 0 : names(lines) + 10;
        double values = lines.stream()
                        .mapToDouble(
                                line -> TextWidth.of(value(line, Objects.requireNonNull(line.latest())), size.text()))
                        .max()
                        .orElse(0)
                + 8;
        boolean negative = lines.stream().anyMatch(line -> value(line) < 0);
        Scale scale = scale(lines, names + (negative ? values : 0), size.width() - values);
        double begin = y;
        String group = null;
        var bars = new Svg();
        for (ChartLine line : lines) {
            if (line.panel() != null && !line.panel().equals(group)) {
                group = line.panel();
                y += size.text() * LINE + 5;
                bars.element(
                        "text",
                        group,
                        "class",
                        "c-panel",
                        "x",
                        0,
                        "y",
                        y,
                        "font-size",
                        size.text(),
                        "fill",
                        Palette.INK);
                y += 4;
            }
            y = bar(bars, pen(bars), line, scale, names, y);
        }
        zero(svg, scale, begin, y);
        svg.raw(bars.done());
        return missing(svg, y + 4);
    }

    private Pen pen(Svg svg) {
        return new Pen(svg, model, text, size);
    }

    private Scale scale(List<ChartLine> lines, double from, double to) {
        double least = 0;
        double most = 0;
        for (ChartLine line : lines) {
            double value = numbers.scaled(
                    Objects.requireNonNull(Objects.requireNonNull(line.latest()).number()));
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        for (ChartTarget target : model.targets()) {
            least = Math.min(least, numbers.scaled(target.value()));
            most = Math.max(most, numbers.scaled(target.value()));
        }
        return new Scale(least, least == most ? least + 1 : most, from, to, List.of());
    }

    private double names(List<ChartLine> lines) {
        return lines.stream()
                .flatMap(line -> TextWidth.wrap(line.name(), size.text(), size.width() * 0.36, 2).stream())
                .mapToDouble(words -> TextWidth.of(words, size.text()))
                .max()
                .orElse(0);
    }

    private void zero(Svg svg, Scale scale, double top, double bottom) {
        double x = scale.place(0);
        svg.empty(
                "path",
                "class",
                "c-zero",
                "d",
                "M" + Svg.number(x) + " " + Svg.number(top + 3) + "V" + Svg.number(bottom + 2),
                "stroke",
                Palette.SOFT);
    }

    private double bar(Svg svg, Pen pen, ChartLine line, Scale scale, double names, double top) {
        ChartPoint latest = Objects.requireNonNull(line.latest());
        BigDecimal number = Objects.requireNonNull(latest.number());
        double y = top + GAP;
        List<String> words = TextWidth.wrap(line.name(), size.text(), narrow() ? size.width() : size.width() * 0.36, 2);
        double height = words.size() * size.text() * LINE;
        svg.open("g", "class", line.aggregate() ? "c-line c-all" : "c-line");
        pen.begin(line, latest);
        double first = narrow() ? y + size.text() * 0.95 : y + Math.max(0, (BAR - height) / 2) + size.text() * 0.98;
        for (int i = 0; i < words.size(); i++) {
            svg.element(
                    "text",
                    words.get(i),
                    "x",
                    narrow() ? 0 : names - 10,
                    "y",
                    first + i * size.text() * LINE,
                    "font-size",
                    size.text(),
                    "fill",
                    Palette.INK,
                    "text-anchor",
                    narrow() ? null : "end");
        }
        double at = narrow() ? y + height + 2 : y + Math.max(0, (height - BAR) / 2);
        double zero = scale.place(0);
        double end = scale.place(numbers.scaled(number));
        boolean sure = latest.sure();
        svg.empty(
                "rect",
                "class",
                "c-bar",
                "x",
                Math.min(zero, end) + (sure ? 0 : 0.6),
                "y",
                at + (sure ? 0 : 0.6),
                "width",
                Math.max(0.8, Math.abs(end - zero) - (sure ? 0 : 1.2)),
                "height",
                BAR - (sure ? 0 : 1.2),
                "fill",
                sure ? line.ink() : Palette.PAPER,
                "stroke",
                sure ? null : line.ink(),
                "stroke-width",
                sure ? null : 1.2);
        boolean left = number.signum() < 0;
        svg.element(
                "text",
                value(line, latest),
                "x",
                left ? end - 6 : end + 6,
                "y",
                at + BAR / 2 + size.text() * 0.36,
                "font-size",
                size.text(),
                "fill",
                Palette.INK,
                "text-anchor",
                left ? "end" : null);
        pen.end();
        targets(svg, line, scale, at);
        svg.close();
        return narrow() ? at + BAR : y + Math.max(BAR, height);
    }

    private void targets(Svg svg, ChartLine line, Scale scale, double top) {
        for (ChartTarget target : model.targets()) {
            if (target.line() == null || target.line().equals(line.key())) {
                svg.open("g");
                svg.element("title", text.target(target));
                svg.empty(
                        "path",
                        "class",
                        "c-target",
                        "d",
                        "M" + Svg.number(scale.place(numbers.scaled(target.value()))) + " " + Svg.number(top - 3) + "v"
                                + Svg.number(BAR + 6),
                        "stroke",
                        Palette.INK,
                        "stroke-width",
                        2.5);
                svg.close();
            }
        }
    }

    private String value(ChartLine line, ChartPoint point) {
        String value = numbers.plain(Objects.requireNonNull(point.number()));
        return oneYear ? value : value + " (" + point.period() + ")";
    }

    /** A bar of no length could be taken for zero, so what has no value has no bar. */
    private double missing(Svg svg, double top) {
        String names = model.lines().stream()
                .filter(line -> line.latest() == null)
                .map(ChartText::name)
                .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return top + 4;
        }
        double y = top + 4;
        List<String> words = new ArrayList<>(TextWidth.wrap(text.none(names), size.text(), size.width(), 6));
        for (String line : words) {
            y += size.text() * LINE;
            svg.element("text", line, "x", 0, "y", y, "font-size", size.text(), "fill", Palette.SOFT);
        }
        return y + 6;
    }
}

package org.darya.portal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names of lines, written where the lines end instead of in a legend, moved apart where they would meet. */
final class EndLabels {
    private static final double LINE = 1.2;
    private static final double GAP = 5;
    private static final double MARK = 16;

    private final List<Label> labels = new ArrayList<>();
    private final double text;

    /** A label: what it names and where the line ends. */
    private record Label(ChartLine line, boolean name, List<String> words, double x, double y, String ink) {}

    private EndLabels(double text) {
        this.text = text;
    }

    /** The words of the labels of a chart, before it is known where its lines end. */
    static double width(ChartModel model, ChartText words, ChartNumbers numbers, Size size) {
        double widest = 0;
        for (List<String> label : all(model, words, numbers, size)) {
            for (String line : label) {
                widest = Math.max(widest, TextWidth.of(line, size.text()));
            }
        }
        return widest == 0 ? 0 : widest + MARK;
    }

    /** Height that the labels need together. */
    static double height(ChartModel model, ChartText words, ChartNumbers numbers, Size size) {
        return all(model, words, numbers, size).stream()
                .mapToDouble(label -> label.size() * size.text() * LINE + GAP)
                .sum();
    }

    private static List<List<String>> all(ChartModel model, ChartText words, ChartNumbers numbers, Size size) {
        List<List<String>> all = new ArrayList<>();
        for (ChartLine line : model.lines()) {
            if (line.latest() != null) {
                all.add(name(model, line, numbers, size));
            }
        }
        for (ChartTarget target : model.targets()) {
            all.add(target(target, words, size));
        }
        return all;
    }

    private static List<String> name(ChartModel model, ChartLine line, ChartNumbers numbers, Size size) {
        ChartPoint latest = Objects.requireNonNull(line.latest());
        String value = numbers.plain(Objects.requireNonNull(latest.number()));
        if (model.lines().size() == 1) {
            return List.of(value); // the title of the chart says what it is
        }
        List<String> words = new ArrayList<>(TextWidth.wrap(line.name(), size.text(), size.labels(), 2));
        String longer = words.getLast() + " " + value;
        if (TextWidth.of(longer, size.text()) <= size.labels()) {
            words.set(words.size() - 1, longer);
        } else {
            words.add(value);
        }
        return words;
    }

    private static List<String> target(ChartTarget target, ChartText words, Size size) {
        return TextWidth.wrap(words.target(target), size.text(), size.labels(), 3);
    }

    /** The labels of a plot, each at the end of its line. */
    static EndLabels of(ChartModel model, Plot plot, ChartText words, Size size) {
        var labels = new EndLabels(size.text());
        for (ChartLine line : model.lines()) {
            ChartPoint latest = line.latest();
            if (latest != null) {
                Plot.Mark mark = plot.mark(latest);
                labels.labels.add(
                        new Label(line, true, name(model, line, plot.numbers(), size), mark.x(), mark.y(), line.ink()));
            }
        }
        for (ChartTarget target : model.targets()) {
            ChartLine line = model.lines().stream()
                    .filter(one -> one.key().equals(target.line()))
                    .findFirst()
                    .orElse(model.lines().getFirst());
            double x = target.year() == null ? plot.right() : plot.time().place(target.year() + 0.5) + 6;
            labels.labels.add(
                    new Label(line, false, target(target, words, size), x, plot.y(target.value()), line.ink()));
        }
        return labels;
    }

    /** Middles of the labels, moved apart. */
    double[] places(Plot plot) {
        double[] wanted = labels.stream().mapToDouble(Label::y).toArray();
        double[] heights = labels.stream()
                .mapToDouble(label -> label.words().size() * text * LINE + GAP)
                .toArray();
        return Spread.apart(wanted, heights, plot.top() - text, plot.bottom() + text);
    }

    /** Writes the labels of one line: its name, a link to its numbers where there is a table, and its targets. */
    void draw(Svg svg, Plot plot, ChartModel model, ChartText words, ChartLine line) {
        double[] places = places(plot);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.line() != line) {
                continue;
            }
            double x = plot.right() + MARK;
            leader(svg, label, x, places[i]);
            boolean link = label.name() && model.anchors() != null;
            if (link) {
                svg.open(
                        "a",
                        "class",
                        "c-name",
                        "href",
                        "#" + model.anchors() + "-" + line.key(),
                        "aria-label",
                        words.course(line));
            } else {
                svg.open("g", "class", label.name() ? "c-name" : "c-name c-aim");
            }
            double y = places[i] - label.words().size() * text * LINE / 2 + text * 0.93;
            svg.open("text", "x", x, "y", y, "font-size", text, "fill", label.name() ? Palette.INK : Palette.SOFT);
            for (int k = 0; k < label.words().size(); k++) {
                svg.element("tspan", label.words().get(k), "x", x, "dy", k == 0 ? null : text * LINE);
            }
            svg.close();
            svg.close();
        }
    }

    private static void leader(Svg svg, Label label, double x, double y) {
        double from = label.x() + 6;
        double to = x - 4;
        if (from < to - 1) {
            svg.empty(
                    "path",
                    "class",
                    "c-leader",
                    "d",
                    "M" + Svg.number(from) + " " + Svg.number(label.y()) + "L" + Svg.number(Math.max(from, to - 8))
                            + " " + Svg.number(y) + "H" + Svg.number(to),
                    "fill",
                    "none",
                    "stroke",
                    label.ink(),
                    "stroke-width",
                    1);
        }
    }
}

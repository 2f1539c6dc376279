package org.darya.portal.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what all charts share: lines with their points, columns, and the words above. */
final class Pen {
    /** With more points than this a reader with a keyboard goes by lines, and finds the values in the table. */
    private static final int MOST_STOPS = 24;
    /** With more points than this no point has an address of its own. */
    private static final int MOST_ADDRESSES = 400;
    /** Where points stand closer than this only those that stand alone are drawn. */
    private static final double CLOSEST_DOTS = 9;

    private final Svg svg;
    private final ChartModel model;
    private final ChartText text;
    private final Size size;
    private final boolean everyPointIsAStop;
    private final boolean everyPointHasAnAddress;

    Pen(Svg svg, ChartModel model, ChartText text, Size size) {
        this.svg = svg;
        this.model = model;
        this.text = text;
        this.size = size;
        long points = model.numbers().count();
        everyPointIsAStop = model.anchors() != null && points <= MOST_STOPS;
        everyPointHasAnAddress = model.anchors() != null && points <= MOST_ADDRESSES;
    }

    /** The measure above a plot; returns where the plot may begin. */
    double measure(double x, double top, double width) {
        double y = top;
        for (String line : TextWidth.wrap(text.measure(), size.text(), width, 4)) {
            y += size.text() * 1.35;
            svg.element("text", line, "x", x, "y", y, "font-size", size.text(), "fill", Palette.SOFT);
        }
        String better = text.better();
        if (better != null) {
            y += size.text() * 1.35;
            svg.element("text", better, "x", x, "y", y, "font-size", size.text(), "fill", Palette.SOFT);
        }
        return y + size.text() * 1.1;
    }

    /** A line with its points. */
    void line(Plot plot, ChartLine line) {
        var sure = new StringBuilder();
        var unsure = new StringBuilder();
        Plot.Mark end = null;
        boolean endSure = false;
        for (Plot.Stretch stretch : plot.stretches(line)) {
            var path = stretch.sure() ? sure : unsure;
            if (stretch.from().equals(end) && stretch.sure() == endSure) {
                path.append('L');
            } else {
                path.append('M').append(at(stretch.from())).append('L');
            }
            path.append(at(stretch.to()));
            end = stretch.to();
            endSure = stretch.sure();
        }
        svg.open(
                "g",
                "class",
                "c-path",
                "fill",
                "none",
                "stroke",
                line.ink(),
                "stroke-width",
                line.aggregate() ? 3 : 2,
                "stroke-linejoin",
                "round",
                "stroke-linecap",
                "round");
        if (!sure.isEmpty()) {
            svg.empty("path", "d", sure);
        }
        if (!unsure.isEmpty()) {
            svg.empty("path", "d", unsure, "stroke-dasharray", "5 4");
        }
        svg.close();
        points(plot, line);
    }

    private static String at(Plot.Mark mark) {
        return Svg.number(mark.x()) + " " + Svg.number(mark.y());
    }

    private void points(Plot plot, ChartLine line) {
        List<Plot.Mark> marks = plot.marks(line);
        List<Plot.Stretch> stretches = plot.stretches(line);
        boolean apart = marks.size() * CLOSEST_DOTS <= plot.right() - plot.left();
        for (int i = 0; i < marks.size(); i++) {
            Plot.Mark mark = marks.get(i);
            boolean alone = stretches.stream()
                    .noneMatch(stretch ->
                            stretch.from().equals(mark) || stretch.to().equals(mark));
            boolean last = i == marks.size() - 1;
            if (alone || last || apart) {
                dot(line, mark, last ? 4 : alone ? 3.2 : 2.4, line.ink());
            } else {
                dot(line, mark, 0, line.ink());
            }
            if (mark.point().years() > 1.5) {
                double half = plot.time().width(mark.point().years()) / 2;
                svg.empty(
                        "path",
                        "d",
                        "M" + Svg.number(Math.max(plot.left(), mark.x() - half)) + " " + Svg.number(mark.y()) + "H"
                                + Svg.number(Math.min(plot.right(), mark.x() + half)),
                        "stroke",
                        line.ink(),
                        "stroke-opacity",
                        "0.5");
            }
        }
        for (Plot.Mark mark : plot.refused(line)) {
            dot(line, mark, 3.2, Palette.REFUSED);
        }
    }

    private void dot(ChartLine line, Plot.Mark mark, double radius, String ink) {
        boolean hollow = !mark.point().sure() || mark.point().refused();
        begin(line, mark.point());
        if (everyPointHasAnAddress) {
            svg.empty("circle", "cx", mark.x(), "cy", mark.y(), "r", 8, "fill", "none", "pointer-events", "all");
        }
        if (radius > 0) {
            svg.empty(
                    "circle",
                    "class",
                    mark.point().refused() ? "c-dot c-refused" : "c-dot",
                    "cx",
                    mark.x(),
                    "cy",
                    mark.y(),
                    "r",
                    radius,
                    "fill",
                    hollow ? Palette.PAPER : ink,
                    "stroke",
                    hollow ? ink : null,
                    "stroke-width",
                    hollow ? 1.6 : null);
        } else if (everyPointHasAnAddress) {
            svg.empty("circle", "class", "c-dot c-still", "cx", mark.x(), "cy", mark.y(), "r", 3, "fill", ink);
        }
        end();
    }

    /** Begins what can be pointed at. */
    void begin(ChartLine line, ChartPoint point) {
        if (!everyPointHasAnAddress) {
            svg.open("g");
            return;
        }
        String name = text.point(line, point);
        svg.open(
                "a",
                "class",
                "c-point",
                "href",
                "#" + address(model.anchors(), line, point),
                "tabindex",
                everyPointIsAStop ? null : "-1",
                "aria-hidden",
                everyPointIsAStop ? null : "true",
                "aria-label",
                everyPointIsAStop ? name : null);
        svg.element("title", name);
    }

    void end() {
        svg.close();
    }

    /** The address of a cell in the table beside. */
    static String address(@Nullable String anchors, ChartLine line, ChartPoint point) {
        return anchors + "-" + line.key() + "-" + point.first();
    }

    /** One column from zero for each value. */
    void columns(Plot plot, ChartLine line) {
        double step =
                line.points().stream().mapToDouble(ChartPoint::years).min().orElse(1);
        double width = Math.max(1, plot.time().width(step) * 0.72);
        double zero = plot.scale().place(0);
        for (Plot.Mark mark : plot.marks(line)) {
            column(line, mark, width, zero, line.ink());
        }
        for (Plot.Mark mark : plot.refused(line)) {
            column(line, mark, width, zero, Palette.REFUSED);
        }
    }

    private void column(ChartLine line, Plot.Mark mark, double width, double zero, String ink) {
        boolean hollow = !mark.point().sure() || mark.point().refused();
        double inset = hollow ? 0.6 : 0;
        begin(line, mark.point());
        svg.empty(
                "rect",
                "class",
                "c-bar",
                "x",
                mark.x() - width / 2 + inset,
                "y",
                Math.min(zero, mark.y()) + inset,
                "width",
                Math.max(0.5, width - 2 * inset),
                "height",
                Math.max(0.5, Math.abs(zero - mark.y()) - 2 * inset),
                "fill",
                hollow ? Palette.PAPER : ink,
                "stroke",
                hollow ? ink : null,
                "stroke-width",
                hollow ? 1.2 : null);
        end();
    }

    /** Where a line is to go: a marked point, or a line across where it holds at all times. */
    void target(Plot plot, ChartTarget target, String ink) {
        double y = plot.y(target.value());
        if (target.year() == null) {
            svg.empty(
                    "path",
                    "class",
                    "c-target",
                    "d",
                    "M" + Svg.number(plot.left()) + " " + Svg.number(y) + "H" + Svg.number(plot.right()),
                    "stroke",
                    ink,
                    "stroke-dasharray",
                    "1.5 4",
                    "stroke-width",
                    1.6);
            return;
        }
        double x = plot.time().place(target.year() + 0.5);
        ChartLine line = model.lines().stream()
                .filter(one -> one.key().equals(target.line()))
                .findFirst()
                .orElse(null);
        ChartPoint latest = line == null ? null : line.latest();
        if (latest != null && latest.middle() < target.year() + 0.5) {
            svg.empty(
                    "path",
                    "class",
                    "c-way",
                    "d",
                    "M" + at(plot.mark(latest)) + "L" + Svg.number(x) + " " + Svg.number(y),
                    "stroke",
                    ink,
                    "stroke-dasharray",
                    "1 4",
                    "stroke-linecap",
                    "round",
                    "stroke-width",
                    1.6,
                    "fill",
                    "none");
        }
        svg.open("g");
        svg.element("title", text.target(target));
        svg.empty(
                "path",
                "class",
                "c-target",
                "d",
                "M" + Svg.number(x) + " " + Svg.number(y - 6) + "l6 6l-6 6l-6 -6Z",
                "fill",
                Palette.PAPER,
                "stroke",
                ink,
                "stroke-width",
                2);
        svg.close();
    }
}

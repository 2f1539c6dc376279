package org.darya.portal.chart;

import java.util.List;
import java.util.Objects;
import org.darya.portal.text.Phrases;

/** A line as small as a word, without axes: its course at a glance beside the number that says where it stands. */
public final class Sparkline {
    static final double WIDTH = 108;
    static final double HEIGHT = 26;
    private static final double EDGE = 4;

    private Sparkline() {}

    /** The drawing of one line, hidden from those who cannot see it: the numbers beside say the same. */
    public static String draw(ChartLine line, Phrases phrases) {
        var model = new ChartModel(
                "", "", "1", ChartModel.Shape.LINES, ChartModel.Better.NEUTRAL, List.of(line), List.of(), null, "");
        var numbers = ChartNumbers.of(model, phrases);
        var svg = new Svg();
        svg.open(
                "svg",
                "class",
                "spark",
                "viewBox",
                "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT),
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "aria-hidden",
                "true");
        Plot plot = plot(model, numbers);
        if (line.latest() != null) {
            if (plot.scale().low() < 0 && plot.scale().high() > 0) {
                svg.empty(
                        "path",
                        "d",
                        "M0 " + Svg.number(plot.scale().place(0)) + "H" + Svg.number(WIDTH),
                        "stroke",
                        Palette.RULE);
            }
            spark(svg, plot, line);
        }
        svg.close();
        return svg.done();
    }

    static Plot plot(ChartModel model, ChartNumbers numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (ChartLine line : model.lines()) {
            for (ChartPoint point : line.counted().toList()) {
                double value = numbers.scaled(Objects.requireNonNull(point.number()));
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        boolean flat = least > most || most - least <= Math.max(Math.abs(least), Math.abs(most)) * 1e-9;
        double middle = least > most ? 0 : least;
        var scale = new Scale(flat ? middle - 1 : least, flat ? middle + 1 : most, HEIGHT - EDGE, EDGE, List.of());
        return new Plot(
                scale, Field.time(model, WIDTH, EDGE, WIDTH - EDGE), EDGE, WIDTH - EDGE, EDGE, HEIGHT - EDGE, numbers);
    }

    private static void spark(Svg svg, Plot plot, ChartLine line) {
        svg.open("g", "fill", "none", "stroke", line.ink(), "stroke-width", 1.5, "stroke-linecap", "round");
        var path = new StringBuilder();
        Plot.Mark end = null;
        for (Plot.Stretch stretch : plot.stretches(line)) {
            if (!stretch.from().equals(end)) {
                path.append('M')
                        .append(Svg.number(stretch.from().x()))
                        .append(' ')
                        .append(Svg.number(stretch.from().y()));
            }
            path.append('L')
                    .append(Svg.number(stretch.to().x()))
                    .append(' ')
                    .append(Svg.number(stretch.to().y()));
            end = stretch.to();
        }
        if (!path.isEmpty()) {
            svg.empty("path", "d", path);
        }
        svg.close();
        List<Plot.Mark> marks = plot.marks(line);
        for (int i = 0; i < marks.size(); i++) {
            Plot.Mark mark = marks.get(i);
            boolean last = i == marks.size() - 1;
            boolean alone = plot.stretches(line).stream()
                    .noneMatch(stretch ->
                            stretch.from().equals(mark) || stretch.to().equals(mark));
            if (last || alone) {
                svg.empty("circle", "cx", mark.x(), "cy", mark.y(), "r", last ? 3 : 1.5, "fill", line.ink());
            }
        }
    }
}

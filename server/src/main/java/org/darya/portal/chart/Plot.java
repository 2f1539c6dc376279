package org.darya.portal.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The field on which a chart is drawn: where its edges are, and where a value and a time stand.
 *
 * @param numbers how its numbers are written
 */
record Plot(Scale scale, TimeAxis time, double left, double right, double top, double bottom, ChartNumbers numbers) {
    /** A line is broken where the next value is farther away than this many of its usual steps. */
    private static final double GAP = 1.5;

    /** How far a year may stand out to the right of the axis. */
    private static final double EDGE = 7;

    /** A point on the field. */
    record Mark(ChartPoint point, double x, double y) {}

    /** A stretch between neighbours; sure where both ends were observed. */
    record Stretch(Mark from, Mark to) {
        boolean sure() {
            return from.point().sure() && to.point().sure();
        }
    }

    double y(BigDecimal number) {
        return scale.place(numbers.scaled(number));
    }

    Mark mark(ChartPoint point) {
        return new Mark(point, time.place(point.middle()), y(Objects.requireNonNull(point.number())));
    }

    /** Points that count. */
    List<Mark> marks(ChartLine line) {
        return line.counted().map(this::mark).toList();
    }

    /** Points that are kept and shown, but not used. */
    List<Mark> refused(ChartLine line) {
        return line.points().stream()
                .filter(point -> point.refused() && point.number() != null)
                .map(this::mark)
                .toList();
    }

    /** The stretches that a line is made of. Where a value is missing or refused there is none: a gap stays a gap. */
    List<Stretch> stretches(ChartLine line) {
        double usual = usualStep(line);
        List<Stretch> stretches = new ArrayList<>();
        ChartPoint before = null;
        for (ChartPoint point : line.points()) {
            boolean counts = point.number() != null && !point.refused();
            if (counts && before != null && point.middle() - before.middle() <= usual * GAP) {
                stretches.add(new Stretch(mark(before), mark(point)));
            }
            before = counts ? point : null;
        }
        return stretches;
    }

    /** The median distance in time between values. */
    private static double usualStep(ChartLine line) {
        double[] middles = line.counted().mapToDouble(ChartPoint::middle).toArray();
        if (middles.length < 2) {
            return 0;
        }
        double[] steps = new double[middles.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = middles[i + 1] - middles[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    /** Lines across at the round numbers, with the numbers at the left and the years below. */
    void axes(Svg svg, double text) {
        svg.open("g", "class", "c-grid", "stroke", Palette.RULE, "stroke-width", 1);
        for (BigDecimal tick : scale.ticks()) {
            double y = scale.place(tick.doubleValue());
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(left) + " " + Svg.number(y) + "H" + Svg.number(right),
                    "stroke",
                    tick.signum() == 0 ? Palette.SOFT : null);
        }
        svg.close();
        svg.open("g", "class", "c-ticks", "fill", Palette.SOFT, "font-size", text, "text-anchor", "end");
        BigDecimal step = step();
        for (BigDecimal tick : scale.ticks()) {
            svg.element(
                    "text",
                    numbers.tick(tick, step),
                    "x",
                    left - 7,
                    "y",
                    scale.place(tick.doubleValue()) + text * 0.36);
        }
        svg.close();
        years(svg, text);
    }

    private void years(Svg svg, double text) {
        svg.open("g", "class", "c-ticks", "fill", Palette.SOFT, "font-size", text, "text-anchor", "middle");
        for (TimeAxis.Tick tick : time.ticks()) {
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(tick.place()) + " " + Svg.number(bottom) + "v5",
                    "stroke",
                    Palette.SOFT);
            double most = right + EDGE - TextWidth.of(tick.label(), text) / 2;
            svg.element("text", tick.label(), "x", Math.min(tick.place(), most), "y", bottom + 7 + text);
        }
        svg.close();
    }

    private BigDecimal step() {
        List<BigDecimal> ticks = scale.ticks();
        return ticks.size() < 2 ? BigDecimal.ONE : ticks.get(1).subtract(ticks.getFirst());
    }

    /** The widest number of an axis. */
    static double labelWidth(Scale scale, ChartNumbers numbers, double text) {
        BigDecimal step = scale.ticks().size() < 2
                ? BigDecimal.ONE
                : scale.ticks().get(1).subtract(scale.ticks().getFirst());
        return scale.ticks().stream()
                .mapToDouble(tick -> TextWidth.of(numbers.tick(tick, step), text))
                .max()
                .orElse(0);
    }
}

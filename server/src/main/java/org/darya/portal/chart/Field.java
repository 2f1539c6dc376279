package org.darya.portal.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the ends of the axes of a chart. */
final class Field {
    private static final int TICKS = 5;

    private Field() {}

    /** The axis of values, between two places. */
    static Scale scale(ChartModel model, ChartNumbers numbers, boolean zero, double from, double to) {
        return scale(model, numbers, zero, TICKS, from, to);
    }

    static Scale scale(ChartModel model, ChartNumbers numbers, boolean zero, int ticks, double from, double to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (BigDecimal number : values(model)) {
            least = Math.min(least, numbers.scaled(number));
            most = Math.max(most, numbers.scaled(number));
        }
        return least > most ? Scale.of(0, 1, true, ticks, from, to) : Scale.of(least, most, zero, ticks, from, to);
    }

    private static List<BigDecimal> values(ChartModel model) {
        return Stream.concat(
                        model.numbers().map(point -> Objects.requireNonNull(point.number())),
                        model.targets().stream().map(ChartTarget::value))
                .toList();
    }

    /** The axis of time: over every point that has a number, and on to the years of the targets. */
    static TimeAxis time(ChartModel model, double label, double from, double to) {
        List<ChartPoint> points = model.numbers().toList();
        if (points.isEmpty()) {
            points = model.lines().stream()
                    .flatMap(line -> line.points().stream())
                    .toList();
        }
        if (points.isEmpty()) {
            return new TimeAxis(0, 1, from, to, List.of());
        }
        boolean whole = points.stream().allMatch(point -> point.years() > 0.99);
        double least = points.stream().mapToDouble(ChartPoint::middle).min().orElseThrow();
        double most = points.stream().mapToDouble(ChartPoint::middle).max().orElseThrow();
        for (ChartTarget target : model.targets()) {
            if (target.year() != null) {
                most = Math.max(most, target.year() + 0.5);
                least = Math.min(least, target.year() + 0.5);
            }
        }
        return TimeAxis.of(least, most, whole, label, from, to);
    }
}

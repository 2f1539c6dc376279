package org.darya.methods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Values of one quantity over time, in one unit. The id names the series to the reader of a result; tags say what it is
 * a part of ({@code fuel=natural-gas}, {@code country=KAZ}).
 */
public record Series(String id, Map<String, String> tags, Ucum unit, List<Point> points) {

    public Series {
        tags = Map.copyOf(tags);
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparing(Point::period));
        points = List.copyOf(sorted);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (i > 0 && point.period().equals(points.get(i - 1).period())) {
                throw new IllegalArgumentException(
                        "The series (%s) has two values for %s: %s and %s.\nMaybe a dimension is missing among its tags (%s)."
                                .formatted(id, point.period(), points.get(i - 1).value(), point.value(), tags));
            }
            if (point.value() instanceof Value.Known known
                    && !known.quantity().unit().equals(unit)) {
                throw new IllegalArgumentException(
                        "The series (%s) is in %s, but its value for %s is in %s.\nMaybe convert it first."
                                .formatted(
                                        id,
                                        unit,
                                        point.period(),
                                        known.quantity().unit()));
            }
        }
    }

    /** A series of observed numbers, keyed by the text form of their periods. */
    public static Series observed(String id, String unit, Map<String, Double> numbers) {
        Ucum ucum = new Ucum(unit);
        List<Point> points = new ArrayList<>();
        new TreeMap<>(numbers)
                .forEach((period, number) -> points.add(new Point(Period.parse(period), Value.observed(number, ucum))));
        return new Series(id, Map.of(), ucum, points);
    }

    public Series tagged(String tag, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(tag, value);
        return new Series(id, more, unit, points);
    }

    public Series in(Ucum other) {
        if (unit.equals(other)) {
            return this;
        }
        DoubleUnaryOperator convert = unit.to(other);
        List<Point> converted = points.stream()
                .map(point -> point.value() instanceof Value.Known known
                        ? new Point(
                                point.period(),
                                Value.known(
                                        new Quantity(
                                                convert.applyAsDouble(
                                                        known.quantity().number()),
                                                other),
                                        known.status()))
                        : point)
                .toList();
        return new Series(id, tags, other, converted);
    }

    /** This series, if all its values stand for periods of one length. */
    public Series stepwise(Step step) {
        for (Point point : points) {
            if (point.period().step() != step) {
                throw new IllegalArgumentException(
                        "The series (%s) has a value for %s, and the method needs one for each %s.\nMaybe bring it to that step first with period-mean."
                                .formatted(id, point.period(), step.name().toLowerCase(Locale.ROOT)));
            }
        }
        return this;
    }

    /** The known values by their period. */
    public Map<Period, Sample> byPeriod() {
        Map<Period, Sample> map = new HashMap<>();
        samples().forEach(sample -> map.put(sample.period(), sample));
        return map;
    }

    public List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Point point : points) {
            if (point.value() instanceof Value.Known known) {
                samples.add(new Sample(point.period(), known.quantity().number(), known.status()));
            }
        }
        return samples;
    }
}

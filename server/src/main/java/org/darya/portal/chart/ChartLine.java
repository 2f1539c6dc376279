package org.darya.portal.chart;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart, its points in the order of time.
 *
 * @param key what addresses call it: lower-case letters, digits and hyphens
 * @param name what the reader calls it
 * @param panel the panel or group it belongs to where several share one; null for one of its own
 * @param colour its place in the {@link Palette}; the same thing keeps its colour on all pages
 * @param aggregate whether it stands for all the others together
 */
public record ChartLine(
        String key, String name, @Nullable String panel, int colour, boolean aggregate, List<ChartPoint> points) {
    public ChartLine {
        points = List.copyOf(points);
    }

    /** Points with a number that counts. */
    Stream<ChartPoint> counted() {
        return points.stream().filter(point -> point.number() != null && !point.refused());
    }

    /** The last number that counts; null where there is none. */
    public @Nullable ChartPoint latest() {
        return counted().reduce((one, other) -> other).orElse(null);
    }

    /** The first number that counts; null where there is none. */
    public @Nullable ChartPoint first() {
        return counted().findFirst().orElse(null);
    }

    String ink() {
        return aggregate ? Palette.AGGREGATE : Palette.colour(colour);
    }
}

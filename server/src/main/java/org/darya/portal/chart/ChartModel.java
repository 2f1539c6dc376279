package org.darya.portal.chart;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chart before it is drawn. It knows nothing of where its numbers come from; every text is in the language of the page.
 *
 * @param title what the chart is called
 * @param measure what is measured, with its vertical datum where it is a height; without the unit
 * @param unit UCUM code of every number
 * @param anchors what addresses of cells in the table beside begin with; null where there is no table on the page
 * @param source whose numbers these are, for a chart that stands alone
 */
public record ChartModel(
        String title,
        String measure,
        String unit,
        Shape shape,
        Better better,
        List<ChartLine> lines,
        List<ChartTarget> targets,
        @Nullable String anchors,
        String source) {
    /** How the numbers read best. */
    public enum Shape {
        LINES,
        /** Columns over time where there is a course of time, else bars of the latest values. */
        BARS,
        /** Every line in a panel of its own, all on the same axes. */
        PANELS
    }

    /** Which way is better. */
    public enum Better {
        UP,
        DOWN,
        NEUTRAL
    }

    public ChartModel {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
    }

    /** Every point that has a number, the refused ones too. */
    Stream<ChartPoint> numbers() {
        return lines.stream().flatMap(line -> line.points().stream()).filter(point -> point.number() != null);
    }

    ChartModel with(List<ChartLine> others) {
        return new ChartModel(
                title,
                measure,
                unit,
                shape,
                better,
                others,
                targets.stream()
                        .filter(target -> target.line() == null
                                || others.stream().anyMatch(line -> line.key().equals(target.line())))
                        .toList(),
                anchors,
                source);
    }
}

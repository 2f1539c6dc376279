package org.darya.evidence.indicator;

import java.util.List;
import org.darya.evidence.Line;
import org.darya.evidence.SeriesData;

/** The lines of an indicator as series for another. */
final class Lines {
    private Lines() {}

    /** Values that are refused, and those of the region, do not go in. */
    static List<SeriesData> asSeries(String indicator, Computed computed) {
        return computed.lines().stream()
                .filter(line -> !line.aggregate())
                .map(line -> asSeries(indicator, computed.unit(), line))
                .toList();
    }

    private static SeriesData asSeries(String indicator, String unit, Line line) {
        List<SeriesData.Row> rows = line.values().stream()
                .filter(value -> value.refused() == null)
                .map(value -> new SeriesData.Row(value.period(), value.number(), value.status(), "", 0))
                .toList();
        return new SeriesData("indicators/" + indicator, indicator, line.key(), unit, rows);
    }
}

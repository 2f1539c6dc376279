package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.darya.evidence.SeriesData;
import org.darya.methods.Point;
import org.darya.methods.Quantity;
import org.darya.methods.Reason;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Ucum;
import org.darya.methods.Value;

/**
 * A series that goes into an input.
 *
 * @param key its codes in the dimensions of the lines
 * @param by the dimensions in which it is matched with lines
 * @param tags what tells it apart from others of the same input
 */
record Chosen(String input, SeriesData series, Map<String, String> key, List<String> by, Map<String, String> tags) {
    /** A name that people can read and that is unique within an indicator. */
    String label() {
        return series.dimensions().isEmpty()
                ? series.indicator()
                : series.indicator() + " "
                        + new TreeMap<>(series.dimensions())
                                .toString()
                                .replace("{", "(")
                                .replace("}", ")");
    }

    boolean matches(Map<String, String> line) {
        return by.stream()
                .allMatch(dimension -> String.valueOf(line.get(dimension)).equals(String.valueOf(key.get(dimension))));
    }

    /**
     * As a method takes it.
     *
     * @param left rows that are left out
     */
    Series forMethod(Predicate<SeriesData.Row> left) {
        Ucum unit = new Ucum(series.unit());
        List<Point> points = new ArrayList<>();
        for (SeriesData.Row row : series.rows()) {
            if (!left.test(row)) {
                points.add(new Point(Periods.forMethod(row.period()), value(row, unit)));
            }
        }
        return new Series(label(), tags, unit, points);
    }

    private static Value value(SeriesData.Row row, Ucum unit) {
        Status status = Status.valueOf(row.status().name());
        return row.amount() == null
                ? Value.missing(Reason.of(Reason.Why.NO_VALUE), status)
                : Value.known(new Quantity(row.amount().doubleValue(), unit), status);
    }
}

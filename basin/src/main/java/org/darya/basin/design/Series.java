package org.darya.basin.design;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Frames;

/**
 * Numbers of the readable format: one number, twelve by month, or a series from a file with a date column or with
 * {@code year}, {@code month} and {@code decade} columns.
 */
final class Series {

    private final Plan plan;
    private final Frames frames;
    private final Map<String, Object> timestepper;

    Series(Plan plan, Path folder, Map<String, Object> timestepper) {
        this.plan = plan;
        this.frames = new Frames(folder);
        this.timestepper = timestepper;
    }

    /** A value for a node or parameter, times a factor. */
    Object read(String name, Element given, double factor) {
        if (given.isNumber()) {
            return given.number() * factor;
        }
        if (given.isList()) {
            double[] values = given.numbers();
            if (values.length != 12) {
                throw given.fail(values.length + " values", "give one number, or twelve from January to December.");
            }
            return plan.monthly(name, Arrays.stream(values).map(x -> x * factor).toArray());
        }
        TreeMap<LocalDate, Double> found = load(given);
        Map<String, Object> column = new LinkedHashMap<>();
        if ("M".equals(timestepper.get("timestep"))) {
            months(found).forEach((date, value) -> column.put(date.toString(), value * factor));
        } else {
            found.forEach((date, value) -> column.put(date.toString(), value * factor));
        }
        return plan.parameter(name, "dataframe", "data", Map.of("value", column));
    }

    /** Observations by month: the mean of flows, the last value of volumes. */
    Map<String, Object> observed(Element given, boolean last, double factor) {
        TreeMap<LocalDate, Double> found = load(given);
        Map<String, Object> months = new LinkedHashMap<>();
        if (last) {
            found.forEach((date, value) -> months.put(date.withDayOfMonth(1).toString(), value * factor));
        } else {
            months(found).forEach((date, value) -> months.put(date.toString(), value * factor));
        }
        return months;
    }

    private static TreeMap<LocalDate, Double> months(TreeMap<LocalDate, Double> values) {
        TreeMap<LocalDate, double[]> sums = new TreeMap<>();
        values.forEach((date, value) -> {
            double[] sum = sums.computeIfAbsent(date.withDayOfMonth(1), key -> new double[2]);
            sum[0] += value;
            sum[1]++;
        });
        TreeMap<LocalDate, Double> months = new TreeMap<>();
        sums.forEach((date, sum) -> months.put(date, sum[0] / sum[1]));
        return months;
    }

    /** Values by date from a file, perhaps of the rows {@code where} a column has a value. */
    TreeMap<LocalDate, Double> load(Element given) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("url", given.need("file").text());
        Frame frame = frames.load(new Element(given.path(), spec));
        int value = frame.column(given.need("column"));
        boolean decades = frame.columns().contains("decade");
        int date = given.has("date") ? frame.column(given.get("date")) : 0;
        TreeMap<LocalDate, Double> values = new TreeMap<>();
        rows:
        for (int row = 0; row < frame.rows(); row++) {
            String[] cells = frame.cells().get(row);
            for (var condition : given.get("where").fields().entrySet()) {
                int at = frame.column(new Element(given.path(), condition.getKey()));
                if (!cells[at].equals(condition.getValue().key())) {
                    continue rows;
                }
            }
            LocalDate day = decades
                    ? LocalDate.of(
                            integer(frame, cells, "year"),
                            integer(frame, cells, "month"),
                            10 * integer(frame, cells, "decade") - 9)
                    : day(given, frame, cells[date]);
            values.put(day, frame.number(row, value));
        }
        if (values.isEmpty()) {
            throw given.fail("no rows of " + frame.source() + " match", "check 'where'.");
        }
        return values;
    }

    private static LocalDate day(Element given, Frame frame, String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw given.fail(
                    "\"" + cell + "\" of " + frame.source() + " is no date",
                    "dates stand in another column: name it by 'date'.");
        }
    }

    private static int integer(Frame frame, String[] cells, String column) {
        return Integer.parseInt(cells[frame.columns().indexOf(column)].strip());
    }
}

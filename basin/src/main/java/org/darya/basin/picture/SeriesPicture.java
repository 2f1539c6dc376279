package org.darya.basin.picture;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.darya.basin.time.Step;

/** Draws series over time: a fan of percentiles against a rule, and a map of months by years. */
public final class SeriesPicture {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 380;
    private static final double LEFT = 74;
    private static final double RIGHT = 24;
    private static final double TOP = 60;
    private static final double BOTTOM = 46;

    private SeriesPicture() {}

    /**
     * A line to compare with.
     *
     * @param name what it is
     * @param values by step, NaN where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record Line(String name, double[] values) {}

    /**
     * Draws the spread of a volume over scenarios.
     *
     * @param spread series of rising percentiles; the middle one is drawn as a line
     * @param lines rules or observations to compare with
     */
    public static void fan(
            Path file, String title, String unit, List<Step> steps, double[][] spread, List<Line> lines) {
        draw(file, title, unit, steps, spread, lines, Range.of(true, spread, lines));
    }

    /** The same for a height: its axis need not begin at zero, and says so by its numbers. */
    public static void level(
            Path file, String title, String unit, List<Step> steps, double[][] spread, List<Line> lines) {
        draw(file, title, unit, steps, spread, lines, Range.of(false, spread, lines));
    }

    /** What the axis of values spans. */
    private record Range(double low, double high) {
        static Range of(boolean fromZero, double[][] spread, List<Line> lines) {
            double[] all = Stream.concat(Arrays.stream(spread), lines.stream().map(Line::values))
                    .flatMapToDouble(Arrays::stream)
                    .filter(x -> !Double.isNaN(x))
                    .toArray();
            double high = Arrays.stream(all).max().orElse(1);
            double low = fromZero ? 0 : Arrays.stream(all).min().orElse(0);
            double edge = fromZero ? 0 : Math.max(0.05 * (high - low), 0.1);
            return new Range(low - edge, Math.max(high + edge, low - edge + 1e-12));
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low);
        }
    }

    private static void draw(
            Path file, String title, String unit, List<Step> steps, double[][] spread, List<Line> lines, Range range) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        axes(svg, steps, range, unit);
        int last = spread.length - 1;
        StringBuilder area = new StringBuilder();
        for (int t = 0; t < steps.size(); t++) {
            area.append(point(t == 0 ? "M" : "L", t, spread[last][t], steps.size(), range));
        }
        for (int t = steps.size() - 1; t >= 0; t--) {
            area.append(point("L", t, spread[0][t], steps.size(), range));
        }
        svg.path(area + "Z", Svg.PALE_WATER, "none", 0, 0.8, "10 to 90 percent of scenarios");
        svg.path(line(spread[last / 2], steps.size(), range), "none", Svg.WATER, 1.8, 1, "median");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String colour = i == 0 ? Svg.WARN : Svg.LAND;
            svg.path(line(line.values, steps.size(), range), "none", colour, 1.2, 0.9, line.name);
            svg.text(WIDTH - RIGHT - 90 * i, 48, 11.5, colour, "end", line.name);
        }
        boolean one = Arrays.equals(spread[0], spread[last]);
        svg.text(LEFT, 48, 11.5, Svg.WATER, "start", one ? "simulated" : "median and 10–90 % of scenarios");
        svg.write(file);
    }

    private static String line(double[] series, int steps, Range range) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int t = 0; t < steps; t++) {
            if (Double.isNaN(series[t])) {
                pen = false;
            } else {
                path.append(point(pen ? "L" : "M", t, series[t], steps, range));
                pen = true;
            }
        }
        return path.isEmpty() ? "M0 0" : path.toString();
    }

    private static String point(String command, int t, double value, int steps, Range range) {
        double x = LEFT + (WIDTH - LEFT - RIGHT) * t / Math.max(1, steps - 1);
        return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, range.y(value));
    }

    private static void axes(Svg svg, List<Step> steps, Range range, String unit) {
        double tick = Svg.tick(range.high - range.low);
        double first = Math.ceil(range.low / tick - 1e-9) * tick;
        for (int i = 0; first + i * tick <= range.high + tick * 1e-4; i++) {
            double value = first + i * tick;
            svg.line(LEFT, range.y(value), WIDTH - RIGHT, range.y(value), Svg.GRID, 1);
            svg.text(LEFT - 8, range.y(value) + 4, 11, Svg.FAINT, "end", Svg.number(value));
        }
        svg.text(LEFT - 8, TOP - 12, 11, Svg.FAINT, "end", unit);
        int begin = steps.get(0).day().getYear();
        int years = steps.get(steps.size() - 1).day().getYear() - begin + 1;
        int every = Math.max(1, (int) Math.ceil(years / 12.0));
        int seen = Integer.MIN_VALUE;
        for (Step step : steps) {
            int year = step.day().getYear();
            if (year != seen && (year - begin) % every == 0) {
                double x = LEFT + (WIDTH - LEFT - RIGHT) * step.index() / Math.max(1, steps.size() - 1);
                svg.line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5, Svg.FAINT, 1);
                svg.text(x, HEIGHT - BOTTOM + 19, 11, Svg.FAINT, "start", String.valueOf(year));
            }
            seen = year;
        }
    }

    /**
     * Draws shares by month (down) and year (across): 0 is white, 1 is deep red.
     *
     * @param share share of each step, NaN if there is none
     */
    public static void heat(Path file, String title, List<Step> steps, double[] share) {
        int begin = steps.get(0).day().getYear();
        int years = steps.get(steps.size() - 1).day().getYear() - begin + 1;
        double[][] sum = new double[years][12];
        double[][] weight = new double[years][12];
        for (Step step : steps) {
            if (!Double.isNaN(share[step.index()])) {
                sum[step.day().getYear() - begin][step.month()] += share[step.index()] * step.days();
                weight[step.day().getYear() - begin][step.month()] += step.days();
            }
        }
        double cell = Math.max(8, Math.min(46, 820.0 / years));
        Svg svg = new Svg(Math.max(420, LEFT + years * cell + RIGHT), TOP + 12 * 22 + BOTTOM, title);
        for (int m = 0; m < 12; m++) {
            String month = LocalDate.of(2001, m + 1, 1)
                    .getMonth()
                    .getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
            svg.text(LEFT - 8, TOP + m * 22 + 15, 11, Svg.FAINT, "end", month);
            for (int y = 0; y < years; y++) {
                double value = weight[y][m] == 0 ? Double.NaN : sum[y][m] / weight[y][m];
                String note = String.format(Locale.ROOT, "%s %d: %.0f %%", month, begin + y, 100 * value);
                svg.box(LEFT + y * cell, TOP + m * 22, cell - 1, 21, colour(value), note);
            }
        }
        int every = Math.max(1, (int) Math.ceil(34 / cell));
        for (int y = 0; y < years; y += every) {
            svg.text(LEFT + (y + 0.5) * cell, TOP + 12 * 22 + 16, 11, Svg.FAINT, "middle", String.valueOf(begin + y));
        }
        svg.text(LEFT, 48, 11.5, Svg.FAINT, "start", "share of the demand that was not met: white 0 %, dark red 100 %");
        svg.write(file);
    }

    private static String colour(double share) {
        if (Double.isNaN(share)) {
            return "#f4f4f4";
        }
        double s = Math.sqrt(Math.clamp(share, 0, 1));
        return String.format("#%02x%02x%02x", (int) (250 - 90 * s), (int) (250 - 222 * s), (int) (248 - 218 * s));
    }
}

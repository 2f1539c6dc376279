package org.darya.basin.picture;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

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
     * Draws the spread of a volume over scenarios.
     *
     * @param spread series of rising percentiles; the middle one is drawn as a line
     * @param rule a rule or observation to compare with, or null
     */
    public static void fan(
            Path file,
            String title,
            String unit,
            List<Step> steps,
            double[][] spread,
            double @Nullable [] rule,
            String ruleName) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double top = Arrays.stream(spread[spread.length - 1]).max().orElse(1);
        if (rule != null) {
            top = Math.max(
                    top, Arrays.stream(rule).filter(x -> !Double.isNaN(x)).max().orElse(0));
        }
        axes(svg, steps, top, unit);
        double max = top;
        int last = spread.length - 1;
        StringBuilder area = new StringBuilder();
        for (int t = 0; t < steps.size(); t++) {
            area.append(point(t == 0 ? "M" : "L", t, spread[last][t], steps.size(), max));
        }
        for (int t = steps.size() - 1; t >= 0; t--) {
            area.append(point("L", t, spread[0][t], steps.size(), max));
        }
        svg.path(area + "Z", Svg.PALE_WATER, "none", 0, 0.8, "10 to 90 percent of scenarios");
        svg.path(line(spread[last / 2], steps.size(), max), "none", Svg.WATER, 1.8, 1, "median");
        if (rule != null) {
            svg.path(line(rule, steps.size(), max), "none", Svg.WARN, 1.2, 0.9, ruleName);
            svg.text(WIDTH - RIGHT, 48, 11.5, Svg.WARN, "end", ruleName);
        }
        boolean one = Arrays.equals(spread[0], spread[last]);
        svg.text(LEFT, 48, 11.5, Svg.WATER, "start", one ? "simulated" : "median and 10–90 % of scenarios");
        svg.write(file);
    }

    private static String line(double[] series, int steps, double max) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int t = 0; t < steps; t++) {
            if (Double.isNaN(series[t])) {
                pen = false;
            } else {
                path.append(point(pen ? "L" : "M", t, series[t], steps, max));
                pen = true;
            }
        }
        return path.isEmpty() ? "M0 0" : path.toString();
    }

    private static String point(String command, int t, double value, int steps, double max) {
        double x = LEFT + (WIDTH - LEFT - RIGHT) * t / Math.max(1, steps - 1);
        return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y(value, max));
    }

    private static double y(double value, double max) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / Math.max(max, 1e-12);
    }

    private static void axes(Svg svg, List<Step> steps, double max, String unit) {
        double tick = Svg.tick(max);
        for (double value = 0; value <= max * 1.0001; value += tick) {
            svg.line(LEFT, y(value, max), WIDTH - RIGHT, y(value, max), Svg.GRID, 1);
            svg.text(LEFT - 8, y(value, max) + 4, 11, Svg.FAINT, "end", Svg.number(value));
        }
        svg.text(LEFT - 8, TOP - 12, 11, Svg.FAINT, "end", unit);
        int first = steps.get(0).day().getYear();
        int years = steps.get(steps.size() - 1).day().getYear() - first + 1;
        int every = Math.max(1, (int) Math.ceil(years / 12.0));
        int seen = Integer.MIN_VALUE;
        for (Step step : steps) {
            int year = step.day().getYear();
            if (year != seen && (year - first) % every == 0) {
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
        int first = steps.get(0).day().getYear();
        int years = steps.get(steps.size() - 1).day().getYear() - first + 1;
        double[][] sum = new double[years][12];
        double[][] weight = new double[years][12];
        for (Step step : steps) {
            if (!Double.isNaN(share[step.index()])) {
                sum[step.day().getYear() - first][step.month()] += share[step.index()] * step.days();
                weight[step.day().getYear() - first][step.month()] += step.days();
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
                String note = String.format(Locale.ROOT, "%s %d: %.0f %%", month, first + y, 100 * value);
                svg.box(LEFT + y * cell, TOP + m * 22, cell - 1, 21, colour(value), note);
            }
        }
        int every = Math.max(1, (int) Math.ceil(34 / cell));
        for (int y = 0; y < years; y += every) {
            svg.text(LEFT + (y + 0.5) * cell, TOP + 12 * 22 + 16, 11, Svg.FAINT, "middle", String.valueOf(first + y));
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

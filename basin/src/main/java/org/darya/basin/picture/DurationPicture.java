package org.darya.basin.picture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.darya.basin.result.Distribution;

/** Draws a duration curve: the flow that is reached or exceeded, over the share of time. */
final class DurationPicture {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 360;
    private static final double LEFT = 74;
    private static final double RIGHT = 24;
    private static final double TOP = 60;
    private static final double BOTTOM = 52;

    private DurationPicture() {}

    static void draw(Path file, String title, String unit, Distribution flows) {
        double[] shares =
                IntStream.rangeClosed(1, 199).mapToDouble(i -> i / 200.0).toArray();
        double[] values = flows.exceeded(shares);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        // a river that is always dry still has an axis
        double high = values[0] > 0 ? values[0] * 1.05 : 1;
        double tick = Svg.tick(high);
        for (int i = 0; i * tick <= high; i++) {
            svg.line(LEFT, y(i * tick, high), WIDTH - RIGHT, y(i * tick, high), Svg.GRID, 1);
            svg.text(LEFT - 8, y(i * tick, high) + 4, 11, Svg.FAINT, "end", Svg.number(i * tick));
        }
        svg.text(LEFT, TOP - 12, 11, Svg.FAINT, "start", unit);
        for (int percent = 0; percent <= 100; percent += 20) {
            svg.text(x(percent / 100.0), HEIGHT - BOTTOM + 19, 11, Svg.FAINT, "middle", percent + " %");
        }
        svg.text(
                x(0.5),
                HEIGHT - 12,
                11,
                Svg.FAINT,
                "middle",
                "share of the time in which the flow is reached or exceeded");
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shares.length; i++) {
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(shares[i]), y(values[i], high)));
        }
        svg.path(path.toString(), "none", Svg.WATER, 1.8, 1, title);
        svg.write(file);
    }

    private static double x(double share) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }

    private static double y(double value, double high) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / high;
    }
}

package org.darya.basin.picture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Draws plans by two of their objectives. */
public final class ParetoPicture {

    private static final double SIZE = 520;
    private static final double EDGE = 80;

    private ParetoPicture() {}

    /** Draws points; {@code x} and {@code y} hold one value a plan. */
    public static void draw(Path file, String title, String xName, String yName, double[] x, double[] y) {
        Svg svg = new Svg(SIZE + 2 * EDGE, SIZE, title);
        double[] xs = range(x);
        double[] ys = range(y);
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double px = EDGE + share * SIZE;
            double py = SIZE - EDGE - share * (SIZE - 2 * EDGE);
            svg.line(px, EDGE, px, SIZE - EDGE, Svg.GRID, 1);
            svg.line(EDGE, py, EDGE + SIZE, py, Svg.GRID, 1);
            svg.text(px, SIZE - EDGE + 18, 11, Svg.FAINT, "middle", Svg.number(xs[0] + share * (xs[1] - xs[0])));
            svg.text(EDGE - 8, py + 4, 11, Svg.FAINT, "end", Svg.number(ys[0] + share * (ys[1] - ys[0])));
        }
        for (int i = 0; i < x.length; i++) {
            double px = EDGE + (x[i] - xs[0]) / (xs[1] - xs[0]) * SIZE;
            double py = SIZE - EDGE - (y[i] - ys[0]) / (ys[1] - ys[0]) * (SIZE - 2 * EDGE);
            svg.box(px - 4, py - 4, 8, 8, Svg.WATER, "plan " + i + ": " + Svg.number(x[i]) + ", " + Svg.number(y[i]));
        }
        svg.text(EDGE + SIZE / 2, SIZE - 30, 12, Svg.INK, "middle", xName);
        svg.text(EDGE, EDGE - 14, 12, Svg.INK, "start", yName);
        svg.write(file);
    }

    private static double[] range(double[] values) {
        List<Double> all = Arrays.stream(values).boxed().sorted().toList();
        double low = all.get(0);
        double high = all.get(all.size() - 1);
        return high > low ? new double[] {low, high} : new double[] {low - 0.5, low + 0.5};
    }
}

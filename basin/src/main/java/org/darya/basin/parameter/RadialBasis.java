package org.darya.basin.parameter;

import java.util.function.DoubleUnaryOperator;
import org.darya.basin.read.Element;

/**
 * Radial basis interpolation: a sum of equal bumps, one at each point, that goes through all points.
 *
 * <p>The bumps and the default width (the side of the share of the bounding box that each point has) are those of
 * {@code scipy.interpolate.Rbf}.
 */
final class RadialBasis {

    private final double[][] points;
    private final double[] weights;
    private final DoubleUnaryOperator bump;

    private RadialBasis(double[][] points, double[] weights, DoubleUnaryOperator bump) {
        this.points = points;
        this.weights = weights;
        this.bump = bump;
    }

    /**
     * Fits the bumps.
     *
     * @param points coordinates of each point
     * @param y value at each point
     * @param options may hold {@code function}, {@code epsilon} and {@code smooth}
     */
    static RadialBasis fit(double[][] points, double[] y, Element options) {
        int n = points.length;
        boolean given = options.given();
        double width = given ? options.get("epsilon").number(width(points)) : width(points);
        double smooth = given ? options.get("smooth").number(0) : 0;
        DoubleUnaryOperator bump =
                bump(options, given ? options.get("function").word("multiquadric") : "multiquadric", width);
        double[][] system = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = bump.applyAsDouble(distance(points[i], points[j])) - (i == j ? smooth : 0);
            }
        }
        return new RadialBasis(points, LinearSystem.solve(system, y.clone(), options), bump);
    }

    private static double width(double[][] points) {
        double box = 1;
        int sides = 0;
        for (int d = 0; d < points[0].length; d++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double[] point : points) {
                min = Math.min(min, point[d]);
                max = Math.max(max, point[d]);
            }
            if (max > min) {
                box *= max - min;
                sides++;
            }
        }
        return Math.pow(box / points.length, 1.0 / Math.max(sides, 1));
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(sum);
    }

    private static DoubleUnaryOperator bump(Element options, String name, double width) {
        return switch (name) {
            case "multiquadric" -> r -> Math.sqrt(r / width * (r / width) + 1);
            case "inverse", "inverse_multiquadric", "inverse multiquadric" ->
                r -> 1 / Math.sqrt(r / width * (r / width) + 1);
            case "gaussian" -> r -> Math.exp(-(r / width) * (r / width));
            case "linear" -> r -> r;
            case "cubic" -> r -> r * r * r;
            case "quintic" -> r -> r * r * r * r * r;
            case "thin_plate", "thin-plate" -> r -> r == 0 ? 0 : r * r * Math.log(r);
            default -> throw options.get("function").fail("the basis function is not known", "use \"multiquadric\".");
        };
    }

    double at(double... x) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * bump.applyAsDouble(distance(x, points[i]));
        }
        return sum;
    }
}

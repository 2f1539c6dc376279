package org.darya.basin.parameter;

import java.util.function.DoubleUnaryOperator;
import org.darya.basin.read.Element;

/**
 * Radial basis interpolation in one dimension: a sum of equal bumps, one at each point, that goes through all points.
 *
 * <p>The bumps and the default width (mean distance of the points) are those of {@code scipy.interpolate.Rbf}.
 */
final class RadialBasis {

    private final double[] points;
    private final double[] weights;
    private final DoubleUnaryOperator bump;

    private RadialBasis(double[] points, double[] weights, DoubleUnaryOperator bump) {
        this.points = points;
        this.weights = weights;
        this.bump = bump;
    }

    /** Fits the bumps; {@code options} may hold {@code function}, {@code epsilon} and {@code smooth}. */
    static RadialBasis fit(double[] x, double[] y, Element options) {
        int n = x.length;
        boolean given = options.given();
        double width = given ? options.get("epsilon").number((x[n - 1] - x[0]) / n) : (x[n - 1] - x[0]) / n;
        double smooth = given ? options.get("smooth").number(0) : 0;
        DoubleUnaryOperator bump =
                bump(options, given ? options.get("function").word("multiquadric") : "multiquadric", width);
        double[][] system = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = bump.applyAsDouble(Math.abs(x[i] - x[j])) - (i == j ? smooth : 0);
            }
        }
        return new RadialBasis(x, LinearSystem.solve(system, y.clone(), options), bump);
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

    double at(double x) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * bump.applyAsDouble(Math.abs(x - points[i]));
        }
        return sum;
    }
}

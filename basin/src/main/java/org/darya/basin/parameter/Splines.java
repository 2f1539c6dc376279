package org.darya.basin.parameter;

import org.darya.basin.read.Element;

/** Interpolating B-splines (de Boor, A Practical Guide to Splines, 1978, chapters IX and X). */
final class Splines {

    private Splines() {}

    /** Knots that make the spline unique: the ends repeated, interior knots at the points or between them. */
    static double[] knots(double[] x, int degree) {
        int n = x.length;
        double[] knots = new double[n + degree + 1];
        for (int i = 0; i <= degree; i++) {
            knots[i] = x[0];
            knots[n + i] = x[n - 1];
        }
        for (int i = degree + 1; i < n; i++) {
            // odd degrees leave out the second and the last but one point, even ones use the midpoints
            int at = i - degree - 1;
            knots[i] = degree % 2 == 1 ? x[at + (degree + 1) / 2] : (x[at + degree / 2] + x[at + degree / 2 + 1]) / 2;
        }
        return knots;
    }

    /** Coefficients of the spline that goes through the points. */
    static double[] fit(double[] x, double[] y, double[] knots, int degree, Element origin) {
        int n = x.length;
        double[][] system = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] basis = new double[n];
            for (int j = 0; j < n; j++) {
                double[] unit = new double[n];
                unit[j] = 1;
                basis[j] = at(knots, unit, degree, x[i]);
            }
            system[i] = basis;
        }
        return LinearSystem.solve(system, y.clone(), origin);
    }

    /** The value at a point, by de Boor's recursion; outside the points the end piece goes on. */
    static double at(double[] knots, double[] coefficients, int degree, double x) {
        int n = coefficients.length;
        int k = degree;
        while (k < n - 1 && x >= knots[k + 1]) {
            k++;
        }
        double[] d = new double[degree + 1];
        for (int j = 0; j <= degree; j++) {
            d[j] = coefficients[j + k - degree];
        }
        for (int r = 1; r <= degree; r++) {
            for (int j = degree; j >= r; j--) {
                double left = knots[j + k - degree];
                double alpha = (x - left) / (knots[j + 1 + k - r] - left);
                d[j] = (1 - alpha) * d[j - 1] + alpha * d[j];
            }
        }
        return d[degree];
    }
}

package org.darya.basin.parameter;

import java.util.Arrays;
import org.darya.basin.read.Element;

/**
 * A curve through points, as {@code scipy.interpolate.interp1d} draws it: straight lines, steps, or splines of degree 2 or
 * 3 that are smooth at the second and the last but one point ("not a knot").
 */
final class Interpolation {

    private final Element origin;
    private final double[] x;
    private final double[] y;
    private final Kind kind;
    private final boolean refuseOutside;
    private final boolean extrapolate;
    private final double below;
    private final double above;
    private final double[] knots;
    private final double[] coefficients;

    private enum Kind {
        LINEAR,
        NEAREST,
        PREVIOUS,
        NEXT,
        QUADRATIC,
        CUBIC
    }

    private Interpolation(Element origin, double[] x, double[] y, Element options) {
        this.origin = origin;
        this.x = x;
        this.y = y;
        this.kind = kind(options);
        boolean given = options.given();
        Element fill = given ? options.get("fill_value") : options;
        this.extrapolate = given && fill.isText() && fill.text().equals("extrapolate");
        this.refuseOutside = given && options.has("bounds_error")
                ? options.get("bounds_error").flag(true)
                : !given || fill.missing();
        this.below = given && fill.isList()
                ? fill.items().get(0).number()
                : given && fill.isNumber() ? fill.number() : Double.NaN;
        this.above = given && fill.isList() ? fill.items().get(1).number() : below;
        int degree = kind == Kind.CUBIC ? 3 : kind == Kind.QUADRATIC ? 2 : 0;
        if (degree > 0 && x.length <= degree) {
            throw origin.fail(
                    x.length + " points for a curve of degree " + degree, "give more points or use \"linear\".");
        }
        this.knots = degree == 0 ? new double[0] : Splines.knots(x, degree);
        this.coefficients = degree == 0 ? new double[0] : Splines.fit(x, y, knots, degree, origin);
    }

    /** A curve through points; {@code options} are those of {@code interp1d} and may be missing. */
    static Interpolation of(Element origin, double[] x, double[] y, Element options) {
        Lists.check(origin, y, x.length);
        if (x.length < 2) {
            throw origin.fail("a curve through " + x.length + " points", "give two points or more.");
        }
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(x[a], x[b]));
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] sortedY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        Lists.checkIncreasing(origin, sortedX);
        return new Interpolation(origin, sortedX, sortedY, options);
    }

    private static Kind kind(Element options) {
        String name = options.missing() ? "linear" : options.get("kind").word("linear");
        return switch (name) {
            case "linear", "slinear" -> Kind.LINEAR;
            case "nearest" -> Kind.NEAREST;
            case "zero", "previous" -> Kind.PREVIOUS;
            case "next" -> Kind.NEXT;
            case "quadratic" -> Kind.QUADRATIC;
            case "cubic" -> Kind.CUBIC;
            default -> throw options.get("kind").fail("the kind of curve is not known", "use \"linear\" or \"cubic\".");
        };
    }

    /** The value at a point. */
    double at(double at) {
        int last = x.length - 1;
        if (at < x[0] || at > x[last]) {
            // a volume that rounding left a hair outside the curve is meant to be on its end
            double slack = 1e-9 * Math.max(1, Math.max(Math.abs(x[0]), Math.abs(x[last])));
            if (at >= x[0] - slack && at <= x[last] + slack) {
                return at(Math.clamp(at, x[0], x[last]));
            }
            if (!extrapolate) {
                return outside(at);
            }
        }
        int k = Arrays.binarySearch(x, at);
        int i = Math.clamp(k >= 0 ? k : -k - 2, 0, last - 1);
        return switch (kind) {
            case LINEAR -> y[i] + (y[i + 1] - y[i]) / (x[i + 1] - x[i]) * (at - x[i]);
            case NEAREST -> at - x[i] <= x[i + 1] - at ? y[i] : y[i + 1];
            case PREVIOUS -> at >= x[last] ? y[last] : y[i];
            case NEXT -> at <= x[i] ? y[i] : y[i + 1];
            case QUADRATIC -> Splines.at(knots, coefficients, 2, at);
            case CUBIC -> Splines.at(knots, coefficients, 3, at);
        };
    }

    private double outside(double at) {
        if (refuseOutside) {
            throw origin.fail(
                    at + " is outside the curve from " + x[0] + " to " + x[x.length - 1],
                    "add points, or give \"interp_kwargs\": {\"bounds_error\": false, \"fill_value\": [low, high]}.");
        }
        return at < x[0] ? below : above;
    }

    /** The area under the straight lines between two points. */
    double area(double from, double to) {
        if (to < from) {
            return -area(to, from);
        }
        double area = 0;
        double at = from;
        double value = at(from);
        for (double next : x) {
            if (next > at && next < to) {
                area += (value + at(next)) / 2 * (next - at);
                at = next;
                value = at(next);
            }
        }
        return area + (value + at(to)) / 2 * (to - at);
    }
}

package org.darya.basin.network;

import org.darya.basin.BasinException;
import org.darya.basin.solve.Problem;

/** Looks at every number on its way into the problem, and refuses those that no plan can follow. */
final class Guard {

    /** Bounds and costs smaller than this are zero. */
    static final double NOTHING = 1e-8;

    private final Problem problem;

    Guard(Problem problem) {
        this.problem = problem;
    }

    /** A bound; remembers how great they get. */
    double bound(double value, int arc) {
        double size = Math.abs(value);
        if (!(size <= problem.magnitude())) {
            if (Double.isNaN(value)) {
                throw new BasinException(
                        node(arc),
                        "a bound is not a number (NaN)",
                        "a parameter divides by zero or looks at an empty store.");
            }
            problem.seen(value);
        }
        return size < NOTHING ? 0 : value;
    }

    /** Refuses an empty box; one that rounding has emptied is closed. */
    void checkBox(int a) {
        double least = problem.lower[a];
        double greatest = problem.upper[a];
        if (least > greatest && least - greatest <= NOTHING * Math.max(1, Math.abs(greatest))) {
            problem.lower[a] = greatest;
            return;
        }
        if (least > greatest) {
            throw new BasinException(
                    node(a),
                    "the least flow " + least + " is above the greatest flow " + greatest,
                    greatest < 0
                            ? "a parameter has the wrong sign; flows count downstream from 0."
                            : "the parameters of min_flow and max_flow are swapped.");
        }
        if (Double.isInfinite(least)) {
            throw new BasinException(node(a), "a least flow of " + least, "a parameter divides by zero.");
        }
    }

    double price(double value, int arc) {
        double size = Math.abs(value);
        // also false if it is not a number
        if (!(size < Double.POSITIVE_INFINITY)) {
            throw new BasinException(node(arc), "a cost of " + value, "a parameter divides by zero.");
        }
        return size < NOTHING ? 0 : value;
    }

    String node(int arc) {
        return "nodes \"" + problem.arcNames.get(arc) + '"';
    }
}

package org.darya.basin.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;

/** Puts the numbers of a scenario into the problem of a step, and refuses those that no plan can follow. */
final class Loading {

    /**
     * Weight of the tie rule. Among plans whose cost differs by less than about this times the flow, water goes to the node
     * that the model lists first; the weights are distinct, so the choice is one and the same on every machine.
     */
    static final double TIE = 1e-7;

    /** Bounds and costs smaller than this are zero. */
    private static final double NOTHING = 1e-8;

    private final Problem problem;
    private final Box[] boxes;
    private final Price[] prices;
    private final Filling[] fillings;
    private final Row[] rows;

    /** Bounds that change; one that does not is null. */
    @SuppressWarnings("ArrayRecordComponent") // the arrays of parameters, shared on purpose
    private record Box(int arc, double[] lower, double[] upper) {}

    /** A cost that changes, with its part in the tie rule. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Price(int arc, double[] cost, double tie) {}

    /** The room of a store, above and below. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Filling(int arc, Store store, double[] volume, double[] min, double[] max) {}

    Loading(Problem problem, List<Arc> arcs, Row[] rows) {
        this.problem = problem;
        this.rows = rows;
        List<Box> varying = new ArrayList<>();
        List<Price> priced = new ArrayList<>();
        List<Filling> filled = new ArrayList<>();
        for (int a = 0; a < arcs.size(); a++) {
            Arc arc = arcs.get(a);
            double tie = tie(arc, a, arcs.size());
            Store store = arc.store();
            if (store != null) {
                filled.add(new Filling(a, store, store.volume, store.minVolume.values(), store.maxVolume.values()));
            } else {
                box(arc, a, varying);
            }
            if (arc.cost().fixed()) {
                problem.cost[a] = price(arc.cost().at(0), a) + tie;
            } else {
                priced.add(new Price(a, arc.cost().values(), tie));
            }
        }
        boxes = varying.toArray(Box[]::new);
        prices = priced.toArray(Price[]::new);
        fillings = filled.toArray(Filling[]::new);
        boolean rowsVary = Arrays.stream(rows)
                .flatMap(row -> Arrays.stream(row.coefficients()))
                .anyMatch(coefficient -> !coefficient.fixed());
        problem.varying(priced.stream().mapToInt(Price::arc).toArray(), rowsVary);
    }

    /** The golden section keeps the weights, and their small sums, apart. */
    private static double tie(Arc arc, int a, int arcs) {
        double section = a * 0.6180339887498949 % 1;
        return arc.isEdge() ? TIE * 1e-3 * (1 + section) : TIE * (a + section + 1) / arcs;
    }

    private void box(Arc arc, int a, List<Box> varying) {
        if (arc.lower().fixed()) {
            problem.lower[a] = bound(arc.lower().at(0), a);
        }
        if (arc.upper().fixed()) {
            problem.upper[a] = bound(arc.upper().at(0), a);
        }
        if (!arc.lower().fixed() || !arc.upper().fixed()) {
            varying.add(new Box(
                    a,
                    arc.lower().fixed() ? NONE : arc.lower().values(),
                    arc.upper().fixed() ? NONE : arc.upper().values()));
        } else {
            checkBox(a);
        }
    }

    private static final double[] NONE = {};

    /** Puts the numbers of a scenario in. */
    void load(Step step, int s) {
        double days = step.days();
        for (Box box : boxes) {
            int a = box.arc();
            double[] upper = box.upper();
            double[] lower = box.lower();
            if (upper != NONE) {
                problem.upper[a] = bound(upper[s], a);
            }
            if (lower != NONE) {
                problem.lower[a] = lower == upper ? problem.upper[a] : bound(lower[s], a);
            }
            if (!(problem.lower[a] <= problem.upper[a]) || Double.isInfinite(problem.lower[a])) {
                checkBox(a);
            }
        }
        for (Price price : prices) {
            problem.cost[price.arc()] = price(price.cost()[s], price.arc()) + price.tie();
        }
        for (Filling filling : fillings) {
            fill(filling, days, s);
        }
        if (rows.length > 0) {
            loadRows(days, s);
        }
    }

    private void fill(Filling filling, double days, int s) {
        int a = filling.arc();
        double max = filling.max()[s];
        double min = filling.min()[s];
        double volume = filling.volume()[s];
        if (max == min) {
            // a store without room must not let rounding through
            problem.lower[a] = 0;
            problem.upper[a] = 0;
            return;
        }
        if (!(min <= max)) {
            throw new BasinException(
                    node(a),
                    "min_volume " + min + " is not below max_volume " + max,
                    "a parameter gives a volume of the wrong sign, or divides by zero.");
        }
        problem.lower[a] = bound(-Math.max(volume - min, 0) / days, a);
        problem.upper[a] = bound(Math.max(max - volume, 0) / days, a);
    }

    private double bound(double value, int arc) {
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
    private void checkBox(int a) {
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

    private double price(double value, int arc) {
        double size = Math.abs(value);
        // also false if it is not a number
        if (!(size < Double.POSITIVE_INFINITY)) {
            throw new BasinException(node(arc), "a cost of " + value, "a parameter divides by zero.");
        }
        return size < NOTHING ? 0 : value;
    }

    private String node(int arc) {
        return "nodes \"" + problem.arcNames.get(arc) + '"';
    }

    private void loadRows(double days, int s) {
        for (int r = 0; r < rows.length; r++) {
            Row row = rows[r];
            double[] coefficients = problem.rowCoefficients[r];
            Quantity[] given = row.coefficients();
            for (int i = 0; i < coefficients.length; i++) {
                double factor = given[i].at(s);
                if (!(Math.abs(factor) < Double.POSITIVE_INFINITY)) {
                    throw refuse(row, "a factor of " + factor);
                }
                coefficients[i] = factor;
            }
            Account account = row.account();
            if (account == null) {
                problem.rowLower[r] = row.lower().at(s);
                problem.rowUpper[r] = row.upper().at(s);
            } else if (account.active()) {
                problem.rowLower[r] = -snap(Math.max(account.maxVolume.at(s) - account.volume[s], 0) / days);
                problem.rowUpper[r] = snap(Math.max(account.volume[s] - account.minVolume.at(s), 0) / days);
            } else {
                problem.rowLower[r] = Double.NEGATIVE_INFINITY;
                problem.rowUpper[r] = Double.POSITIVE_INFINITY;
            }
            checkRow(row, r);
        }
    }

    private void checkRow(Row row, int r) {
        double least = problem.rowLower[r];
        double greatest = problem.rowUpper[r];
        if (!(least <= greatest) || least == Double.POSITIVE_INFINITY || greatest == Double.NEGATIVE_INFINITY) {
            throw refuse(row, "the least sum " + least + " is above the greatest sum " + greatest);
        }
    }

    private static BasinException refuse(Row row, String what) {
        return new BasinException(
                "nodes \"" + row.name() + '"', what, "a parameter divides by zero, or two bounds are swapped.");
    }

    private static double snap(double value) {
        return value < NOTHING ? 0 : value;
    }
}

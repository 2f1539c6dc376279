package org.darya.basin.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.darya.basin.BasinException;
import org.darya.basin.model.Quantity;
import org.darya.basin.solve.Problem;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of a scenario into the problem of a step, and refuses those that no plan can follow. */
final class Loading {

    private final Problem problem;
    private final Boxes seldom;
    private final Boxes shared;
    private final Boxes own;
    private final Fillings fillings;
    private final Row[] rows;
    private @Nullable Step last;

    Loading(Problem problem, List<Arc> arcs, Row[] rows) {
        Guard guard = new Guard(problem);
        this.problem = problem;
        this.rows = rows;
        this.seldom = new Boxes(problem, guard, arcs, Boxes.Turn.SELDOM);
        this.shared = new Boxes(problem, guard, arcs, Boxes.Turn.STEP);
        this.own = new Boxes(problem, guard, arcs, Boxes.Turn.SCENARIO);
        this.fillings = new Fillings(problem, guard, arcs);
        for (int a = 0; a < arcs.size(); a++) {
            Arc arc = arcs.get(a);
            if (arc.cost().fixed()) {
                problem.cost[a] = guard.price(arc.cost().at(0), a) + Tie.of(arc, a, arcs.size());
            }
            if (arc.store() == null) {
                if (arc.lower().fixed()) {
                    problem.lower[a] = guard.bound(arc.lower().at(0), a);
                }
                if (arc.upper().fixed()) {
                    problem.upper[a] = guard.bound(arc.upper().at(0), a);
                }
                if (arc.lower().fixed() && arc.upper().fixed()) {
                    guard.checkBox(a);
                }
            }
        }
        boolean rowsVary = Arrays.stream(rows)
                .flatMap(row -> Arrays.stream(row.coefficients()))
                .anyMatch(coefficient -> !coefficient.fixed());
        problem.varying(
                IntStream.range(0, arcs.size())
                        .filter(a -> !arcs.get(a).cost().fixed())
                        .toArray(),
                rowsVary);
    }

    /** Prepares for a run. */
    void reset() {
        last = null;
    }

    /** Puts the numbers of a scenario in; the scenarios of a step are loaded in their order. */
    void load(Step step, int s) {
        if (s == 0) {
            Step before = last;
            if (before == null || seldom.rhythm().beats(step, before)) {
                seldom.load(0);
            }
            last = step;
            shared.load(0);
        }
        own.load(s);
        fillings.load(step.days(), s);
        if (rows.length > 0) {
            loadRows(step.days(), s);
        }
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
        return value < Guard.NOTHING ? 0 : value;
    }
}

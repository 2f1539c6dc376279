package org.darya.basin.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boxed dual simplex with an explicit dense inverse.
 *
 * <p>Every variable has a finite box, so any basis becomes dual feasible by putting each non-basic variable on the bound that
 * its reduced cost asks for; no first phase is needed. The leaving variable is the most violated one, the entering one is
 * found by the ratio test with bound flipping (Maros, Computational Techniques of the Simplex Method, 2003, section 10.2).
 * Variable {@code j < arcs} is a flow; {@code arcs + i} is the logical of row i, rows being the vertices but 0, then the
 * side rows.
 */
final class DenseEngine implements Engine {

    private static final double ZERO = 1e-11;
    private static final int MAX_PIVOTS = 100_000;

    /** A balance is kept to this share of the tolerance of flows. */
    private static final double BALANCE = 1e-3;

    private final Problem p;
    private final int m;
    private final int n;
    private final DenseBasis[] starts;
    private final double[] low;
    private final double[] high;
    private final double[] x;
    private final double[] y;
    private final double[] alpha;
    private double tolerance;
    private long pivots;

    DenseEngine(Problem problem, int scenarios) {
        this.p = problem;
        this.m = problem.vertices - 1 + problem.rows();
        this.n = problem.arcs;
        this.starts = new DenseBasis[scenarios];
        this.low = new double[n + m];
        this.high = new double[n + m];
        this.x = new double[n + m];
        this.y = new double[m];
        this.alpha = new double[n + m];
    }

    @Override
    public long pivots() {
        return pivots;
    }

    @Override
    public void solve(int scenario) {
        DenseBasis start = starts[scenario];
        // coefficients may change from step to step: only a network keeps its inverse
        if (start == null || p.rows() > 0) {
            start = new DenseBasis(m, n);
            starts[scenario] = start;
        }
        boxes();
        prices(start);
        for (int j = 0; j < n + m; j++) {
            if (!start.isBasic[j]) {
                double reduced = reducedCost(j);
                if (Math.abs(reduced) > ZERO) {
                    start.atUpper[j] = reduced < 0;
                }
            }
        }
        for (int round = 0; round < MAX_PIVOTS; round++) {
            primal(start);
            int row = mostViolated(start);
            if (row < 0) {
                answer(start);
                return;
            }
            pivot(start, row);
        }
        throw new NoPlanException("the solver does not come to an end", List.of());
    }

    private void boxes() {
        for (int j = 0; j < n; j++) {
            low[j] = p.low(j);
            high[j] = p.high(j);
        }
        for (int r = 0; r < p.rows(); r++) {
            int j = n + p.vertices - 1 + r;
            low[j] = Math.max(p.rowLower[r], -p.big());
            high[j] = Math.min(p.rowUpper[r], p.big());
        }
    }

    /** Multiplies a row vector with the column of a variable. */
    private double times(double[] row, int j) {
        if (j >= n) {
            return -row[j - n];
        }
        double sum = 0;
        if (p.to[j] > 0) {
            sum += row[p.to[j] - 1];
        }
        if (p.from[j] > 0) {
            sum -= row[p.from[j] - 1];
        }
        for (int r = 0; r < p.rows(); r++) {
            for (int i = 0; i < p.rowArcs[r].length; i++) {
                if (p.rowArcs[r][i] == j) {
                    sum += p.rowCoefficients[r][i] * row[p.vertices - 1 + r];
                }
            }
        }
        return sum;
    }

    private double cost(int j) {
        return j < n ? p.cost[j] : 0;
    }

    private double reducedCost(int j) {
        return cost(j) - times(y, j);
    }

    private void prices(DenseBasis start) {
        Arrays.fill(y, 0);
        for (int i = 0; i < m; i++) {
            double c = cost(start.basic[i]);
            if (c != 0) {
                for (int k = 0; k < m; k++) {
                    y[k] += c * start.inverse[i][k];
                }
            }
        }
    }

    private void primal(DenseBasis start) {
        double[] excess = new double[m];
        double greatest = 0;
        for (int j = 0; j < n + m; j++) {
            if (!start.isBasic[j]) {
                x[j] = start.atUpper[j] ? high[j] : low[j];
                if (x[j] != 0) {
                    greatest = Math.max(greatest, Math.abs(x[j]));
                    addColumn(excess, j, x[j]);
                }
            }
        }
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int k = 0; k < m; k++) {
                sum -= start.inverse[i][k] * excess[k];
            }
            x[start.basic[i]] = sum;
        }
        tolerance = Problem.tolerance(greatest);
    }

    private void addColumn(double[] excess, int j, double amount) {
        if (j >= n) {
            excess[j - n] -= amount;
            return;
        }
        if (p.to[j] > 0) {
            excess[p.to[j] - 1] += amount;
        }
        if (p.from[j] > 0) {
            excess[p.from[j] - 1] -= amount;
        }
        for (int r = 0; r < p.rows(); r++) {
            for (int i = 0; i < p.rowArcs[r].length; i++) {
                if (p.rowArcs[r][i] == j) {
                    excess[p.vertices - 1 + r] += p.rowCoefficients[r][i] * amount;
                }
            }
        }
    }

    private int mostViolated(DenseBasis start) {
        int worst = -1;
        double most = 0;
        for (int i = 0; i < m; i++) {
            int j = start.basic[i];
            double violation = Math.max(low[j] - x[j], x[j] - high[j]);
            // what a vertex is short of is water made or lost
            boolean balance = j >= n && j < n + p.vertices - 1;
            if (violation > most && violation > (balance ? tolerance * BALANCE : tolerance)) {
                most = violation;
                worst = i;
            }
        }
        return worst;
    }

    private void pivot(DenseBasis start, int row) {
        int leaving = start.basic[row];
        boolean below = x[leaving] < low[leaving];
        double rest = below ? low[leaving] - x[leaving] : x[leaving] - high[leaving];
        List<Integer> candidates = new ArrayList<>();
        for (int j = 0; j < n + m; j++) {
            if (start.isBasic[j] || high[j] - low[j] <= 0) {
                continue;
            }
            alpha[j] = times(start.inverse[row], j);
            // a step of j moves the leaving variable by -alpha
            double gain = (below ? -alpha[j] : alpha[j]) * (start.atUpper[j] ? -1 : 1);
            if (gain > ZERO) {
                candidates.add(j);
            }
        }
        candidates.sort((a, b) -> Double.compare(ratio(a), ratio(b)));
        int entering = -1;
        for (int j : candidates) {
            double reach = Math.abs(alpha[j]) * (high[j] - low[j]);
            if (reach >= rest - tolerance) {
                entering = j;
                break;
            }
            rest -= reach;
            start.atUpper[j] = !start.atUpper[j];
        }
        if (entering < 0) {
            throw contradiction(start, row);
        }
        exchange(start, row, entering, below);
    }

    private double ratio(int j) {
        return Math.abs(reducedCost(j)) / Math.abs(alpha[j]);
    }

    private void exchange(DenseBasis start, int row, int entering, boolean below) {
        pivots++;
        double[] column = new double[m];
        for (int i = 0; i < m; i++) {
            column[i] = times(start.inverse[i], entering);
        }
        for (int k = 0; k < m; k++) {
            start.inverse[row][k] /= column[row];
        }
        for (int i = 0; i < m; i++) {
            if (i != row && column[i] != 0) {
                for (int k = 0; k < m; k++) {
                    start.inverse[i][k] -= column[i] * start.inverse[row][k];
                }
            }
        }
        int leaving = start.basic[row];
        start.isBasic[leaving] = false;
        start.atUpper[leaving] = !below;
        start.basic[row] = entering;
        start.isBasic[entering] = true;
        prices(start);
    }

    private NoPlanException contradiction(DenseBasis start, int row) {
        List<String> involved = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (!start.isBasic[j]
                    && Math.abs(times(start.inverse[row], j)) > ZERO
                    && !p.arcNames.get(j).isEmpty()) {
                involved.add(p.arcNames.get(j));
            }
        }
        return new NoPlanException("the bounds contradict each other", involved);
    }

    private void answer(DenseBasis start) {
        for (int j = 0; j < n; j++) {
            p.flow[j] = x[j];
            if (x[j] > p.big() / 2) {
                throw new NoPlanException("nothing bounds the flow, which pays", List.of(p.arcNames.get(j)));
            }
        }
    }

    @Override
    public void prices(int scenario) {
        prices(starts[scenario]);
        for (int v = 1; v < p.vertices; v++) {
            p.potential[v] = y[v - 1];
        }
        for (int r = 0; r < p.rows(); r++) {
            p.rowPrice[r] = y[p.vertices - 1 + r];
        }
    }
}

package org.darya.basin.solve;

/**
 * The working basis of the side rows. Where the tree alone would answer a push on a variable with a cycle, the rows answer
 * with what the cycle adds to each of them; the matrix of these answers for the further basic variables is small, and its
 * inverse is all that is kept.
 */
final class SideRows {

    private static final double SINGULAR = 1e-11;

    private final Problem p;
    private final int k;
    private final double[][] answer;
    private double[][] inverse;
    private final double[] potential;
    private final double[] coefficient;

    SideRows(Problem problem) {
        this.p = problem;
        this.k = problem.rows();
        this.answer = new double[k][k];
        this.inverse = new double[0][];
        this.potential = new double[problem.vertices];
        this.coefficient = new double[problem.arcs + problem.vertices - 1];
    }

    /** Computes the matrix and its inverse; false if the rows no longer determine the further basic variables. */
    boolean rebuild(Basis b) {
        for (int r = 0; r < k; r++) {
            spread(r, 1);
            potentials(b);
            for (int i = 0; i < k; i++) {
                int e = b.extra[i];
                answer[r][i] = e >= 0 ? cycle(e) : -1 - e == r ? -1 : 0;
            }
            spread(r, 0);
        }
        inverse = b.inverse;
        return invert();
    }

    /** Writes one row, times a factor, into the coefficients of the arcs. */
    private void spread(int r, double factor) {
        for (int i = 0; i < p.rowArcs[r].length; i++) {
            int a = p.rowArcs[r][i];
            coefficient[a] = factor == 0 ? 0 : coefficient[a] + factor * p.rowCoefficients[r][i];
        }
    }

    private void potentials(Basis b) {
        for (int i = 1; i < potential.length; i++) {
            int v = b.tree.order[i];
            double above = potential[b.tree.parent[v]];
            potential[v] = b.tree.upward[v] ? above + coefficient[b.tree.arc[v]] : above - coefficient[b.tree.arc[v]];
        }
    }

    private double cycle(int a) {
        return coefficient[a] - potential[p.from[a]] + potential[p.to[a]];
    }

    private boolean invert() {
        double[][] work = new double[k][];
        for (int r = 0; r < k; r++) {
            work[r] = answer[r].clone();
            java.util.Arrays.fill(inverse[r], 0);
            inverse[r][r] = 1;
        }
        for (int c = 0; c < k; c++) {
            int pivot = c;
            for (int r = c + 1; r < k; r++) {
                if (Math.abs(work[r][c]) > Math.abs(work[pivot][c])) {
                    pivot = r;
                }
            }
            if (!(Math.abs(work[pivot][c]) > SINGULAR)) {
                return false;
            }
            swap(work, c, pivot);
            swap(inverse, c, pivot);
            double scale = work[c][c];
            for (int j = 0; j < k; j++) {
                work[c][j] /= scale;
                inverse[c][j] /= scale;
            }
            for (int r = 0; r < k; r++) {
                double factor = r == c ? 0 : work[r][c];
                if (factor != 0) {
                    for (int j = 0; j < k; j++) {
                        work[r][j] -= factor * work[c][j];
                        inverse[r][j] -= factor * inverse[c][j];
                    }
                }
            }
        }
        return true;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** Goes on with the inverse that a basis keeps. */
    void use(Basis b) {
        inverse = b.inverse;
    }

    /** Values of the further basic variables, given what the rest adds to each row. */
    void values(double[] rest, double[] result) {
        for (int i = 0; i < k; i++) {
            double sum = 0;
            for (int r = 0; r < k; r++) {
                sum -= inverse[i][r] * rest[r];
            }
            result[i] = sum;
        }
    }

    /**
     * Weights y with {@code y * answer = wanted}; with the reduced costs of the further basic variables as what is wanted,
     * the prices of the rows that make these costs zero.
     */
    void weights(double[] wanted, double[] result) {
        for (int r = 0; r < k; r++) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += wanted[i] * inverse[i][r];
            }
            result[r] = sum;
        }
    }

    /** Prepares {@link #weighted} for weights of the rows. */
    void weigh(Basis b, double[] weights) {
        for (int r = 0; r < k; r++) {
            if (weights[r] != 0) {
                spread(r, weights[r]);
            }
        }
        potentials(b);
    }

    /** What a push on an arc adds to the weighted rows. */
    double weighted(int a) {
        return cycle(a);
    }

    /** Ends what {@link #weigh} began. */
    void clear() {
        for (int r = 0; r < k; r++) {
            spread(r, 0);
        }
    }
}

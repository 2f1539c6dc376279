package org.darya.basin.solve;

/** Basis of a scenario: the variable of each row, the side of each non-basic variable, the inverse. */
final class DenseBasis {

    final int[] basic;
    final boolean[] isBasic;
    final boolean[] atUpper;
    final double[][] inverse;

    DenseBasis(int m, int n) {
        basic = new int[m];
        isBasic = new boolean[n + m];
        atUpper = new boolean[n + m];
        inverse = new double[m][m];
        for (int i = 0; i < m; i++) {
            basic[i] = n + i;
            isBasic[n + i] = true;
            inverse[i][i] = -1;
        }
    }
}

package org.darya.methods.general;

import java.util.List;
import org.darya.methods.Sample;
import org.hipparchus.stat.descriptive.rank.Median;
import org.hipparchus.util.FastMath;

/** Slopes between all pairs of values, and the signs of all pairs. */
final class TheilSen {
    private static final int MOST = 3000;

    private TheilSen() {}

    /** The median of (y_j − y_i) / (t_j − t_i), per year. */
    static double slope(List<Sample> samples) {
        int n = samples.size();
        if (n > MOST) {
            throw new IllegalArgumentException(
                    "A Theil–Sen slope over %d values needs %d pairs; at most %d values are taken.\nMaybe take yearly means first with period-mean."
                            .formatted(n, (long) n * (n - 1) / 2, MOST));
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double dt = samples.get(j).period().inYears()
                        - samples.get(i).period().inYears();
                slopes[k++] = (samples.get(j).number() - samples.get(i).number()) / dt;
            }
        }
        return new Median().evaluate(slopes);
    }

    /** Kendall's S: pairs that rise less pairs that fall. */
    static int kendall(List<Sample> samples) {
        int s = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                s += (int)
                        FastMath.signum(samples.get(j).number() - samples.get(i).number());
            }
        }
        return s;
    }
}

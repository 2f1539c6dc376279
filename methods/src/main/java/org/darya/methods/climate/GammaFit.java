package org.darya.methods.climate;

import java.util.List;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.util.FastMath;

/** A gamma distribution fitted to positive sums, with the share of zero sums beside it; shape 0 when there is no fit. */
record GammaFit(double shape, double scale, double zeros, int values) {
    static final GammaFit NONE = new GammaFit(0, 0, 0, 0);

    /** Thom's approximation of the maximum-likelihood estimate. */
    static GammaFit of(List<Double> sums, int minimum) {
        double[] positive = sums.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> x > 0)
                .toArray();
        if (positive.length < minimum) {
            return new GammaFit(0, 0, 0, positive.length);
        }
        double mean = 0;
        double logs = 0;
        for (double x : positive) {
            mean += x / positive.length;
            logs += FastMath.log(x) / positive.length;
        }
        double a = FastMath.log(mean) - logs;
        if (a < 1e-12) {
            return new GammaFit(0, 0, 0, positive.length);
        }
        double shape = (1 + FastMath.sqrt(1 + 4 * a / 3)) / (4 * a);
        double zeros = (double) (sums.size() - positive.length) / sums.size();
        return new GammaFit(shape, mean / shape, zeros, positive.length);
    }

    double quantile(double sum) {
        double gamma = sum > 0 ? new GammaDistribution(shape, scale).cumulativeProbability(sum) : 0;
        double probability = zeros + (1 - zeros) * gamma;
        return new NormalDistribution().inverseCumulativeProbability(Math.clamp(probability, 1e-9, 1 - 1e-9));
    }
}

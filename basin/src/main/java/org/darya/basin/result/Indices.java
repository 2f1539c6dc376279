package org.darya.basin.result;

import java.util.Arrays;

/**
 * How well a demand is met over time (Hashimoto, Loucks and Stedinger 1982, Water Resources Research 18(1), 14-20).
 *
 * @param reliability share of steps in which the demand is met
 * @param resilience chance that a step of failure is followed by one of success; 1 if there is no failure
 * @param vulnerability mean of the greatest deficit of each spell of failure, as a share of the demand then; 0 if none
 * @param volumetric share of the wanted volume that is delivered
 * @param worst greatest deficit of a step as a share of the demand
 */
public record Indices(double reliability, double resilience, double vulnerability, double volumetric, double worst) {

    /** A shortfall smaller than this share of the demand is none. */
    private static final double MET = 1e-6;

    /**
     * Computes the indices of one series.
     *
     * @param delivered flow that came, by step
     * @param wanted flow that was wanted, by step
     * @param days length of the steps
     */
    public static Indices of(double[] delivered, double[] wanted, double[] days) {
        int steps = 0;
        int failures = 0;
        int recoveries = 0;
        int spells = 0;
        double spell = 0;
        double spellSum = 0;
        double worst = 0;
        double volume = 0;
        double need = 0;
        boolean failing = false;
        for (int t = 0; t < wanted.length; t++) {
            if (!(wanted[t] > 0)) {
                continue;
            }
            steps++;
            volume += Math.min(delivered[t], wanted[t]) * days[t];
            need += wanted[t] * days[t];
            double deficit = Math.max(0, 1 - delivered[t] / wanted[t]);
            boolean fails = deficit > MET;
            if (fails) {
                failures++;
                spells += failing ? 0 : 1;
                spell = failing ? Math.max(spell, deficit) : deficit;
                worst = Math.max(worst, deficit);
            } else if (failing) {
                recoveries++;
                spellSum += spell;
            }
            failing = fails;
        }
        if (failing) {
            spellSum += spell;
        }
        return new Indices(
                steps == 0 ? 1 : 1 - failures / (double) steps,
                failures == 0 ? 1 : recoveries / (double) failures,
                spells == 0 ? 0 : spellSum / spells,
                need == 0 ? 1 : volume / need,
                worst);
    }

    /**
     * How unequally shares are spread: the Gini coefficient, 0 if all have the same share.
     *
     * @param shares supplied share of each user
     */
    public static double inequality(double[] shares) {
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }

    /** The value that a series reaches or exceeds in a share of all steps; firm energy is that at 0.95 or so. */
    public static double exceeded(double[] series, double share) {
        return org.darya.basin.parameter.Aggregate.percentile(series, 100 * (1 - share));
    }
}

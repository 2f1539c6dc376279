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

    /** Takes down one series step by step, or several one after the other. */
    public static final class Tally {
        private long steps;
        private long failures;
        private long recoveries;
        private long spells;
        private double spell;
        private double spellSum;
        private double worst;
        private double volume;
        private double need;
        private boolean failing;

        /**
         * Takes down a step; one in which nothing is wanted does not count.
         *
         * @param delivered flow that came
         * @param wanted flow that was wanted
         * @param days length of the step
         */
        public void add(double delivered, double wanted, double days) {
            if (!(wanted > 0)) {
                return;
            }
            steps++;
            volume += Math.min(delivered, wanted) * days;
            need += wanted * days;
            double deficit = Math.max(0, 1 - delivered / wanted);
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

        /** Takes in another series as a whole: a spell of failure does not go on from one to the other. */
        public void add(Tally other) {
            steps += other.steps;
            failures += other.failures;
            recoveries += other.recoveries;
            spells += other.spells;
            spellSum += other.spellSum + (other.failing ? other.spell : 0);
            worst = Math.max(worst, other.worst);
            volume += other.volume;
            need += other.need;
        }

        /** The indices of all that was taken down. */
        public Indices indices() {
            double depth = spellSum + (failing ? spell : 0);
            return new Indices(
                    steps == 0 ? 1 : 1 - failures / (double) steps,
                    failures == 0 ? 1 : recoveries / (double) failures,
                    spells == 0 ? 0 : depth / spells,
                    need == 0 ? 1 : volume / need,
                    worst);
        }
    }

    /**
     * Computes the indices of one series.
     *
     * @param delivered flow that came, by step
     * @param wanted flow that was wanted, by step
     * @param days length of the steps
     */
    public static Indices of(double[] delivered, double[] wanted, double[] days) {
        Tally tally = new Tally();
        for (int t = 0; t < wanted.length; t++) {
            tally.add(delivered[t], wanted[t], days[t]);
        }
        return tally.indices();
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

package org.darya.basin.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Search for the set of plans of which none is better by every measure: NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002,
 * IEEE Transactions on Evolutionary Computation 6(2), 182-197) with simulated binary crossover and polynomial mutation. The
 * same seed gives the same result.
 */
public final class Nsga2 {

    private static final double CROSSOVER_SPREAD = 15;
    private static final double MUTATION_SPREAD = 20;

    private final double[] low;
    private final double[] high;
    private final Function<double[], double[]> evaluate;
    private final Random random;

    /**
     * A plan with what it achieves.
     *
     * @param variables values of the variables
     * @param objectives measures, all to be small
     */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    public record Plan(double[] variables, double[] objectives) {

        /** True if this is nowhere worse and somewhere better. */
        boolean dominates(Plan other) {
            boolean better = false;
            for (int i = 0; i < objectives.length; i++) {
                if (objectives[i] > other.objectives[i]) {
                    return false;
                }
                better |= objectives[i] < other.objectives[i];
            }
            return better;
        }
    }

    /** Prepares a search between bounds. */
    public Nsga2(double[] low, double[] high, Function<double[], double[]> evaluate, long seed) {
        this.low = low;
        this.high = high;
        this.evaluate = evaluate;
        this.random = new Random(seed);
    }

    /** Searches; {@code size} plans live in each of so many generations. The plans of the first front come back. */
    public List<Plan> run(int size, int generations) {
        List<Plan> living = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double[] x = new double[low.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = low[j] + random.nextDouble() * (high[j] - low[j]);
            }
            living.add(plan(x));
        }
        for (int g = 0; g < generations; g++) {
            List<Plan> parents = ranked(living);
            List<Plan> all = new ArrayList<>(living);
            while (all.size() < 2 * size) {
                all.add(plan(child(pick(parents), pick(parents))));
            }
            living = ranked(all).subList(0, size);
        }
        return fronts(living).get(0);
    }

    private Plan plan(double[] x) {
        return new Plan(x, evaluate.apply(x));
    }

    /** The better of two by chance, {@code parents} standing in order of merit. */
    private Plan pick(List<Plan> parents) {
        return parents.get(Math.min(random.nextInt(parents.size()), random.nextInt(parents.size())));
    }

    private double[] child(Plan mother, Plan father) {
        double[] x = new double[low.length];
        for (int j = 0; j < x.length; j++) {
            double a = mother.variables()[j];
            double b = father.variables()[j];
            double u = random.nextDouble();
            double beta = Math.pow(u < 0.5 ? 2 * u : 1 / (2 * (1 - u)), 1 / (CROSSOVER_SPREAD + 1));
            x[j] = 0.5 * ((1 + beta) * a + (1 - beta) * b);
            if (random.nextDouble() < 1.0 / x.length) {
                double v = random.nextDouble();
                double delta = v < 0.5
                        ? Math.pow(2 * v, 1 / (MUTATION_SPREAD + 1)) - 1
                        : 1 - Math.pow(2 * (1 - v), 1 / (MUTATION_SPREAD + 1));
                x[j] += delta * (high[j] - low[j]);
            }
            x[j] = Math.clamp(x[j], low[j], high[j]);
        }
        return x;
    }

    private static List<Plan> ranked(List<Plan> plans) {
        List<Plan> ranked = new ArrayList<>();
        for (List<Plan> front : fronts(plans)) {
            ranked.addAll(spread(front));
        }
        return ranked;
    }

    /** Plans in fronts: those of the first are dominated by none, those of the second only by those, and so on. */
    static List<List<Plan>> fronts(List<Plan> plans) {
        List<List<Plan>> fronts = new ArrayList<>();
        List<Plan> rest = new ArrayList<>(plans);
        while (!rest.isEmpty()) {
            List<Plan> here = rest;
            List<Plan> front = rest.stream()
                    .filter(plan -> here.stream().noneMatch(other -> other.dominates(plan)))
                    .toList();
            fronts.add(front);
            rest = new ArrayList<>(
                    rest.stream().filter(plan -> !front.contains(plan)).toList());
        }
        return fronts;
    }

    /** The plans of a front, those with the most room around them first. */
    private static List<Plan> spread(List<Plan> front) {
        Plan[] plans = front.toArray(Plan[]::new);
        double[] room = new double[plans.length];
        Integer[] order = new Integer[plans.length];
        Arrays.setAll(order, i -> i);
        for (int m = 0; m < plans[0].objectives().length; m++) {
            int measure = m;
            Arrays.sort(order, Comparator.comparingDouble(i -> plans[i].objectives()[measure]));
            double range = plans[order[order.length - 1]].objectives()[m]
                    - plans[order[0]].objectives()[m];
            room[order[0]] = Double.POSITIVE_INFINITY;
            room[order[order.length - 1]] = Double.POSITIVE_INFINITY;
            for (int i = 1; i < order.length - 1 && range > 0; i++) {
                room[order[i]] += (plans[order[i + 1]].objectives()[m]
                                - plans[order[i - 1]].objectives()[m])
                        / range;
            }
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -room[i]));
        return Arrays.stream(order).map(i -> plans[i]).toList();
    }
}

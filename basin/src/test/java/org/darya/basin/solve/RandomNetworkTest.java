package org.darya.basin.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ojalgo.optimisation.Optimisation;

/** On random networks both engines find the same plan, which costs what an independent solver says, and mass closes. */
class RandomNetworkTest {

    private static final double MASS = 1e-9;

    @Property(tries = 400)
    void enginesAgreeWithEachOtherAndWithAnIndependentSolver(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int vertices) {
        Random random = new Random(seed);
        Problem problem = network(random, vertices, random.nextInt(4));
        TreeEngine tree = new TreeEngine(problem, 1);
        for (int step = 0; step < 6; step++) {
            vary(problem, random);
            double[] flows = solve(tree, problem);
            double cost = problem.objective();
            double[] again = solve(new DenseEngine(problem, 1), problem);
            Optimisation.Result independent = IndependentSolver.minimise(problem);
            if (flows.length == 0) {
                assertThat(again).isEmpty();
                assertThat(independent.getState().isFeasible()).isFalse();
                continue;
            }
            assertThat(cost).isCloseTo(independent.getValue(), within(1e-6 * Math.max(1, Math.abs(cost))));
            assertThat(again).as("flows of the reference engine").containsExactly(flows, within(1e-6));
            checkMass(problem, flows);
        }
    }

    @Example
    void aPlanIsTheSameWhereverTheSearchStarted() {
        Random random = new Random(7);
        Problem problem = network(random, 12, 2);
        TreeEngine warm = new TreeEngine(problem, 1);
        for (int step = 0; step < 200; step++) {
            vary(problem, random);
            double[] flows = solve(warm, problem);
            assertThat(solve(new TreeEngine(problem, 1), problem)).containsExactly(flows, within(1e-7));
        }
    }

    /** The flows, or none if there is no plan. */
    private static double[] solve(Engine engine, Problem problem) {
        try {
            engine.solve(0);
            return java.util.Arrays.copyOf(problem.flow, problem.arcs);
        } catch (NoPlanException e) {
            return new double[0];
        }
    }

    private static void checkMass(Problem problem, double[] flows) {
        double[] excess = new double[problem.vertices];
        for (int a = 0; a < flows.length; a++) {
            excess[problem.from[a]] -= flows[a];
            excess[problem.to[a]] += flows[a];
        }
        for (int v = 1; v < excess.length; v++) {
            assertThat(excess[v]).isCloseTo(0, within(MASS));
        }
    }

    /** A river system: every vertex has a source, a demand, a store and links to vertices further down. */
    private static Problem network(Random random, int vertices, int rows) {
        var from = new java.util.ArrayList<Integer>();
        var to = new java.util.ArrayList<Integer>();
        for (int v = 1; v < vertices; v++) {
            for (int end : new int[] {-1, -2, -3}) {
                from.add(end == -1 ? 0 : v);
                to.add(end == -1 ? v : 0);
            }
            for (int i = 0; i < 2 && v + 1 < vertices; i++) {
                from.add(v);
                to.add(v + 1 + random.nextInt(vertices - v - 1));
            }
        }
        int arcs = from.size();
        int[][] rowArcs = new int[rows][];
        for (int r = 0; r < rows; r++) {
            rowArcs[r] = random.ints(0, arcs)
                    .distinct()
                    .limit(Math.min(arcs, 2 + random.nextInt(3)))
                    .toArray();
        }
        Problem problem = new Problem(
                vertices,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray(),
                rowArcs,
                java.util.Collections.nCopies(arcs, "arc"),
                java.util.Collections.nCopies(rows, "row"));
        problem.seen(100);
        for (int a = 0; a < arcs; a++) {
            // costs without ties: the plan is then unique, and engines can be compared flow by flow
            problem.cost[a] = random.nextInt(-20, 20) + random.nextDouble();
        }
        return problem;
    }

    private static void vary(Problem problem, Random random) {
        for (int a = 0; a < problem.arcs; a++) {
            boolean source = problem.from[a] == 0;
            boolean store = a % 5 == 2;
            double amount = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 20;
            problem.lower[a] = source ? amount : store ? -random.nextDouble() * 30 : 0;
            problem.upper[a] = source
                    ? amount + random.nextInt(2)
                    : store ? random.nextDouble() * 30 : 5 + random.nextDouble() * 40;
            if (random.nextInt(10) == 0) {
                problem.cost[a] = random.nextInt(-20, 20) + random.nextDouble();
            }
        }
        for (int r = 0; r < problem.rows(); r++) {
            boolean ratio = r % 2 == 0;
            for (int i = 0; i < problem.rowCoefficients[r].length; i++) {
                problem.rowCoefficients[r][i] = ratio ? (i == 0 ? -1 : 0.2 + random.nextDouble()) : 1;
            }
            problem.rowLower[r] = ratio ? 0 : Double.NEGATIVE_INFINITY;
            problem.rowUpper[r] = ratio ? 0 : 10 + random.nextDouble() * 30;
        }
    }

    @Example
    void contradictionsAndUnboundedGainsAreTold() {
        Problem problem = new Problem(
                2, new int[] {0, 1}, new int[] {1, 0}, new int[0][], List.of("spring", "demand"), List.of());
        problem.lower[0] = 5;
        problem.upper[0] = 5;
        problem.upper[1] = 3;
        assertThat(solve(new TreeEngine(problem, 1), problem)).isEmpty();
        problem.lower[0] = 0;
        problem.upper[0] = Double.POSITIVE_INFINITY;
        problem.upper[1] = Double.POSITIVE_INFINITY;
        problem.cost[1] = -1;
        assertThat(solve(new TreeEngine(problem, 1), problem)).isEmpty();
        assertThat(solve(new DenseEngine(problem, 1), problem)).isEmpty();
    }
}

package org.darya.basin.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Members of a group are cut alike to rounding where the network allows; elsewhere no share can be raised at a lesser one. */
class EqualShareTest {

    private static final double ROUNDING = 1e-9;

    /** A river in which users of one worth, and nobody else, want water: sources, reaches with a greatest flow, demands. */
    private static final class River {
        private final List<Integer> from = new ArrayList<>();
        private final List<Integer> to = new ArrayList<>();
        private final List<Double> upper = new ArrayList<>();
        private final int[] users;
        private final double[] wanted;
        private final Problem problem;

        River(Random random, int places, int count) {
            for (int v = 1; v <= places; v++) {
                arc(0, v, random.nextInt(3) == 0 ? 10 * random.nextDouble() : 0);
                for (int i = 0; i < 2 && v < places; i++) {
                    arc(v, v + 1 + random.nextInt(places - v), 5 * random.nextDouble());
                }
                // what nobody takes runs off
                arc(v, 0, 1000);
            }
            users = new int[count];
            wanted = new double[count];
            for (int i = 0; i < count; i++) {
                wanted[i] = 0.5 + 5 * random.nextDouble();
                users[i] = arc(1 + random.nextInt(places), 0, wanted[i]);
            }
            double all = Arrays.stream(wanted).sum();
            int group = arc(0, 0, all);
            int[][] rows = new int[count][];
            Arrays.setAll(rows, i -> new int[] {users[i], group});
            problem = new Problem(
                    places + 1,
                    from.stream().mapToInt(Integer::intValue).toArray(),
                    to.stream().mapToInt(Integer::intValue).toArray(),
                    rows,
                    Collections.nCopies(from.size(), "arc"),
                    Collections.nCopies(count, "row"));
            problem.sharing(List.of(group));
            for (int a = 0; a < problem.arcs; a++) {
                problem.upper[a] = upper.get(a);
                problem.cost[a] = 1e-7 * random.nextDouble();
            }
            for (int user : users) {
                problem.cost[user] -= 20;
            }
            fill(all);
        }

        private int arc(int start, int end, double greatest) {
            from.add(start);
            to.add(end);
            upper.add(greatest);
            return from.size() - 1;
        }

        private void fill(double all) {
            for (int i = 0; i < users.length; i++) {
                problem.rowCoefficients[i][0] = 1;
                problem.rowCoefficients[i][1] = -wanted[i] / all;
                problem.rowLower[i] = 0;
                problem.rowUpper[i] = 0;
            }
        }

        double[] shares(EngineKind kind) {
            fill(Arrays.stream(wanted).sum());
            kind.create(problem, 1).solve(0);
            double[] shares = new double[users.length];
            Arrays.setAll(shares, i -> problem.flow[users[i]] / wanted[i]);
            return shares;
        }

        /** Greatest least share of those who are free, or greatest flow of one user, while all keep the least they have. */
        private Optimisation.Result ask(double[] least, boolean[] free, int one) {
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            Variable share = model.newVariable("share").lower(0).upper(1).weight(one < 0 ? 1 : 0);
            List<Variable> flows = new ArrayList<>();
            for (int a = 0; a < problem.arcs; a++) {
                flows.add(
                        model.newVariable("f" + a).lower(0).upper(upper.get(a)).weight(one == a ? 1 : 0));
            }
            for (int v = 1; v < problem.vertices; v++) {
                var balance = model.newExpression("v" + v).level(0);
                for (int a = 0; a < problem.arcs; a++) {
                    if (problem.from[a] != problem.to[a] && (from.get(a) == v || to.get(a) == v)) {
                        balance.set(flows.get(a), to.get(a) == v ? 1 : -1);
                    }
                }
            }
            for (int i = 0; i < users.length; i++) {
                var row = model.newExpression("u" + i).set(flows.get(users[i]), 1);
                if (free[i] && one < 0) {
                    row.set(share, -wanted[i]).lower(0);
                } else {
                    row.lower(least[i] * wanted[i] * (1 - 1e-10));
                }
            }
            return model.maximise();
        }

        /** The shares by the definition of max-min fairness, each question asked of the independent solver. */
        double[] independent() {
            boolean[] free = new boolean[users.length];
            Arrays.fill(free, true);
            double[] shares = new double[users.length];
            while (anyOf(free)) {
                double common = ask(shares, free, -1).getValue();
                double[] least = shares.clone();
                for (int i = 0; i < users.length; i++) {
                    least[i] = free[i] ? common : shares[i];
                }
                boolean fixed = false;
                for (int i = 0; i < users.length; i++) {
                    if (free[i] && ask(least, free, users[i]).getValue() <= wanted[i] * common + 1e-7) {
                        shares[i] = common;
                        free[i] = false;
                        fixed = true;
                    }
                }
                assertThat(fixed).as("a round of the definition fixes someone").isTrue();
            }
            return shares;
        }

        private static boolean anyOf(boolean[] flags) {
            for (boolean flag : flags) {
                if (flag) {
                    return true;
                }
            }
            return false;
        }
    }

    @Property(tries = 200)
    void noShareCanBeRaisedAtALesserOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int places,
            @ForAll @IntRange(min = 2, max = 6) int users) {
        River river = new River(new Random(seed), places, users);
        double[] shares = river.shares(EngineKind.TREE);
        assertThat(river.shares(EngineKind.REFERENCE)).containsExactly(shares, within(1e-7));
        assertThat(river.independent()).containsExactly(shares, within(1e-5));
    }

    @Property(tries = 100)
    void allGetTheSameShareWhereOneSourceFeedsAll(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int users) {
        River river = new River(new Random(seed), 1, users);
        river.problem.upper[0] = 0.3 * Arrays.stream(river.wanted).sum();
        double[] shares = river.shares(EngineKind.TREE);
        double[] same = new double[users];
        Arrays.fill(same, 0.3);
        assertThat(shares).containsExactly(same, within(ROUNDING));
    }

    @Example
    void oneWhoIsCutOffHoldsNobodyBack() {
        River river = new River(new Random(5), 1, 3);
        river.problem.upper[0] = 4;
        // the canal of the first user carries a tenth of what it wants
        river.problem.upper[river.users[0]] = river.wanted[0] / 10;
        double[] shares = river.shares(EngineKind.TREE);
        assertThat(shares[0]).isCloseTo(0.1, within(ROUNDING));
        assertThat(shares[1]).isCloseTo(shares[2], within(ROUNDING));
        double given = 4 - river.wanted[0] / 10;
        assertThat(shares[1]).isCloseTo(Math.min(1, given / (river.wanted[1] + river.wanted[2])), within(ROUNDING));
    }
}

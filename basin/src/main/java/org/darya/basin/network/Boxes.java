package org.darya.basin.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Rhythm;
import org.darya.basin.solve.Problem;

/** Bounds and costs that parameters give. The numbers stand in the arrays of the parameters. */
final class Boxes {

    /** When numbers have to be put in anew. */
    enum Turn {
        /** They are the same in all scenarios and change seldom: when their rhythm beats. */
        SELDOM,
        /** They are the same in all scenarios: once a step. */
        STEP,
        /** For each scenario. */
        SCENARIO;

        static Turn of(Quantity quantity) {
            return !quantity.shared() ? SCENARIO : quantity.rhythm() == Rhythm.STEP ? STEP : SELDOM;
        }

        Turn and(Turn other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    private final Problem problem;
    private final Guard guard;
    private final int[] arcs;
    private final double[][] lower;
    private final double[][] upper;
    private final int[] pricedArcs;
    private final double[][] price;
    private final double[] ties;
    private final Rhythm rhythm;

    /** Takes the arcs whose bounds, or whose cost, have this turn. */
    Boxes(Problem problem, Guard guard, List<Arc> all, Turn turn) {
        this.problem = problem;
        this.guard = guard;
        arcs = IntStream.range(0, all.size())
                .filter(a -> all.get(a).store() == null)
                .filter(a -> !all.get(a).lower().fixed() || !all.get(a).upper().fixed())
                .filter(a -> turn
                        == Turn.of(all.get(a).lower()).and(Turn.of(all.get(a).upper())))
                .toArray();
        lower = values(arcs, a -> all.get(a).lower());
        upper = values(arcs, a -> all.get(a).upper());
        pricedArcs = IntStream.range(0, all.size())
                .filter(a -> !all.get(a).cost().fixed())
                .filter(a -> turn == Turn.of(all.get(a).cost()))
                .toArray();
        price = values(pricedArcs, a -> all.get(a).cost());
        ties = Arrays.stream(pricedArcs)
                .mapToDouble(a -> Tie.of(all.get(a), a, all.size()))
                .toArray();
        rhythm = Stream.concat(
                        Arrays.stream(arcs).mapToObj(all::get).flatMap(arc -> Stream.of(arc.lower(), arc.upper())),
                        Arrays.stream(pricedArcs).mapToObj(a -> all.get(a).cost()))
                .map(Quantity::rhythm)
                .reduce(Rhythm.NEVER, Rhythm::and);
    }

    private static double[][] values(int[] arcs, IntFunction<Quantity> quantity) {
        return Arrays.stream(arcs).mapToObj(a -> quantity.apply(a).values()).toArray(double[][]::new);
    }

    /** How often the numbers can change. */
    Rhythm rhythm() {
        return rhythm;
    }

    void load(int s) {
        for (int i = 0; i < arcs.length; i++) {
            int a = arcs[i];
            double greatest = guard.bound(upper[i][s], a);
            double least = lower[i] == upper[i] ? greatest : guard.bound(lower[i][s], a);
            problem.upper[a] = greatest;
            problem.lower[a] = least;
            if (!(least <= greatest) || Double.isInfinite(least)) {
                guard.checkBox(a);
            }
        }
        for (int i = 0; i < pricedArcs.length; i++) {
            problem.cost[pricedArcs[i]] = guard.price(price[i][s], pricedArcs[i]) + ties[i];
        }
    }
}

package org.darya.basin.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.darya.basin.BasinException;
import org.darya.basin.model.Store;
import org.darya.basin.solve.Problem;

/** The room of stores, above and below. */
final class Fillings {

    private final Problem problem;
    private final Guard guard;
    private final int[] arcs;
    private final double[][] volume;
    private final Numbers min;
    private final Numbers max;

    Fillings(Problem problem, Guard guard, List<Arc> all) {
        this.problem = problem;
        this.guard = guard;
        arcs = IntStream.range(0, all.size())
                .filter(a -> all.get(a).store() != null)
                .toArray();
        List<Store> stores = Arrays.stream(arcs)
                .mapToObj(a -> Objects.requireNonNull(all.get(a).store()))
                .toList();
        volume = stores.stream().map(store -> store.volume).toArray(double[][]::new);
        min = new Numbers(stores, store -> store.minVolume);
        max = new Numbers(stores, store -> store.maxVolume);
    }

    void load(double days, int s) {
        boolean oneDay = days == 1;
        double known = problem.magnitude();
        for (int i = 0; i < arcs.length; i++) {
            int a = arcs[i];
            double greatest = max.at(i, s);
            double least = min.at(i, s);
            double now = volume[i][s];
            if (least < greatest) {
                double below = Math.max(now - least, 0);
                double above = Math.max(greatest - now, 0);
                // a division is dear, and most steps are of one day
                double give = oneDay ? below : below / days;
                double take = oneDay ? above : above / days;
                problem.lower[a] = give <= known ? (give < Guard.NOTHING ? 0 : -give) : guard.bound(-give, a);
                problem.upper[a] = take <= known ? (take < Guard.NOTHING ? 0 : take) : guard.bound(take, a);
            } else if (least == greatest) {
                // a store without room must not let rounding through
                problem.lower[a] = 0;
                problem.upper[a] = 0;
            } else {
                throw new BasinException(
                        guard.node(a),
                        "min_volume " + least + " is not below max_volume " + greatest,
                        "a parameter gives a volume of the wrong sign, or divides by zero.");
            }
        }
    }
}

package org.darya.portal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves labels apart as little as can be: the sum of the squared moves is the least that keeps the order and the distance
 * (isotonic regression by pooling neighbours; Ayer et al. 1955, doi 10.1214/aoms/1177728423).
 */
final class Spread {
    private Spread() {}

    private record Pool(double sum, int members) {
        double mean() {
            return sum / members;
        }

        Pool and(Pool other) {
            return new Pool(sum + other.sum, members + other.members);
        }
    }

    /**
     * New middles of the labels, in the order they were given.
     *
     * @param middles where each would like to be
     * @param heights how much room each needs
     * @param low no label begins above this
     * @param high no label ends below this, as long as there is room for all
     */
    static double[] apart(double[] middles, double[] heights, double low, double high) {
        int n = middles.length;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> middles[i]));
        double[] before = new double[n];
        double room = 0;
        for (int k = 0; k < n; k++) {
            double height = heights[order.get(k)];
            before[k] = room + height / 2;
            room += height;
        }
        List<Pool> pools = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            pools.add(new Pool(middles[order.get(k)] - before[k], 1));
            while (pools.size() > 1
                    && pools.get(pools.size() - 2).mean() > pools.getLast().mean()) {
                Pool last = pools.removeLast();
                pools.add(pools.removeLast().and(last));
            }
        }
        double[] places = new double[n];
        int k = 0;
        for (Pool pool : pools) {
            double begin = Math.max(low, Math.min(pool.mean(), high - room));
            for (int member = 0; member < pool.members(); member++, k++) {
                places[order.get(k)] = begin + before[k];
            }
        }
        return places;
    }
}

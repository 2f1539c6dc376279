package org.darya.basin.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/**
 * The level and the area of the water of a store that has a curve, by step. A level rises with the volume, so a percentile of the
 * level over scenarios is the level of that percentile of the volume.
 *
 * @param node name of the store
 * @param levels m above the zero of the model, by percentile {@link Ledger#SPREAD} and step
 * @param areas km2, the same
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Surface(String node, double[][] levels, double[][] areas) {

    /** The surfaces of all stores of a model that have a curve with levels. */
    public static List<Surface> of(Element model, Ledger ledger) {
        List<Surface> all = new ArrayList<>();
        model.get("curves").fields().forEach((node, curve) -> {
            int at = ledger.find(node);
            if (at < 0 || !(ledger.nodes().get(at) instanceof Store)) {
                throw curve.fail("there is no store \"" + node + '"', "the curve belongs to a store that was renamed.");
            }
            double[] volumes = curve.need("volume").numbers();
            double[][] spread = ledger.spread(at);
            all.add(new Surface(
                    node,
                    through(spread, volumes, column(curve.need("level"), volumes)),
                    through(spread, volumes, column(curve.need("area"), volumes))));
        });
        return all;
    }

    private static double[] column(Element given, double[] volumes) {
        double[] values = given.numbers();
        if (values.length != volumes.length || values.length < 2) {
            throw given.fail(
                    values.length + " values beside " + volumes.length + " volumes",
                    "give two or more volumes and a value for each.");
        }
        return values;
    }

    private static double[][] through(double[][] series, double[] from, double[] to) {
        return Arrays.stream(series)
                .map(one -> Arrays.stream(one).map(x -> at(x, from, to)).toArray())
                .toArray(double[][]::new);
    }

    /** Along the straight pieces of a curve, and along the first or the last of them beyond its ends. */
    static double at(double x, double[] from, double[] to) {
        int i = 1;
        while (i < from.length - 1 && x > from[i]) {
            i++;
        }
        return to[i - 1] + (to[i] - to[i - 1]) * (x - from[i - 1]) / (from[i] - from[i - 1]);
    }

    /** True if a node is what a store loses by itself, to the air or the ground. */
    public static boolean lost(String node, Ledger ledger) {
        return Stream.of(" evaporation", " seepage")
                .anyMatch(end ->
                        node.endsWith(end) && ledger.find(node.substring(0, node.length() - end.length())) >= 0);
    }

    /** Level of the middle percentile by step. */
    public double[] level() {
        return levels[levels.length / 2];
    }

    /** Area of the middle percentile by step. */
    public double[] area() {
        return areas[areas.length / 2];
    }
}

package org.darya.basin.recorder;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.RecorderTypes.Context;
import org.darya.basin.recorder.RecorderTypes.Reader;
import org.jspecify.annotations.Nullable;

/** Duration curves. */
final class CurveRecorders {

    private CurveRecorders() {}

    static void register(Map<String, Reader> types) {
        types.put("flowdurationcurve", (given, c) -> flow(given, c, null, false));
        types.put("seasonalflowdurationcurve", (given, c) -> flow(given, c, months(given), false));
        types.put("flowdurationcurvedeviation", (given, c) -> flow(given, c, null, true));
        types.put("storagedurationcurve", (given, c) -> {
            Store store = StoreRecorders.store(given, c);
            double[] values = given.get("proportional").flag(false) ? store.fraction : store.volume;
            return new DurationCurve(Sample.of(values, 1), percentiles(given), function(given), null, null, null, 0);
        });
    }

    private static Recorder flow(Element given, Context context, @Nullable Set<Integer> months, boolean deviation) {
        Node node = NodeRecorders.node(given, context);
        double[] percentiles = percentiles(given);
        return new DurationCurve(
                Sample.of(node.flow, NodeRecorders.factor(given)),
                percentiles,
                function(given),
                months,
                deviation ? target(given.get("lower_target_fdc"), context, percentiles.length) : null,
                deviation ? target(given.get("upper_target_fdc"), context, percentiles.length) : null,
                context.model().offset());
    }

    private static double[] percentiles(Element given) {
        return given.need("percentiles").numbers();
    }

    private static Aggregator function(Element given) {
        return RecorderTypes.function(given.first("temporal_agg_func", "fdc_agg_func", "sdc_agg_func"))
                .ignoringMissing(given.get("ignore_nan").flag(false));
    }

    private static Set<Integer> months(Element given) {
        Set<Integer> months = new HashSet<>();
        given.need("months").items().forEach(month -> months.add(month.integer()));
        return months;
    }

    /** A target by percentile, one for all scenarios or one for each. */
    private static double @Nullable [][] target(Element given, Context context, int rows) {
        if (given.missing()) {
            return null;
        }
        double[][] target;
        if (given.isObject()) {
            var frame = context.model().frame(given);
            target = new double[frame.rows()][frame.columns().size()];
            for (int c = 0; c < frame.columns().size(); c++) {
                for (int r = 0; r < target.length; r++) {
                    target[r][c] = frame.number(r, c);
                }
            }
        } else if (!given.items().isEmpty() && given.items().get(0).isList()) {
            target = given.table();
        } else {
            double[] one = given.numbers();
            target = new double[one.length][];
            for (int i = 0; i < one.length; i++) {
                target[i] = new double[] {one[i]};
            }
        }
        if (target.length != rows) {
            throw given.fail(target.length + " targets for " + rows + " percentiles", "give one target a percentile.");
        }
        return target;
    }
}

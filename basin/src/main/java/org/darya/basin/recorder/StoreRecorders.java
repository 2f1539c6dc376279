package org.darya.basin.recorder;

import java.util.Map;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Quantity;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.RecorderTypes.Context;
import org.darya.basin.recorder.RecorderTypes.Reader;
import org.jspecify.annotations.Nullable;

/** Recorders of volumes. */
final class StoreRecorders {

    private StoreRecorders() {}

    static void register(Map<String, Reader> types) {
        types.put("numpyarraystorage", (given, c) -> {
            Store store = store(given, c);
            double[] values = given.get("proportional").flag(false) ? store.fraction : store.volume;
            return NodeRecorders.table(given, Sample.of(values, 1));
        });
        types.put("numpyarraylevel", (given, c) -> surface(given, store(given, c).level, "level"));
        types.put("numpyarrayarea", (given, c) -> surface(given, store(given, c).area, "area"));
        types.put("numpyarraynormalisedstorage", StoreRecorders::normalised);
        types.put("minimumvolumestorage", (given, c) -> {
            Store store = store(given, c);
            return FoldRecorder.min(Sample.of(store.volume, 1));
        });
        types.put("minimumthresholdvolumestorage", (given, c) -> {
            Store store = store(given, c);
            double threshold = given.need("threshold").number();
            return FoldRecorder.max((step, s) -> store.volume[s] <= threshold ? 1 : 0);
        });
    }

    static Store store(Element given, Context context) {
        return context.model().store(given.first("node", "storage_node"));
    }

    private static Recorder surface(Element given, @Nullable Quantity quantity, String what) {
        if (quantity == null) {
            throw given.fail("the storage has no " + what, "give the node a '" + what + "' parameter.");
        }
        return NodeRecorders.table(given, (step, s) -> quantity.at(s));
    }

    /** 1 when full, 0 on a curve, -1 when empty. */
    private static Recorder normalised(Element given, Context context) {
        Store store = store(given, context);
        Parameter curve = context.model().parameter(given.first("parameter", "control_curve"));
        return NodeRecorders.table(given, (step, s) -> {
            double at = curve.values[s];
            double fraction = store.fraction[s];
            if (fraction < at) {
                return fraction / at - 1;
            }
            return at >= 1 ? 0 : (fraction - at) / (1 - at);
        });
    }
}

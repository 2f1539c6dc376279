package org.darya.basin.recorder;

import java.util.List;
import org.darya.basin.time.Step;

/** Makes one value of the values of other recorders, scenario by scenario. */
final class CombinedRecorder extends Recorder {

    private final List<Recorder> parts;
    private final Aggregator function;
    private int scenarios;

    CombinedRecorder(List<Recorder> parts, Aggregator function) {
        this.parts = parts;
        this.function = function;
    }

    @Override
    public void reset(int steps, int count) {
        scenarios = count;
    }

    @Override
    public void after(Step step) {}

    @Override
    public double[] values() {
        double[][] all = new double[parts.size()][];
        for (int i = 0; i < all.length; i++) {
            double[] values = parts.get(i).values();
            if (values == null) {
                throw new org.darya.basin.BasinException(
                        "recorders.\"" + name() + '"',
                        "the recorder \"" + parts.get(i).name() + "\" has no value to combine",
                        "give it a temporal_agg_func.");
            }
            all[i] = values;
        }
        double[] combined = new double[scenarios];
        for (int s = 0; s < scenarios; s++) {
            double[] row = new double[all.length];
            for (int i = 0; i < all.length; i++) {
                row[i] = all[i][s];
            }
            combined[s] = function.of(row);
        }
        return combined;
    }
}

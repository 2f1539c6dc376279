package org.darya.basin.recorder;

import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Keeps flows (volumes of stores) of chosen nodes for a file of results; has no value of its own. */
public final class FileRecorder extends Recorder {

    private final List<Node> nodes;
    private final String file;
    private double[][][] kept = {};

    FileRecorder(List<Node> nodes, String file) {
        this.nodes = List.copyOf(nodes);
        this.file = file;
    }

    /** Name of the file that the model wants. */
    public String file() {
        return file;
    }

    /** The nodes that are kept. */
    public List<Node> nodes() {
        return nodes;
    }

    /** What was kept, by node, step and scenario. */
    public double[][][] kept() {
        return kept;
    }

    @Override
    public void reset(int steps, int scenarios) {
        kept = new double[nodes.size()][steps][scenarios];
    }

    @Override
    public void after(Step step) {
        for (int i = 0; i < kept.length; i++) {
            double[] source = nodes.get(i) instanceof Store store ? store.volume : nodes.get(i).flow;
            System.arraycopy(source, 0, kept[i][step.index()], 0, source.length);
        }
    }

    @Override
    public double @Nullable [] values() {
        return null;
    }
}

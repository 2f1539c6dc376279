package org.darya.basin.recorder;

import java.util.List;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Keeps chosen series for a file of results; has no value of its own. */
public final class FileRecorder extends Recorder {

    private final List<Series> series;
    private final String file;
    private double[][][] kept = {};

    /**
     * A series that is kept.
     *
     * @param name name of the node or parameter
     * @param values its flow, volume or value, by scenario
     */
    @SuppressWarnings("ArrayRecordComponent") // the array of a node or parameter, shared on purpose
    public record Series(String name, double[] values) {}

    FileRecorder(List<Series> series, String file) {
        this.series = List.copyOf(series);
        this.file = file;
    }

    /** Name of the file that the model wants. */
    public String file() {
        return file;
    }

    /** The series that are kept. */
    public List<Series> series() {
        return series;
    }

    /** What was kept, by series, step and scenario. */
    public double[][][] kept() {
        return kept;
    }

    @Override
    public void reset(int steps, int scenarios) {
        kept = new double[series.size()][steps][scenarios];
    }

    @Override
    public void after(Step step) {
        for (int i = 0; i < kept.length; i++) {
            double[] source = series.get(i).values();
            System.arraycopy(source, 0, kept[i][step.index()], 0, source.length);
        }
    }

    @Override
    public double @Nullable [] values() {
        return null;
    }
}

package org.darya.basin.recorder;

import org.darya.basin.model.Node;

/** Compares the flow of a node with observations. */
final class FitRecorder extends TableRecorder {

    /** Measures of fit: Moriasi and others 2007, Transactions of the ASABE 50(3). */
    enum Measure {
        /** Root of the mean squared error. */
        RMSE,
        /** Mean absolute error. */
        MAE,
        /** Mean squared error. */
        MSE,
        /** Bias in percent of the observed sum; positive if the simulation is too low. */
        PBIAS,
        /** Root mean squared error as a share of the standard deviation of the observations. */
        RSR,
        /** Nash and Sutcliffe's efficiency. */
        NSE
    }

    private final double[] observed;
    private final Measure measure;

    FitRecorder(Node node, double factor, double[] observed, Measure measure) {
        super(Sample.of(node.flow, factor), Aggregator.of(org.darya.basin.parameter.Aggregate.MEAN));
        this.observed = observed;
        this.measure = measure;
    }

    @Override
    double valueOf(double[] simulated) {
        int n = simulated.length;
        double mean = 0;
        for (int t = 0; t < n; t++) {
            mean += observed[t] / n;
        }
        double squares = 0;
        double absolute = 0;
        double bias = 0;
        double spread = 0;
        for (int t = 0; t < n; t++) {
            double error = observed[t] - simulated[t];
            squares += error * error;
            absolute += Math.abs(error);
            bias += error;
            spread += (observed[t] - mean) * (observed[t] - mean);
        }
        return switch (measure) {
            case RMSE -> Math.sqrt(squares / n);
            case MAE -> absolute / n;
            case MSE -> squares / n;
            case PBIAS -> bias * 100 / (mean * n);
            case RSR -> Math.sqrt(squares) / Math.sqrt(spread);
            case NSE -> 1 - squares / spread;
        };
    }
}

package org.darya.basin.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/**
 * A simulated series beside an observed one.
 *
 * @param node name of the node
 * @param quantity {@code volume} or {@code level} (at the end of the month), or {@code flow} (mean of the month)
 * @param simulated simulated values by step
 * @param observed observed values by step, NaN where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Observed(String node, String quantity, double[] simulated, double[] observed) {

    /** The observations that a model holds, brought onto the steps of a run. */
    public static List<Observed> read(Element model, Ledger ledger) {
        List<Observed> all = new ArrayList<>();
        model.get("observed")
                .fields()
                .forEach((node, quantities) -> quantities.fields().forEach((quantity, values) -> {
                    int at = ledger.find(node);
                    if (at < 0) {
                        throw values.fail(
                                "there is no node \"" + node + '"',
                                "the observation belongs to a part that was renamed.");
                    }
                    TreeMap<LocalDate, Double> found = new TreeMap<>();
                    values.fields().forEach((date, value) -> found.put(LocalDate.parse(date), value.number()));
                    List<Step> steps = ledger.model().timeline().steps();
                    double[] observed = new double[steps.size()];
                    Arrays.fill(observed, Double.NaN);
                    for (Step step : steps) {
                        Double value = found.get(step.day().withDayOfMonth(1));
                        // one value a month: the last step of the month has it
                        if (value != null
                                && step.end().getMonthValue() != step.day().getMonthValue()) {
                            observed[step.index()] = value;
                        }
                    }
                    double[] simulated = switch (quantity) {
                        case "volume" -> ledger.volume(at);
                        case "level" ->
                            Surface.of(model, ledger).stream()
                                    .filter(surface -> surface.node().equals(node))
                                    .findFirst()
                                    .orElseThrow(() -> values.fail(
                                            "a level is observed where the part has none",
                                            "give the part a curve with levels."))
                                    .level();
                        default -> ledger.flow(at);
                    };
                    all.add(new Observed(node, quantity, simulated, observed));
                }));
        return all;
    }

    /** Number of observed values. */
    public int count() {
        return (int) Arrays.stream(observed).filter(x -> !Double.isNaN(x)).count();
    }

    /** Root of the mean squared difference. */
    public double error() {
        double sum = 0;
        for (int t = 0; t < observed.length; t++) {
            sum += Double.isNaN(observed[t]) ? 0 : (simulated[t] - observed[t]) * (simulated[t] - observed[t]);
        }
        return Math.sqrt(sum / count());
    }

    /** Mean difference, in the unit of the series; positive if the simulation is too high. */
    public double difference() {
        double sum = 0;
        for (int t = 0; t < observed.length; t++) {
            sum += Double.isNaN(observed[t]) ? 0 : simulated[t] - observed[t];
        }
        return sum / count();
    }

    /** Mean difference as a share of the observed mean; positive if the simulation is too high. */
    public double bias() {
        double difference = 0;
        double total = 0;
        for (int t = 0; t < observed.length; t++) {
            difference += Double.isNaN(observed[t]) ? 0 : simulated[t] - observed[t];
            total += Double.isNaN(observed[t]) ? 0 : observed[t];
        }
        return difference / total;
    }

    /** Efficiency of Nash and Sutcliffe (1970): 1 if equal, 0 if no better than the observed mean. */
    public double efficiency() {
        double mean =
                Arrays.stream(observed).filter(x -> !Double.isNaN(x)).average().orElse(0);
        double spread = Arrays.stream(observed)
                .filter(x -> !Double.isNaN(x))
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return 1 - error() * error() * count() / spread;
    }
}

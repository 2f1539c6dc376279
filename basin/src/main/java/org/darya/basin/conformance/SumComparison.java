package org.darya.basin.conformance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Compares what every optimal plan has in common: the total cost of each step and the sum of all outflows. */
final class SumComparison implements Observer {

    private final Model model;
    private final Difference difference;
    private final @Nullable Reference flows;
    private final Map<String, Node> nodes = new HashMap<>();

    SumComparison(Model model, Path folder, Difference difference) {
        this.model = model;
        this.difference = difference;
        this.flows = Reference.read(folder, (model.name().isEmpty() ? "" : model.name() + "__") + "flow.csv");
        model.network().nodes().forEach(node -> nodes.put(node.name(), node));
    }

    @Override
    public void stepped(Model stepped, Step step) {
        if (stepped != model || flows == null) {
            return;
        }
        int size = model.scenarios().size();
        for (int s = 0; s < size; s++) {
            CSVRecord row = flows.rows().get(step.index() * size + s);
            double[] found = new double[2];
            double[] expected = new double[2];
            for (int c = 0; c < flows.columns().size(); c++) {
                Node node = nodes.get(flows.columns().get(c));
                if (node != null) {
                    double reference = Double.parseDouble(row.get(Reference.FIRST + c));
                    add(found, node, node.flow[s], s);
                    add(expected, node, reference, s);
                }
            }
            difference.add(found[0], expected[0], () -> "cost of step " + step.index());
            difference.add(found[1], expected[1], () -> "sum of outflows in step " + step.index());
        }
    }

    private static void add(double[] sums, Node node, double flow, int s) {
        sums[0] += node.cost.at(s) * flow;
        if (node.type().equals("Output") || node instanceof Store) {
            sums[1] += flow;
        }
    }
}

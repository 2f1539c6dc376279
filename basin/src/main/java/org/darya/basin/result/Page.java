package org.darya.basin.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Ledger} notes of one block of scenarios: every number of the last few steps, until the ledger has taken
 * them over, and for each output and scenario how well it was served so far.
 */
final class Page implements Observer {

    private final Model model;
    private final Node[] nodes;
    private final List<Line> lines = new ArrayList<>();
    private final Indices.Tally[][] tallies;
    private final @Nullable Distribution[] durations;
    private double worstBalance;

    /** The numbers of one step, by node and scenario; volumes only of stores. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read once
    record Line(Step step, double[][] flow, double[][] wanted, double[][] volume) {}

    Page(Model model) {
        this.model = model;
        this.nodes = model.network().nodes().toArray(Node[]::new);
        this.tallies = new Indices.Tally[nodes.length][];
        this.durations = Arrays.stream(nodes)
                .map(node -> node instanceof Store ? null : new Distribution())
                .toArray(Distribution[]::new);
        for (int i = 0; i < nodes.length; i++) {
            boolean output = nodes[i].type().equals("Output");
            tallies[i] = new Indices.Tally[output ? model.scenarios().size() : 0];
            for (int s = 0; s < tallies[i].length; s++) {
                tallies[i][s] = new Indices.Tally();
            }
        }
    }

    @Override
    public void solved(Model solved, Step step, int scenario) {
        if (solved == model) {
            worstBalance = Math.max(worstBalance, Balance.worst(model.network().problem()));
        }
    }

    @Override
    public void stepped(Model stepped, Step step) {
        if (stepped != model) {
            return;
        }
        Line line = new Line(step, new double[nodes.length][], new double[nodes.length][], new double[nodes.length][]);
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            line.flow()[i] = node.flow.clone();
            // a number that never changes need not be kept for every step
            line.wanted()[i] = node.maxFlow.fixed()
                    ? node.maxFlow.values()
                    : node.maxFlow.values().clone();
            if (node instanceof Store store) {
                line.volume()[i] = store.volume.clone();
            }
            Distribution duration = durations[i];
            for (int s = 0; duration != null && s < node.flow.length; s++) {
                duration.add(node.flow[s]);
            }
            for (int s = 0; s < tallies[i].length; s++) {
                tallies[i][s].add(node.flow[s], node.maxFlow.at(s), step.days());
            }
        }
        lines.add(line);
    }

    Model model() {
        return model;
    }

    List<Line> lines() {
        return lines;
    }

    /** How well the outputs were served, by node and scenario; none for other nodes. */
    Indices.Tally[][] tallies() {
        return tallies;
    }

    /** How the flow of each node is spread; null for stores. */
    @Nullable
    Distribution[] durations() {
        return durations;
    }

    double worstBalance() {
        return worstBalance;
    }
}

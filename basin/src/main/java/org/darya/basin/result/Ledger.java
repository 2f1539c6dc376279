package org.darya.basin.result;

import java.util.ArrayList;
import java.util.List;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.time.Step;

/**
 * Notes a run step by step: mean flow, demand and volume of every node over all scenarios, and the spread of volumes. Memory
 * grows with nodes and steps, not with scenarios.
 */
public final class Ledger implements Observer {

    /** Percentiles of volumes over scenarios that are kept. */
    public static final double[] SPREAD = {10, 50, 90};

    private final Model model;
    private final List<Node> nodes;
    private final double[][] flow;
    private final double[][] wanted;
    private final double[][] volume;
    private final double[][][] spread;
    private final double[] days;
    private double worstBalance;

    /** Prepares to note a model. */
    public Ledger(Model model) {
        this.model = model;
        this.nodes = new ArrayList<>(model.network().nodes());
        int steps = model.timeline().steps().size();
        this.flow = new double[nodes.size()][steps];
        this.wanted = new double[nodes.size()][steps];
        this.volume = new double[nodes.size()][steps];
        this.spread = new double[nodes.size()][SPREAD.length][];
        this.days = model.timeline().steps().stream().mapToDouble(Step::days).toArray();
        for (int i = 0; i < spread.length; i++) {
            for (int q = 0; q < SPREAD.length && nodes.get(i) instanceof Store; q++) {
                spread[i][q] = new double[steps];
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
        int t = step.index();
        int size = model.scenarios().size();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            double sum = 0;
            double want = 0;
            for (int s = 0; s < size; s++) {
                sum += node.flow[s];
                want += node.maxFlow.at(s);
            }
            flow[i][t] = sum / size;
            wanted[i][t] = want / size;
            if (node instanceof Store store) {
                volume[i][t] = Aggregate.MEAN.of(store.volume);
                for (int q = 0; q < SPREAD.length; q++) {
                    spread[i][q][t] = size == 1 ? store.volume[0] : Aggregate.percentile(store.volume, SPREAD[q]);
                }
            }
        }
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The nodes in the order of the series. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Length of the steps in days. */
    public double[] days() {
        return days;
    }

    /** Mean flow of a node by step. */
    public double[] flow(int node) {
        return flow[node];
    }

    /** Mean greatest flow of a node by step: the demand of an output. */
    public double[] wanted(int node) {
        return wanted[node];
    }

    /** Mean volume of a store by step. */
    public double[] volume(int node) {
        return volume[node];
    }

    /** Percentiles {@link #SPREAD} of the volume of a store by step. */
    public double[][] spread(int node) {
        return spread[node];
    }

    /** Place of a node by name; -1 if there is none. */
    public int find(String name) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** True if a node is a demand: an output that wants a bounded flow and pays for it. */
    public boolean isDemand(int node) {
        Node at = nodes.get(node);
        return at.type().equals("Output") && at.cost.at(0) < 0 && !Double.isInfinite(wanted[node][0]);
    }

    /** Greatest difference of inflow and outflow at any vertex and step, relative to the greatest flow there (at least 1). */
    public double worstBalance() {
        return worstBalance;
    }
}

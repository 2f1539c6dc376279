package org.darya.basin.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.darya.basin.model.Node;
import org.darya.basin.model.Store;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.run.Ensemble;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.run.Simulation;
import org.darya.basin.time.Step;

/**
 * Notes a run step by step: mean flow, demand and volume of every node over all scenarios, the spread of volumes, and how
 * well each output was served in each scenario. Memory grows with nodes and steps, and little with scenarios.
 *
 * <p>Scenarios may be run in blocks. Each block writes a page of its own, on its own thread; from time to time the pages are
 * taken over, in the order of the scenarios, so the sums do not depend on how they were parted.
 */
public final class Ledger implements Observer {

    /** Percentiles of volumes over scenarios that are kept. */
    public static final double[] SPREAD = {10, 50, 90};

    private final List<Page> pages;
    private final Model model;
    private final List<Node> nodes;
    private final double[][] flow;
    private final double[][] wanted;
    private final double[][] volume;
    private final double[][][] spread;
    private final double[] days;
    private final int scenarios;

    /** Prepares to note a model whose scenarios are run together. */
    public Ledger(Model model) {
        this(List.of(model));
    }

    /** Prepares to note a model that is run in blocks, given in the order of their scenarios. */
    public Ledger(List<Model> blocks) {
        this.pages = blocks.stream().map(Page::new).toList();
        this.model = blocks.get(0);
        this.nodes = new ArrayList<>(model.network().nodes());
        this.scenarios =
                blocks.stream().mapToInt(block -> block.scenarios().size()).sum();
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

    /** A ledger for each model of an ensemble. */
    public static List<Ledger> of(Ensemble ensemble) {
        List<Simulation> blocks = ensemble.blocks();
        return IntStream.range(0, blocks.get(0).models().size())
                .mapToObj(m -> new Ledger(
                        blocks.stream().map(block -> block.models().get(m)).toList()))
                .toList();
    }

    /**
     * Runs an ensemble and notes it.
     *
     * @param ledgers ledgers of the same ensemble
     * @param progress told the last step of each stretch
     */
    public static void run(Ensemble ensemble, List<Ledger> ledgers, IntConsumer progress) {
        long numbers = ledgers.stream()
                .mapToLong(ledger -> 3L * ledger.nodes.size() * ledger.scenarios)
                .sum();
        int stretch = (int) Math.clamp(KEPT / Math.max(1, numbers), 1, LONGEST);
        List<List<Observer>> observers = IntStream.range(0, ensemble.blocks().size())
                .mapToObj(block ->
                        ledgers.stream().map(ledger -> ledger.page(block)).toList())
                .toList();
        ensemble.run(stretch, observers, last -> {
            ledgers.forEach(Ledger::turn);
            progress.accept(last);
        });
    }

    /** Numbers that all pages together may hold before they are taken over. */
    private static final long KEPT = 2_000_000;

    /** The longest stretch of steps, so that progress is told. */
    private static final int LONGEST = 256;

    /** Who notes a block; it may look at the block on another thread. */
    public Observer page(int block) {
        return pages.get(block);
    }

    @Override
    public void solved(Model solved, Step step, int scenario) {
        pages.get(0).solved(solved, step, scenario);
    }

    @Override
    public void stepped(Model stepped, Step step) {
        pages.get(0).stepped(stepped, step);
        turn();
    }

    /** Takes over what the pages have noted since the last time; all must have noted the same steps. */
    public void turn() {
        for (int k = 0; k < pages.get(0).lines().size(); k++) {
            for (int i = 0; i < nodes.size(); i++) {
                take(k, i);
            }
        }
        pages.forEach(page -> page.lines().clear());
    }

    private void take(int k, int i) {
        int t = pages.get(0).lines().get(k).step().index();
        boolean store = nodes.get(i) instanceof Store;
        double[] volumes = new double[store ? scenarios : 0];
        double flows = 0;
        double wants = 0;
        int count = 0;
        for (Page page : pages) {
            Page.Line line = page.lines().get(k);
            for (int s = 0; s < line.flow()[i].length; s++) {
                flows += line.flow()[i][s];
                wants += line.wanted()[i][s];
                if (store) {
                    volumes[count++] = line.volume()[i][s];
                }
            }
        }
        flow[i][t] = flows / scenarios;
        wanted[i][t] = wants / scenarios;
        if (store) {
            volume[i][t] = Aggregate.MEAN.of(volumes);
            Arrays.sort(volumes);
            for (int q = 0; q < SPREAD.length; q++) {
                spread[i][q][t] = Aggregate.percentileOfSorted(volumes, SPREAD[q]);
            }
        }
    }

    /** The blocks of the model, in the order of their scenarios. */
    public List<Model> blocks() {
        return pages.stream().map(Page::model).toList();
    }

    /** The recorders of the model, each as it stands in every block. */
    public List<List<Recorder>> recorders() {
        return IntStream.range(0, model.recorders().size())
                .mapToObj(r ->
                        blocks().stream().map(block -> block.recorders().get(r)).toList())
                .toList();
    }

    /** Number of scenarios in all blocks. */
    public int scenarios() {
        return scenarios;
    }

    /** How well an output was served in each scenario; empty for other nodes. */
    public List<Indices.Tally> tallies(int node) {
        return pages.stream()
                .flatMap(page -> Arrays.stream(page.tallies()[node]))
                .toList();
    }

    /** How the flow of a node is spread over all steps and scenarios; empty for a store. */
    public Distribution duration(int node) {
        Distribution all = new Distribution();
        for (Page page : pages) {
            Distribution part = page.durations()[node];
            if (part != null) {
                all.add(part);
            }
        }
        return all;
    }

    /** The model; of several blocks the first. */
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
        return pages.stream().mapToDouble(Page::worstBalance).max().orElse(0);
    }
}

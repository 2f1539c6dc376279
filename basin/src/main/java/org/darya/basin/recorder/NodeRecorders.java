package org.darya.basin.recorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.parameter.Hydropower;
import org.darya.basin.read.Alignment;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.RecorderTypes.Context;
import org.darya.basin.recorder.RecorderTypes.Reader;

/** Recorders of flows. */
final class NodeRecorders {

    /** A deficit smaller than this is rounding. */
    private static final double DEFICIT = 1e-6;

    private NodeRecorders() {}

    static void register(Map<String, Reader> types) {
        types.put("numpyarraynode", (given, c) -> {
            Node node = node(given, c);
            return table(given, Sample.of(node.flow, factor(given)));
        });
        types.put("numpyarraynodedeficit", (given, c) -> {
            Node node = node(given, c);
            return table(given, (step, s) -> deficit(node, s));
        });
        types.put("numpyarraynodesuppliedratio", (given, c) -> {
            Node node = node(given, c);
            return table(given, (step, s) -> supplied(node, s));
        });
        types.put("numpyarraynodecurtailmentratio", (given, c) -> {
            Node node = node(given, c);
            return table(given, (step, s) -> 1 - supplied(node, s));
        });
        types.put("numpyarraynodecost", (given, c) -> {
            Node node = node(given, c);
            return table(given, (step, s) -> node.cost.at(s));
        });
        types.put("totalflownode", (given, c) -> {
            Node node = node(given, c);
            return FoldRecorder.sum(Sample.perDay(node.flow, factor(given)));
        });
        types.put("meanflownode", (given, c) -> {
            Node node = node(given, c);
            return FoldRecorder.mean(Sample.of(node.flow, factor(given)));
        });
        types.put("totaldeficitnode", (given, c) -> {
            return FoldRecorder.sum(Sample.deficit(node(given, c)));
        });
        types.put("deficitfrequencynode", (given, c) -> {
            Node node = node(given, c);
            return FoldRecorder.mean((step, s) -> Math.abs(deficit(node, s)) > DEFICIT ? 1 : 0);
        });
        types.put("rollingmeanflownode", (given, c) -> {
            Node node = node(given, c);
            // its value is the flow of the last step, as in Pywr
            return new RollingTable(
                    Sample.of(node.flow, 1), window(given, c), Aggregator.of(Aggregate.MEAN), node.flow);
        });
        types.put("annualtotalflow", NodeRecorders::annualTotal);
        types.put("hydropower", (given, c) -> {
            Node node = node(given, c);
            Hydropower turbine = Hydropower.read(given, c.model());
            return table(given, (step, s) -> turbine.power(node.flow[s], s));
        });
        types.put("totalhydroenergy", (given, c) -> {
            Node node = node(given, c);
            Hydropower turbine = Hydropower.read(given, c.model());
            return FoldRecorder.sum((step, s) -> turbine.power(node.flow[s], s) * step.days());
        });
        types.put("rootmeansquarederrornode", (given, c) -> fit(given, c, FitRecorder.Measure.RMSE));
        types.put("meanabsoluteerrornode", (given, c) -> fit(given, c, FitRecorder.Measure.MAE));
        types.put("meansquareerrornode", (given, c) -> fit(given, c, FitRecorder.Measure.MSE));
        types.put("percentbiasnode", (given, c) -> fit(given, c, FitRecorder.Measure.PBIAS));
        types.put("rmsestandarddeviationrationode", (given, c) -> fit(given, c, FitRecorder.Measure.RSR));
        types.put("nashsutcliffeefficiencynode", (given, c) -> fit(given, c, FitRecorder.Measure.NSE));
        types.put("csv", NodeRecorders::file);
        types.put("tables", NodeRecorders::file);
    }

    static double deficit(Node node, int s) {
        return node.wanted(s) - node.flow[s];
    }

    private static double supplied(Node node, int s) {
        double wanted = node.wanted(s);
        return wanted == 0 ? 1 : node.flow[s] / wanted;
    }

    static Node node(Element given, Context context) {
        return context.model().node(given.first("node", "storage_node"));
    }

    static double factor(Element given) {
        return given.get("factor").number(1);
    }

    /** A table of a number; without {@code temporal_agg_func} its value is the mean over time. */
    static Recorder table(Element given, Sample sample) {
        return new TableRecorder(sample, overTime(given, Aggregate.MEAN));
    }

    /** How one value is made of a series. */
    static Aggregator overTime(Element given, Aggregate otherwise) {
        return Aggregator.read(given.get("temporal_agg_func"), otherwise)
                .ignoringMissing(given.get("ignore_nan").flag(false));
    }

    static int window(Element given, Context context) {
        if (given.has("days")) {
            return Math.max(
                    1,
                    given.get("days").integer()
                            / context.model().timeline().steps().get(0).days());
        }
        Element window = given.first("timesteps", "window");
        // a window longer than the run is never full
        int longest = context.model().timeline().steps().size() + 1;
        int steps = window.integer();
        if (steps < 1) {
            throw window.fail("a window of " + steps + " steps", "give 1 or more.");
        }
        return Math.min(steps, longest);
    }

    private static Recorder annualTotal(Element given, Context context) {
        List<Node> nodes = new ArrayList<>();
        for (Element name : given.has("nodes") ? given.get("nodes").items() : List.of(given.need("node"))) {
            nodes.add(context.model().node(name));
        }
        double[] factors = given.has("factors") ? given.get("factors").numbers() : new double[nodes.size()];
        if (!given.has("factors")) {
            Arrays.fill(factors, 1);
        }
        if (factors.length != nodes.size()) {
            throw given.get("factors")
                    .fail(factors.length + " factors for " + nodes.size() + " nodes", "give one factor a node.");
        }
        return years(context, true, overTime(given, Aggregate.SUM), YearRecorder.Kind.TOTAL, (step, s) -> {
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                sum += nodes.get(i).flow[s] * factors[i];
            }
            return sum;
        });
    }

    static Recorder years(Context context, boolean table, Aggregator over, YearRecorder.Kind kind, Sample sample) {
        var timeline = context.model().timeline();
        int first = timeline.steps().get(0).year();
        int last = Math.max(
                timeline.end().getYear(),
                timeline.steps().get(timeline.steps().size() - 1).year());
        return new YearRecorder(first, last, sample, kind, over, table);
    }

    private static Recorder fit(Element given, Context context, FitRecorder.Measure measure) {
        Element observed = given.need("observed");
        var frame = context.model().frame(observed);
        var alignment = Alignment.of(
                observed,
                frame.dates(observed.get("dayfirst").flag(true)),
                context.model().timeline());
        int column = observed.has("column") ? frame.column(observed.get("column")) : 0;
        return new FitRecorder(node(given, context), factor(given), alignment.apply(frame, column), measure);
    }

    private static Recorder file(Element given, Context context) {
        List<FileRecorder.Series> series = new ArrayList<>();
        if (given.has("nodes")) {
            for (Element item : given.get("nodes").items()) {
                series.add(series(context.model().node(last(item))));
            }
        } else {
            context.model().nodes().forEach(node -> series.add(series(node)));
        }
        for (Element item : given.get("parameters").items()) {
            Parameter parameter = context.model().parameter(last(item));
            series.add(new FileRecorder.Series(last(item).key(), parameter.values));
        }
        return new FileRecorder(series, given.first("url", "h5file", "csvfile").text());
    }

    /** HDF5 recorders may name a place in the file before each node. */
    private static Element last(Element item) {
        return item.isList() && !item.items().isEmpty()
                ? item.items().get(item.items().size() - 1)
                : item;
    }

    private static FileRecorder.Series series(Node node) {
        return new FileRecorder.Series(node.name(), node instanceof Store store ? store.volume : node.flow);
    }
}

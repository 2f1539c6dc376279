package org.darya.basin.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.run.Model;
import org.darya.basin.run.Observer;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/** Compares the flows, volumes and parameters of one model with their references while it runs. */
final class ModelComparison implements Observer {

    private final Model model;
    private final Difference difference;
    private final boolean sumsOnly;
    private final @Nullable Table flows;
    private final @Nullable Table volumes;
    private final @Nullable Table parameters;
    private int steps;

    /** A reference table with what each of its columns is to be compared with. */
    private record Table(Reference reference, List<Column> columns) {}

    /** Finds the number of a column. */
    private record Column(
            String name, java.util.function.IntToDoubleFunction value, java.util.function.IntUnaryOperator index) {}

    ModelComparison(Model model, Path folder, Difference difference, boolean sumsOnly) {
        this.model = model;
        this.difference = difference;
        this.sumsOnly = sumsOnly;
        String prefix = model.name().isEmpty() ? "" : model.name() + "__";
        Map<String, Node> nodes = new HashMap<>();
        model.network().nodes().forEach(node -> nodes.put(node.name(), node));
        Map<String, Parameter> named = new HashMap<>();
        model.parameters().stream().filter(Parameter::visible).forEach(p -> named.put(p.name(), p));
        flows = table(Reference.read(folder, prefix + "flow.csv"), name -> {
            Node node = nodes.get(name);
            return node == null ? null : new Column(name, s -> node.flow[s], s -> 0);
        });
        volumes = table(
                Reference.read(folder, prefix + "volume.csv"),
                name -> nodes.get(name) instanceof Store store ? new Column(name, s -> store.volume[s], s -> 0) : null);
        parameters = table(Reference.read(folder, prefix + "parameters.csv"), name -> {
            Parameter parameter = named.get(name);
            return parameter == null ? null : new Column(name, s -> parameter.values[s], parameter::index);
        });
    }

    private @Nullable Table table(
            @Nullable Reference reference, java.util.function.Function<String, @Nullable Column> find) {
        if (reference == null) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (String name : reference.columns()) {
            Column column = find.apply(name);
            if (column == null) {
                difference.missing("\"" + name + '"');
                column = new Column(name, s -> Double.NaN, s -> 0);
            }
            columns.add(column);
        }
        return new Table(reference, columns);
    }

    @Override
    public void stepped(Model stepped, Step step) {
        if (stepped != model) {
            return;
        }
        steps++;
        if (!sumsOnly) {
            compare(flows, step, "flow");
            compare(volumes, step, "volume");
        }
        compare(parameters, step, "parameter");
    }

    private void compare(@Nullable Table table, Step step, String what) {
        if (table == null) {
            return;
        }
        int size = model.scenarios().size();
        for (int s = 0; s < size; s++) {
            int at = step.index() * size + s;
            if (at >= table.reference().rows().size()) {
                return;
            }
            CSVRecord row = table.reference().rows().get(at);
            for (int c = 0; c < table.columns().size(); c++) {
                Column column = table.columns().get(c);
                String text = row.get(Reference.FIRST + c);
                int bar = text.indexOf('|');
                int scenario = s;
                difference.add(
                        column.value().applyAsDouble(s),
                        number(bar < 0 ? text : text.substring(0, bar)),
                        () -> what + " of " + column.name() + " in step " + step.index() + " scenario " + scenario);
                if (bar >= 0) {
                    difference.add(
                            column.index().applyAsInt(s),
                            number(text.substring(bar + 1)),
                            () -> "index of " + column.name() + " in step " + step.index());
                }
            }
        }
    }

    private static double number(String text) {
        return text.isEmpty()
                ? Double.NaN
                : text.equals("inf")
                        ? Double.POSITIVE_INFINITY
                        : text.equals("-inf")
                                ? Double.NEGATIVE_INFINITY
                                : text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    /** True if every step that the reference has was compared. */
    boolean complete() {
        return flows != null
                && flows.reference().rows().size() <= steps * model.scenarios().size();
    }

    /** Compares the number of steps, which the reference may have fewer of if it ends on purpose. */
    void finish() {
        if (flows != null) {
            int expected = flows.reference().rows().size();
            if (expected > steps * model.scenarios().size()) {
                difference.missing("step " + steps);
            }
        }
    }
}

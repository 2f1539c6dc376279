package org.darya.basin.optimise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;

/**
 * The variables and objectives that a model declares: parameters with {@code is_variable} and bounds, recorders with
 * {@code is_objective}.
 */
public final class RuleSearch {

    private final ModelDocument.Part part;
    private final Assembly tables;
    private final List<Variable> variables = new ArrayList<>();
    private final List<String> objectives = new ArrayList<>();
    private final List<Boolean> maximise = new ArrayList<>();

    /** One number that may vary: a value of a parameter. */
    private record Variable(String parameter, int place, double low, double high) {}

    /** Reads what a model declares. */
    public RuleSearch(ModelDocument document) {
        this.part = document.parts().values().iterator().next();
        this.tables = new Assembly(document);
        part.content().get("parameters").fields().forEach((name, given) -> {
            if (given.isObject() && given.get("is_variable").flag(false)) {
                addVariable(name, given);
            }
        });
        part.content().get("recorders").fields().forEach((name, given) -> {
            if (given.has("is_objective")) {
                objectives.add(name);
                maximise.add(given.get("is_objective").word("").startsWith("max"));
            }
        });
        if (variables.isEmpty() || objectives.isEmpty()) {
            throw part.content()
                    .fail(
                            variables.size() + " variables and " + objectives.size() + " objectives",
                            "give parameters \"is_variable\": true with lower_bounds and upper_bounds, and recorders \"is_objective\": \"minimise\".");
        }
    }

    private void addVariable(String name, Element given) {
        int count = given.get("values").isList() ? given.get("values").items().size() : 1;
        for (int i = 0; i < count; i++) {
            variables.add(new Variable(
                    name, i, bound(given.get("lower_bounds"), i, 0), bound(given.get("upper_bounds"), i, Double.NaN)));
            Variable added = variables.get(variables.size() - 1);
            if (!(added.high() > added.low())) {
                throw given.fail(
                        "the bounds of the variable are " + added.low() + " and " + added.high(),
                        "give lower_bounds below upper_bounds.");
            }
        }
    }

    private static double bound(Element given, int place, double otherwise) {
        return given.isList() ? given.items().get(place).number() : given.number(otherwise);
    }

    /** Names of the objectives. */
    public List<String> objectives() {
        return List.copyOf(objectives);
    }

    /** Names of the variables. */
    public List<String> variables() {
        return variables.stream()
                .map(v -> v.parameter() + "[" + v.place() + "]")
                .toList();
    }

    /** Searches; the plans that none beats come back with their objectives as the model means them. */
    public List<Nsga2.Plan> run(int size, int generations, long seed) {
        double[] low = variables.stream().mapToDouble(Variable::low).toArray();
        double[] high = variables.stream().mapToDouble(Variable::high).toArray();
        return new Nsga2(low, high, x -> signed(evaluate(x)), seed)
                .run(size, generations).stream()
                        .map(plan -> new Nsga2.Plan(plan.variables(), signed(plan.objectives())))
                        .toList();
    }

    private double[] signed(double[] values) {
        double[] signed = values.clone();
        for (int i = 0; i < signed.length; i++) {
            signed[i] = maximise.get(i) ? -signed[i] : signed[i];
        }
        return signed;
    }

    /** Runs the model with values of the variables. */
    double[] evaluate(double[] x) {
        Map<String, Object> changed = new LinkedHashMap<>();
        part.content().fields().forEach((key, value) -> changed.put(key, value.value()));
        Map<String, Object> parameters = new LinkedHashMap<>();
        part.content().get("parameters").fields().forEach((name, given) -> parameters.put(name, with(name, given, x)));
        changed.put("parameters", parameters);
        Assembly assembly = new Assembly(ModelDocument.of(new Element("", changed), part.folder()), tables);
        Model model = assembly.build(0, assembly.scenarios().size()).get(0);
        new Simulation(List.of(model), EngineKind.TREE).run();
        double[] found = new double[objectives.size()];
        for (Recorder recorder : model.recorders()) {
            int place = objectives.indexOf(recorder.name());
            double[] values = recorder.values();
            if (place >= 0 && values != null) {
                found[place] = recorder.overScenarios().of(values);
            }
        }
        return found;
    }

    private @org.jspecify.annotations.Nullable Object with(String name, Element given, double[] x) {
        if (!given.isObject() || !given.get("is_variable").flag(false)) {
            return given.value();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        given.fields().forEach((key, value) -> fields.put(key, value.value()));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (variables.get(i).parameter().equals(name)) {
                values.add(x[i]);
            }
        }
        if (given.get("values").isList()) {
            fields.put("values", values);
        } else {
            fields.put("value", values.get(0));
        }
        return fields;
    }
}

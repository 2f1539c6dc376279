package org.darya.basin.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.result.Ledger;
import org.darya.basin.run.Assembly;
import org.darya.basin.run.Model;
import org.darya.basin.run.ModelDocument;
import org.darya.basin.run.Simulation;
import org.darya.basin.solve.EngineKind;
import org.darya.basin.time.Step;
import org.jspecify.annotations.Nullable;

/**
 * The variables and objectives that a model declares: parameters with {@code is_variable} and bounds; recorders with
 * {@code is_objective}, and the water that passes a node in some months, in million m3 a year.
 */
public final class RuleSearch {

    private final ModelDocument.Part part;
    private final Assembly tables;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Objective> objectives = new ArrayList<>();

    /** One number that may vary: a value of a parameter. */
    private record Variable(String parameter, int place, double low, double high) {}

    /**
     * Something to be great or small.
     *
     * @param name of it, and of the recorder where it is one
     * @param node whose water is counted, or null for a recorder
     * @param months from 0 for January
     */
    private record Objective(
            String name, boolean maximise, @Nullable String node, Set<Integer> months) {
        /** Million m3 a year. */
        double of(Ledger ledger, List<Step> steps) {
            double[] flow = ledger.flow(ledger.find(Objects.requireNonNull(node)));
            double volume = 0;
            double days = 0;
            for (Step step : steps) {
                days += step.days();
                volume += months.contains(step.month()) ? flow[step.index()] * step.days() : 0;
            }
            return volume / days * DAYS_A_YEAR;
        }
    }

    private static final double DAYS_A_YEAR = 365.25;

    /** Reads what a model declares. */
    public RuleSearch(ModelDocument document) {
        this.part = document.parts().values().iterator().next();
        this.tables = new Assembly(document);
        part.content().get("parameters").fields().forEach((name, given) -> {
            if (given.isObject() && given.get("is_variable").flag(false)) {
                addVariable(name, given);
            }
        });
        part.content()
                .get("objectives")
                .fields()
                .forEach((name, given) -> objectives.add(new Objective(
                        name,
                        maximise(given.need("goal")),
                        given.need("flow").text(),
                        given.need("months").items().stream()
                                .map(month -> month.integer() - 1)
                                .collect(Collectors.toSet()))));
        part.content().get("recorders").fields().forEach((name, given) -> {
            if (given.has("is_objective")) {
                objectives.add(new Objective(name, maximise(given.get("is_objective")), null, Set.of()));
            }
        });
        if (variables.isEmpty() || objectives.isEmpty()) {
            throw part.content()
                    .fail(
                            variables.size() + " variables and " + objectives.size() + " objectives",
                            "give parameters \"is_variable\": true with lower_bounds and upper_bounds, and recorders \"is_objective\": \"minimise\".");
        }
    }

    private static boolean maximise(Element goal) {
        return goal.word("").startsWith("max");
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
        return objectives.stream().map(Objective::name).toList();
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
            signed[i] = objectives.get(i).maximise() ? -signed[i] : signed[i];
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
        Ledger ledger = new Ledger(model);
        new Simulation(List.of(model), EngineKind.TREE).run(ledger);
        Map<String, Double> recorded = new HashMap<>();
        for (Recorder recorder : model.recorders()) {
            double[] values = recorder.values();
            if (values != null) {
                recorded.put(recorder.name(), recorder.overScenarios().of(values));
            }
        }
        return objectives.stream()
                .mapToDouble(objective -> objective.node() == null
                        ? recorded.getOrDefault(objective.name(), 0.0)
                        : objective.of(ledger, model.timeline().steps()))
                .toArray();
    }

    private @Nullable Object with(String name, Element given, double[] x) {
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

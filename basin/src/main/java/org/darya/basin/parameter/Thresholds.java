package org.darya.basin.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.RunningRecord;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/** Switches: 1 if a number stands in a relation to a threshold, 0 if not. */
final class Thresholds {

    /** Days from 1 January of the year 1 (day 1) to 1 January 1970. */
    private static final int ORDINAL_EPOCH = 719_163;

    private Thresholds() {}

    static void register(Map<String, Family> types) {
        types.put("storagethreshold", (given, model) -> {
            Store store = model.store(given.need("storage_node"));
            return of(given, model, List.of(), (step, s) -> store.volume[s]);
        });
        types.put("nodethreshold", (given, model) -> {
            Node node = model.node(given.need("node"));
            // there is no flow before the first step: the switch is off
            return build(given, model, List.of(), (step, s) -> node.flow[s], 0);
        });
        types.put("parameterthreshold", (given, model) -> {
            Parameter of = model.parameter(given.need("parameter"));
            return of(given, model, List.of(of), (step, s) -> of.values[s]);
        });
        types.put("currentyearthreshold", (given, model) -> of(given, model, List.of(), (step, s) -> step.year()));
        types.put(
                "currentordinaldaythreshold",
                (given, model) ->
                        of(given, model, List.of(), (step, s) -> step.day().toEpochDay() + ORDINAL_EPOCH));
        types.put("recorderthreshold", Thresholds::recorder);
        types.put("multiplethresholdindex", (given, model) -> {
            Node node = model.node(given.need("node"));
            return multiple(given, model, List.of(), (step, s) -> node.flow[s]);
        });
        types.put("multiplethresholdparameterindex", (given, model) -> {
            Parameter of = model.parameter(given.need("parameter"));
            return multiple(given, model, List.of(of), (step, s) -> of.values[s]);
        });
    }

    private static Parameter of(Element given, ModelContext model, List<Parameter> reads, Formula.Rule number) {
        return build(given, model, reads, number, -1);
    }

    private static Parameter build(
            Element given, ModelContext model, List<Parameter> reads, Formula.Rule number, int initial) {
        List<Parameter> needs = new ArrayList<>(reads);
        Parameter threshold = model.parameter(given.need("threshold"));
        needs.add(threshold);
        List<Parameter> values = given.has("parameters")
                ? model.parameters(given.get("parameters"))
                : model.parameters(given.get("values"));
        if (!values.isEmpty() && values.size() != 2) {
            throw given.fail(values.size() + " values for a switch", "give two: the value when off, then when on.");
        }
        needs.addAll(values);
        return new ThresholdParameter(
                model.size(),
                needs,
                number,
                threshold,
                Predicate.read(given.get("predicate")),
                values,
                given.get("ratchet").flag(false),
                initial);
    }

    /** Looks at what a recorder noted in the step before; before the first step it is {@code initial_value}. */
    private static Parameter recorder(Element given, ModelContext model) {
        RunningRecord record = model.record(given.need("recorder"));
        int initial = given.get("initial_value").integer(1);
        return build(given, model, List.of(), (step, s) -> record.recorded(step.index() - 1, s), initial);
    }

    /** Counts how many of the descending thresholds the number does not reach. */
    private static Parameter multiple(Element given, ModelContext model, List<Parameter> reads, Formula.Rule number) {
        List<Parameter> needs = new ArrayList<>(reads);
        Parameter[] thresholds = model.parameters(given.need("thresholds")).toArray(Parameter[]::new);
        needs.addAll(List.of(thresholds));
        boolean ratchet = given.get("ratchet").flag(false);
        int[] lowest = new int[model.size()];
        return new Chooser(model.size(), needs, (step, s) -> {
            int index = 0;
            while (index < thresholds.length && number.at(step, s) < thresholds[index].values[s]) {
                index++;
            }
            if (ratchet && step.index() > 0) {
                index = Math.min(index, lowest[s]);
            }
            lowest[s] = index;
            return index;
        });
    }
}

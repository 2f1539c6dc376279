package org.darya.basin.parameter;

import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/** Values that follow from flows and volumes of the steps before. */
final class States {

    private States() {}

    static void register(Map<String, Family> types) {
        types.put("storage", States::storage);
        types.put("flow", States::flow);
        types.put("deficit", (given, model) -> new DeficitParameter(model.size(), model.node(given.need("node"))));
        types.put("flowdelay", States::delay);
        types.put("rollingmeanflownode", States::rollingMean);
        types.put("interpolatedvolume", States::interpolatedVolume);
        types.put("interpolatedflow", States::interpolatedFlow);
        types.put("othermodelparametervalue", States::foreignParameter);
        types.put("othermodelindexparametervalue", States::foreignParameter);
        types.put("othermodelindexparametervalueindex", States::foreignParameter);
        types.put("othermodelnodeflow", States::foreignFlow);
        types.put("othermodelnodestorage", States::foreignStorage);
    }

    private static Parameter storage(Element given, ModelContext model) {
        Store store = model.store(given.first("storage_node", "node"));
        return Formula.ofState(model.size(), List.of(), volume(given, store));
    }

    /** The volume of a store, or how full it is if the element asks for that. */
    static Formula.Rule volume(Element given, Store store) {
        return given.get("use_proportional_volume").flag(false)
                ? (step, s) -> store.filled(s)
                : (step, s) -> store.volume[s];
    }

    private static Parameter flow(Element given, ModelContext model) {
        Node node = model.node(given.need("node"));
        double initial = given.get("initial_value").number(0);
        return Formula.ofState(model.size(), List.of(), (step, s) -> step.index() == 0 ? initial : node.flow[s]);
    }

    /** Number of steps that {@code timesteps} or {@code days} mean. */
    static int steps(Element given, ModelContext model) {
        // what lies farther back than the run is as if never seen
        int longest = model.timeline().steps().size() + 1;
        if (given.has("timesteps") && given.get("timesteps").integer() > 0) {
            return Math.min(given.get("timesteps").integer(), longest);
        }
        int days = given.need("days").integer();
        int length = model.timeline().steps().get(0).days();
        if (days < length || days % length != 0) {
            throw given.get("days")
                    .fail(days + " days are not a whole number of steps of " + length + " days", "use 'timesteps'.");
        }
        return Math.min(days / length, longest);
    }

    private static Parameter delay(Element given, ModelContext model) {
        return new DelayedFlow(
                model.size(),
                model.node(given.need("node")),
                steps(given, model),
                given.get("initial_flow").number(0));
    }

    private static Parameter rollingMean(Element given, ModelContext model) {
        return new RollingMeanFlow(
                model.size(),
                model.node(given.need("node")),
                steps(given, model),
                given.get("initial_flow").number(0));
    }

    private static Parameter interpolatedVolume(Element given, ModelContext model) {
        Store store = model.store(given.first("node", "storage_node"));
        Interpolation curve = Algebra.curve(given, model, "volumes", "values");
        return Formula.ofState(model.size(), List.of(), (step, s) -> curve.at(store.volume[s]));
    }

    private static Parameter interpolatedFlow(Element given, ModelContext model) {
        Node node = model.node(given.need("node"));
        Interpolation curve = Algebra.curve(given, model, "flows", "values");
        return Formula.ofState(model.size(), List.of(), (step, s) -> curve.at(node.flow[s]));
    }

    private static Parameter foreignParameter(Element given, ModelContext model) {
        Parameter of = model.foreignParameter(given.need("other_model"), given.need("parameter"));
        return of.isIndex()
                ? new Chooser(model.size(), List.of(), (step, s) -> of.index(s))
                : Formula.ofState(model.size(), List.of(), (step, s) -> of.values[s]);
    }

    private static Parameter foreignFlow(Element given, ModelContext model) {
        Node node = model.foreignNode(given.need("other_model"), given.need("node"));
        return Formula.ofState(model.size(), List.of(), (step, s) -> node.flow[s]);
    }

    private static Parameter foreignStorage(Element given, ModelContext model) {
        if (!(model.foreignNode(given.need("other_model"), given.first("node", "storage_node"))
                instanceof Store store)) {
            throw given.fail("the node is not a storage", "use OtherModelNodeFlow.");
        }
        return Formula.ofState(model.size(), List.of(), volume(given, store));
    }
}

package org.darya.basin.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.parameter.ParameterTypes;
import org.darya.basin.read.Element;

/** The parameters of a model, read when something asks for them, so their order in the document does not matter. */
final class Parameters {

    private final Map<String, Element> described;
    private final ModelContext model;
    private final Map<String, Parameter> named = new LinkedHashMap<>();
    private final List<Parameter> inPlace = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();

    Parameters(Element section, ModelContext model) {
        this.described = section.fields();
        this.model = model;
    }

    /** Reads those that nothing has asked for yet. */
    void readAll() {
        for (String key : described.keySet()) {
            of(new Element("parameters", key));
        }
    }

    /** Those with a name, then those that were written in place. */
    List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(named.values());
        all.addAll(inPlace);
        return all;
    }

    boolean has(String key) {
        return named.containsKey(key) || described.containsKey(key);
    }

    Parameter of(Element given) {
        if (given.isText()) {
            return byName(given);
        }
        if (given.isNumber()) {
            return Formula.constant(model.size(), given.number());
        }
        if (!given.isObject()) {
            throw given.fail(
                    "a number, the name of a parameter or a parameter is expected, not " + given.show(),
                    "write the name in quotes.");
        }
        Parameter parameter = ParameterTypes.read(given, model);
        if (given.has("name")) {
            parameter.rename(given.get("name").text());
            named.putIfAbsent(parameter.name(), parameter);
        }
        inPlace.add(parameter);
        return parameter;
    }

    private Parameter byName(Element reference) {
        String key = reference.text();
        Parameter known = named.get(key);
        if (known != null) {
            return known;
        }
        Element given = described.get(key);
        if (given == null) {
            throw reference.unknown("parameter", described.keySet());
        }
        if (!open.add(key)) {
            throw given.fail(
                    "the parameter needs itself: " + String.join(" -> ", open) + " -> " + key,
                    "break the circle with a value of the step before (flow, storage).");
        }
        Parameter parameter = given.isObject() ? ParameterTypes.read(given, model) : of(given);
        open.remove(key);
        parameter.rename(key);
        named.put(key, parameter);
        return parameter;
    }
}

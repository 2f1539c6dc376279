package org.darya.basin.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/**
 * Rules that look at how full a store is. Curves are given from the highest down, as shares of the greatest volume; a store
 * that stands exactly on a curve belongs to the zone above it.
 */
final class ControlCurves {

    private ControlCurves() {}

    static void register(Map<String, Family> types) {
        types.put("controlcurve", ControlCurves::choose);
        types.put("controlcurveindex", ControlCurves::index);
        types.put("controlcurveinterpolated", ControlCurves::interpolated);
        types.put("controlcurvepiecewiseinterpolated", ControlCurves::piecewise);
    }

    /** The curves of a rule. */
    private static List<Parameter> curves(Element given, ModelContext model) {
        if (given.has("control_curves")) {
            return model.parameters(given.get("control_curves"));
        }
        return List.of(model.parameter(given.need("control_curve")));
    }

    /** Number of the zone that a store stands in: 0 above the first curve. */
    private static int zone(Parameter[] curves, double fraction, int s) {
        for (int i = 0; i < curves.length; i++) {
            if (fraction >= curves[i].values[s]) {
                return i;
            }
        }
        return curves.length;
    }

    private static Parameter index(Element given, ModelContext model) {
        Store store = model.store(given.need("storage_node"));
        Parameter[] curves = curves(given, model).toArray(Parameter[]::new);
        return new Chooser(model.size(), List.of(curves), (step, s) -> zone(curves, store.filled(s), s));
    }

    private static Parameter choose(Element given, ModelContext model) {
        Store store = model.store(given.need("storage_node"));
        List<Parameter> needs = new ArrayList<>(curves(given, model));
        Parameter[] curves = needs.toArray(Parameter[]::new);
        Parameter[] choices;
        if (given.has("values") || given.has("url") || given.has("table")) {
            choices = numbers(given, model, curves.length + 1);
        } else if (given.has("parameters")) {
            choices = parameters(given, model, curves.length + 1);
        } else {
            // the number of the zone, where nothing else is said
            choices = IntStream.rangeClosed(0, curves.length)
                    .mapToObj(zone -> Formula.constant(model.size(), zone))
                    .toArray(Parameter[]::new);
        }
        needs.addAll(List.of(choices));
        return Formula.ofState(model.size(), needs, (step, s) -> choices[zone(curves, store.filled(s), s)].values[s]);
    }

    private static Parameter[] parameters(Element given, ModelContext model, int wanted) {
        Element list = given.get("parameters");
        return checked(list, model.parameters(list).toArray(Parameter[]::new), wanted);
    }

    private static Parameter[] numbers(Element given, ModelContext model, int wanted) {
        Parameter[] choices = given.get("values").isList()
                ? model.parameters(given.get("values")).toArray(Parameter[]::new)
                : Arrays.stream(model.numbers(Lists.values(given)))
                        .mapToObj(value -> Formula.constant(model.size(), value))
                        .toArray(Parameter[]::new);
        return checked(given.get("values"), choices, wanted);
    }

    private static Parameter[] checked(Element list, Parameter[] choices, int wanted) {
        if (choices.length != wanted) {
            throw list.fail(
                    choices.length + " values where " + wanted + " are needed",
                    "give one value for each zone or bound, from the top down.");
        }
        return choices;
    }

    /** Straight lines between values that hold when full, on each curve and when empty. */
    private static Parameter interpolated(Element given, ModelContext model) {
        Store store = model.store(given.need("storage_node"));
        List<Parameter> needs = new ArrayList<>(curves(given, model));
        Parameter[] curves = needs.toArray(Parameter[]::new);
        Parameter[] values = given.has("parameters")
                ? parameters(given, model, curves.length + 2)
                : numbers(given, model, curves.length + 2);
        needs.addAll(List.of(values));
        return Formula.ofState(model.size(), needs, (step, s) -> {
            double at = store.filled(s);
            int zone = zone(curves, at, s);
            double top = zone == 0 ? 1 : curves[zone - 1].values[s];
            double bottom = zone == curves.length ? 0 : curves[zone].values[s];
            if (top == bottom) {
                // two curves that coincide: the value on the curve; below a curve at the very bottom the value above
                return zone == curves.length ? values[zone].values[s] : values[zone + 1].values[s];
            }
            double weight = (at - bottom) / (top - bottom);
            return values[zone].values[s] * weight + values[zone + 1].values[s] * (1 - weight);
        });
    }

    private static double between(double at, double low, double high, double lowValue, double highValue) {
        if (at < low || (at <= high && high == low)) {
            return lowValue;
        }
        return at > high ? highValue : lowValue + (highValue - lowValue) * (at - low) / (high - low);
    }

    /** As {@link #interpolated}, with a pair of values (at the top, at the bottom) for each zone. */
    private static Parameter piecewise(Element given, ModelContext model) {
        Store store = model.store(given.need("storage_node"));
        List<Parameter> needs = curves(given, model);
        Parameter[] curves = needs.toArray(Parameter[]::new);
        double[][] values = given.need("values").table();
        double full = given.get("maximum").number(1);
        double empty = given.get("minimum").number(0);
        if (values.length != curves.length + 1) {
            throw given.get("values")
                    .fail(
                            values.length + " pairs for " + (curves.length + 1) + " zones",
                            "give a pair [top, bottom] for each zone.");
        }
        for (double[] pair : values) {
            Lists.check(given.get("values"), pair, 2);
        }
        return Formula.ofState(model.size(), needs, (step, s) -> {
            double at = store.filled(s);
            int zone = zone(curves, at, s);
            double top = zone == 0 ? full : curves[zone - 1].values[s];
            double bottom = zone == curves.length ? empty : curves[zone].values[s];
            return between(at, bottom, top, values[zone][1], values[zone][0]);
        });
    }
}

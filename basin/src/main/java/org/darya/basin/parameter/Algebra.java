package org.darya.basin.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/** Functions of other parameters. */
final class Algebra {

    private Algebra() {}

    static void register(Map<String, Family> types) {
        types.put("aggregated", Algebra::aggregated);
        types.put("aggregatedindex", Algebra::aggregatedIndex);
        types.put("negative", (given, model) -> map(given, model, x -> -x));
        types.put("max", (given, model) -> {
            double bound = given.get("threshold").number(0);
            return map(given, model, x -> Math.max(x, bound));
        });
        types.put("min", (given, model) -> {
            double bound = given.get("threshold").number(0);
            return map(given, model, x -> Math.min(x, bound));
        });
        types.put("negativemax", (given, model) -> {
            double bound = given.get("threshold").number(0);
            return map(given, model, x -> Math.max(-x, bound));
        });
        types.put("negativemin", (given, model) -> {
            double bound = given.get("threshold").number(0);
            return map(given, model, x -> Math.min(-x, bound));
        });
        types.put("offset", (given, model) -> {
            double offset = given.get("offset").number(0);
            return map(given, model, x -> x + offset);
        });
        types.put("division", Algebra::division);
        types.put("scaledprofile", (given, model) -> {
            double scale = given.need("scale").number();
            Parameter profile = model.parameter(given.need("profile"));
            return Formula.of(model.size(), List.of(profile), (step, s) -> scale * profile.values[s]);
        });
        types.put("interpolated", Algebra::interpolated);
        types.put("interpolatedquadrature", Algebra::quadrature);
        types.put("piecewiseintegral", Algebra::piecewiseIntegral);
        types.put("polynomial1d", Algebra::polynomial);
        types.put("polynomial2d", Algebra::polynomial2);
        types.put("polynomial2dstorage", Algebra::polynomial2);
        types.put("discountfactor", Algebra::discount);
        types.put("logistic", Algebra::logistic);
        types.put("rectifier", Algebra::rectifier);
        types.put("binarystep", Algebra::binaryStep);
        types.put("indexedarray", Algebra::indexedArray);
    }

    private static Parameter map(Element given, ModelContext model, DoubleUnaryOperator function) {
        Parameter of = model.parameter(given.need("parameter"));
        return Formula.of(model.size(), List.of(of), (step, s) -> function.applyAsDouble(of.values[s]));
    }

    private static Parameter aggregated(Element given, ModelContext model) {
        Aggregate function = Aggregate.read(given.need("agg_func"));
        Parameter[] parts = model.parameters(given.need("parameters")).toArray(Parameter[]::new);
        if (parts.length == 0) {
            throw given.get("parameters").fail("nothing to aggregate", "name one parameter or more.");
        }
        double[] values = new double[parts.length];
        return Formula.of(
                model.size(),
                List.of(parts),
                switch (function) {
                    case SUM ->
                        (step, s) -> {
                            double sum = 0;
                            for (Parameter part : parts) {
                                sum += part.values[s];
                            }
                            return sum;
                        };
                    case PRODUCT ->
                        (step, s) -> {
                            double product = 1;
                            for (Parameter part : parts) {
                                product *= part.values[s];
                            }
                            return product;
                        };
                    default ->
                        (step, s) -> {
                            for (int i = 0; i < values.length; i++) {
                                values[i] = parts[i].values[s];
                            }
                            return function.of(values);
                        };
                });
    }

    private static Parameter aggregatedIndex(Element given, ModelContext model) {
        String name = given.need("agg_func").word("sum");
        Parameter[] parts = model.parameters(given.need("parameters")).toArray(Parameter[]::new);
        boolean any = name.equals("any");
        boolean all = name.equals("all");
        Aggregate function = any || all ? Aggregate.SUM : Aggregate.read(given.get("agg_func"));
        return new Chooser(model.size(), List.of(parts), (step, s) -> {
            double[] indices = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                int index = parts[i].index(s);
                indices[i] = any || all ? (index != 0 ? 1 : 0) : index;
            }
            double result = function.of(indices);
            return any ? (result > 0 ? 1 : 0) : all ? (result == parts.length ? 1 : 0) : (int) result;
        });
    }

    private static Parameter division(Element given, ModelContext model) {
        Parameter top = model.parameter(given.need("numerator"));
        Parameter bottom = model.parameter(given.need("denominator"));
        return Formula.of(model.size(), List.of(top, bottom), (step, s) -> {
            if (bottom.values[s] == 0) {
                throw given.fail(
                        "division by zero on " + step.start(), "bound the denominator with a 'max' parameter.");
            }
            return top.values[s] / bottom.values[s];
        });
    }

    private static Parameter interpolated(Element given, ModelContext model) {
        Parameter of = model.parameter(given.need("parameter"));
        Interpolation curve = curve(given, model, "x", "y");
        return Formula.of(model.size(), List.of(of), (step, s) -> curve.at(of.values[s]));
    }

    /** The curve that two lists of an element describe. */
    static Interpolation curve(Element given, ModelContext model, String x, String y) {
        return Interpolation.of(
                given, model.numbers(given.need(x)), model.numbers(given.need(y)), given.get("interp_kwargs"));
    }

    private static Parameter quadrature(Element given, ModelContext model) {
        Parameter upper = model.parameter(given.need("upper_parameter"));
        List<Parameter> needs = new ArrayList<>(List.of(upper));
        Parameter lower = given.has("lower_parameter")
                ? model.parameter(given.get("lower_parameter"))
                : Formula.constant(model.size(), 0);
        needs.add(lower);
        Interpolation curve = curve(given, model, "x", "y");
        return Formula.of(model.size(), needs, (step, s) -> curve.area(lower.values[s], upper.values[s]));
    }

    /** Area under a staircase: {@code y[i]} holds up to {@code x[i]}. */
    private static Parameter piecewiseIntegral(Element given, ModelContext model) {
        Parameter of = model.parameter(given.need("parameter"));
        double[] x = model.numbers(given.need("x"));
        double[] y = model.numbers(given.need("y"));
        Lists.check(given.get("y"), y, x.length);
        Lists.checkIncreasing(given.get("x"), x);
        return Formula.of(model.size(), List.of(of), (step, s) -> {
            double area = 0;
            double from = 0;
            for (int i = 0; i < x.length; i++) {
                double to = Math.min(of.values[s], x[i]);
                area += Math.max(0, to - from) * y[i];
                from = x[i];
            }
            return area;
        });
    }

    private static Parameter polynomial(Element given, ModelContext model) {
        double[] coefficients = given.need("coefficients").numbers();
        double scale = given.get("scale").number(1);
        double offset = given.get("offset").number(0);
        if (given.has("parameter")) {
            Parameter of = model.parameter(given.get("parameter"));
            return Formula.of(
                    model.size(), List.of(of), (step, s) -> horner(coefficients, of.values[s] * scale + offset));
        }
        if (given.has("storage_node")) {
            Formula.Rule source = States.volume(given, model.store(given.get("storage_node")));
            return Formula.ofState(
                    model.size(), List.of(), (step, s) -> horner(coefficients, source.at(step, s) * scale + offset));
        }
        Node node = model.node(given.need("node"));
        return Formula.ofState(
                model.size(), List.of(), (step, s) -> horner(coefficients, node.flow[s] * scale + offset));
    }

    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    /** Polynomial of a volume (first power) and a parameter (second power): {@code sum c[i][j] x^i y^j}. */
    private static Parameter polynomial2(Element given, ModelContext model) {
        double[][] coefficients = given.need("coefficients").table();
        Store store = model.store(given.first("storage_node", "node"));
        Formula.Rule volume = States.volume(given, store);
        Parameter of = model.parameter(given.need("parameter"));
        double storeScale = given.get("storage_scale").number(1);
        double storeOffset = given.get("storage_offset").number(0);
        double scale = given.get("parameter_scale").number(1);
        double offset = given.get("parameter_offset").number(0);
        return Formula.ofState(model.size(), List.of(of), (step, s) -> {
            double x = volume.at(step, s) * storeScale + storeOffset;
            double y = of.values[s] * scale + offset;
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                sum = sum * x + horner(coefficients[i], y);
            }
            return sum;
        });
    }

    private static Parameter discount(Element given, ModelContext model) {
        double rate = given.first("rate", "discount_rate").number();
        int base = given.need("base_year").integer();
        return Formula.ofTime(model.size(), (step, s) -> 1 / Math.pow(1 + rate, step.year() - base));
    }

    private static Parameter logistic(Element given, ModelContext model) {
        double value = given.need("value").number();
        double max = given.need("max_output").number();
        double rate = given.get("growth_rate").number(1);
        return Formula.constant(model.size(), max / (1 + Math.exp(-rate * value)));
    }

    private static Parameter rectifier(Element given, ModelContext model) {
        double value = given.need("value").number();
        double max = given.need("max_output").number();
        double min = given.get("min_output").number(0);
        return Formula.constant(model.size(), value < 0 ? 0 : min + (max - min) * value);
    }

    private static Parameter binaryStep(Element given, ModelContext model) {
        double value = given.need("value").number();
        double output = given.get("output").number(1);
        return Formula.constant(model.size(), value > 0 ? output : 0);
    }

    private static Parameter indexedArray(Element given, ModelContext model) {
        Parameter index = model.parameter(given.need("index_parameter"));
        List<Parameter> choices = model.parameters(given.first("params", "parameters"));
        List<Parameter> needs = new ArrayList<>(choices);
        needs.add(index);
        return Formula.ofState(model.size(), needs, (step, s) -> {
            int at = index.index(s);
            if (at < 0 || at >= choices.size()) {
                throw given.fail(
                        String.format(Locale.ROOT, "index %d of %d choices on %s", at, choices.size(), step.start()),
                        "give one choice more than there are control curves.");
            }
            return choices.get(at).values[s];
        });
    }
}

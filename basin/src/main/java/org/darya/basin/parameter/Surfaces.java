package org.darya.basin.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;

/**
 * A value over several coordinates, smooth between given points: how full stores are, flows of the step before, parameters,
 * and the day of the year on a circle.
 */
final class Surfaces {

    private Surfaces() {}

    static void register(Map<String, Family> types) {
        types.put("rbf", Surfaces::radial);
    }

    private static Parameter radial(Element given, ModelContext model) {
        double[] y = numbers(given.need("y"));
        List<double[]> known = new ArrayList<>();
        List<Formula.Rule> coordinates = new ArrayList<>();
        List<Parameter> needs = new ArrayList<>();
        given.get("nodes").fields().forEach((name, field) -> {
            known.add(values(field, y.length));
            coordinates.add(state(model.node(new Element(field.path(), name))));
        });
        given.get("parameters").fields().forEach((name, field) -> {
            Parameter of = model.parameter(new Element(field.path(), name));
            needs.add(of);
            known.add(values(field, y.length));
            coordinates.add((step, s) -> of.values[s]);
        });
        if (given.has("days_of_year")) {
            double[] days = values(given.get("days_of_year"), y.length);
            double[] sines = new double[days.length];
            double[] cosines = new double[days.length];
            for (int i = 0; i < days.length; i++) {
                sines[i] = Math.sin(angle(days[i]));
                cosines[i] = Math.cos(angle(days[i]));
            }
            known.add(sines);
            known.add(cosines);
            coordinates.add((step, s) -> Math.sin(angle(step.day().getDayOfYear())));
            coordinates.add((step, s) -> Math.cos(angle(step.day().getDayOfYear())));
        }
        if (known.isEmpty()) {
            throw given.fail("nothing to interpolate over", "give 'nodes', 'parameters' or 'days_of_year'.");
        }
        double[][] points = new double[y.length][known.size()];
        for (int i = 0; i < y.length; i++) {
            for (int d = 0; d < known.size(); d++) {
                points[i][d] = known.get(d)[i];
            }
        }
        RadialBasis surface = RadialBasis.fit(points, y, given.get("rbf_kwargs"));
        return Formula.ofState(model.size(), needs, (step, s) -> {
            double[] at = new double[coordinates.size()];
            for (int d = 0; d < at.length; d++) {
                at[d] = coordinates.get(d).at(step, s);
            }
            return surface.at(at);
        });
    }

    private static double[] values(Element field, int wanted) {
        double[] values = numbers(field);
        Lists.check(field, values, wanted);
        return values;
    }

    /** Values stand alone, or beside bounds for a search. */
    private static double[] numbers(Element field) {
        return field.isList() ? field.numbers() : field.need("values").numbers();
    }

    private static Formula.Rule state(Node node) {
        return node instanceof Store store ? (step, s) -> store.fraction[s] : (step, s) -> node.flow[s];
    }

    private static double angle(double day) {
        return 2 * Math.PI * (day - 1) / 365;
    }
}

package org.darya.basin.parameter;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Node;
import org.darya.basin.model.Parameter;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/**
 * A licence to take an amount in a calendar year. What is left is spread over the days that are left; the exponential and
 * hyperbolic kinds bound the flow by how far that daily rest stands above the daily share of a fresh licence.
 */
final class AnnualLicence extends Parameter {

    private final Node node;
    private final double amount;
    private final DoubleUnaryOperator bound;
    private final boolean relative;
    private final double[] left;
    private int year;
    private boolean fresh = true;

    private AnnualLicence(int size, Node node, double amount, boolean relative, DoubleUnaryOperator bound) {
        super(size, List.of());
        this.node = node;
        this.amount = amount;
        this.relative = relative;
        this.bound = bound;
        this.left = new double[size];
    }

    static void register(Map<String, Family> types) {
        types.put("annuallicense", (given, model) -> read(given, model, false, rest -> rest));
        types.put("annualexponentiallicense", (given, model) -> {
            double max = given.need("max_value").number();
            double k = given.get("k").number(1);
            return read(given, model, true, x -> max * Math.exp(-x / k));
        });
        types.put("annualhyperbolalicense", (given, model) -> {
            double value = given.need("value").number();
            return read(given, model, true, x -> value / x);
        });
    }

    private static Parameter read(Element given, ModelContext model, boolean relative, DoubleUnaryOperator bound) {
        return new AnnualLicence(
                model.size(),
                model.node(given.need("node")),
                given.need("amount").number(),
                relative,
                bound);
    }

    @Override
    public void reset(Step first) {
        fresh = true;
    }

    @Override
    public void calculate(Step step) {
        if (fresh || step.year() != year) {
            fresh = false;
            year = step.year();
            // a step that began in the old year has drawn on the new one since New Year
            int passed = step.day().getDayOfYear() - 1;
            for (int s = 0; s < left.length; s++) {
                left[s] = amount - passed * node.flow[s];
            }
        }
        super.calculate(step);
    }

    @Override
    protected double value(Step step, int s) {
        int days = step.day().lengthOfYear();
        double rest = left[s] / (days - step.day().getDayOfYear() + 1);
        return bound.applyAsDouble(relative ? rest / (amount / days) : rest);
    }

    @Override
    public void after(Step step) {
        for (int s = 0; s < left.length; s++) {
            left[s] = Math.max(left[s] - node.flow[s] * step.days(), 0);
        }
    }
}

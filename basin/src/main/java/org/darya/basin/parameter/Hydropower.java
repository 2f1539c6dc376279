package org.darya.basin.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.read.Element;
import org.jspecify.annotations.Nullable;

/**
 * A turbine: power = density x gravity x head x flow x efficiency.
 *
 * @param elevation level of the water above the turbine; null if the head is {@code turbineElevation} itself
 * @param turbineElevation level of the turbine
 * @param minHead below this head nothing is generated
 * @param efficiency share of the power that is not lost
 * @param density of water, kg/m3
 * @param flowFactor makes m3/s (or whatever the result is wanted for) of the flow
 * @param energyFactor makes the wanted unit of power of watts
 */
public record Hydropower(
        @Nullable Parameter elevation,
        double turbineElevation,
        double minHead,
        double efficiency,
        double density,
        double flowFactor,
        double energyFactor) {

    private static final double GRAVITY = 9.81;

    static void register(Map<String, Family> types) {
        types.put("hydropowertarget", Hydropower::target);
    }

    /** Reads the fields that the parameter and the recorders share. */
    public static Hydropower read(Element given, ModelContext model) {
        return new Hydropower(
                given.has("water_elevation_parameter") ? model.parameter(given.get("water_elevation_parameter")) : null,
                given.get("turbine_elevation").number(0),
                given.get("min_head").number(0),
                given.get("efficiency").number(1),
                given.get("density").number(1000),
                given.get("flow_unit_conversion").number(1),
                given.get("energy_unit_conversion").number(1e-6));
    }

    /** Difference of levels for a scenario, from the parameter as calculated before the step; never negative. */
    public double head(int s) {
        double head = elevation == null ? turbineElevation : elevation.values[s] - turbineElevation;
        return Math.max(head, 0);
    }

    /** Power of a flow. */
    public double power(double flow, int s) {
        return flow * flowFactor * head(s) * density * GRAVITY * efficiency * energyFactor;
    }

    /** Flow that gives a power; infinite without head. */
    private double flow(double power, double head) {
        double each = flowFactor * head * density * GRAVITY * efficiency * energyFactor;
        return each == 0 ? Double.POSITIVE_INFINITY : power / each;
    }

    private static Parameter target(Element given, ModelContext model) {
        Hydropower turbine = read(given, model);
        List<Parameter> needs = new ArrayList<>();
        Parameter target = model.parameter(given.need("target"));
        Parameter max = given.has("max_flow")
                ? model.parameter(given.get("max_flow"))
                : Formula.constant(model.size(), Double.POSITIVE_INFINITY);
        Parameter min =
                given.has("min_flow") ? model.parameter(given.get("min_flow")) : Formula.constant(model.size(), 0);
        needs.addAll(List.of(target, max, min));
        if (turbine.elevation() != null) {
            needs.add(turbine.elevation());
        }
        return Formula.ofState(model.size(), needs, (step, s) -> {
            double head = turbine.head(s);
            if (head < turbine.minHead()) {
                return 0;
            }
            double flow = turbine.flow(target.values[s], head);
            return Math.max(Math.min(flow, max.values[s]), min.values[s]);
        });
    }
}

package org.darya.basin.design;

import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.basin.read.Element;

/** Hydropower stations of a readable model: energy from flow and head, perhaps with an energy that is wanted by month. */
final class Turbines {
    private final Plan plan;
    private final Series series;

    Turbines(Plan plan, Series series) {
        this.plan = plan;
        this.series = series;
    }

    void add(String name, Element part) {
        plan.node(
                name,
                "Link",
                "max_flow",
                Parts.amount(series, name + " capacity", part.get("capacity")),
                "cost",
                -part.get("worth").number(0));
        String store = part.need("reservoir").text();
        plan.recorders.put(name + " energy GWh", energy("TotalHydroEnergy", name, store, part));
        // by step, for the energy that is firm; its value is the least of all steps
        Map<String, Object> power = energy("Hydropower", name, store, part);
        power.put("temporal_agg_func", "min");
        plan.recorders.put(name + " GWh a day", power);

        if (part.has("energy_target")) {
            plan.parameter(name + " target MW", "monthlyprofile", "values", Parts.list(part.get("energy_target")));
            String flow = plan.parameter(
                    name + " target flow",
                    "hydropowertarget",
                    "target",
                    name + " target MW",
                    "water_elevation_parameter",
                    store + " level",
                    "turbine_elevation",
                    part.need("tailwater").number(),
                    "efficiency",
                    part.get("efficiency").number(0.87),
                    "flow_unit_conversion",
                    1 / Plan.DAY,
                    "energy_unit_conversion",
                    1e-6,
                    "max_flow",
                    part.get("capacity").number(1e6) * Plan.DAY);
            plan.node(
                    name,
                    "RiverGauge",
                    "mrf",
                    flow,
                    "mrf_cost",
                    -part.get("priority").number(60),
                    "cost",
                    0.0);
        }
    }

    private static Map<String, Object> energy(String type, String name, String store, Element part) {
        Map<String, Object> recorder = new LinkedHashMap<>();
        recorder.put("type", type);
        recorder.put("node", name);
        recorder.put("water_elevation_parameter", store + " level");
        recorder.put("turbine_elevation", part.need("tailwater").number());
        recorder.put("efficiency", part.get("efficiency").number(0.87));
        // million m3 a day to m3/s, then watts times days to GWh
        recorder.put("flow_unit_conversion", 1 / Plan.DAY);
        recorder.put("energy_unit_conversion", 24e-9);
        return recorder;
    }
}

package org.darya.basin.design;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/** The parts of a readable model: inflows, reservoirs, reaches, canals, gauges, hydropower, demands, lakes and outlets. */
final class Parts {

    private static final String[] KINDS = {
        "inflow", "reservoir", "lake", "reach", "canal", "gauge", "turbine", "demand", "outlet"
    };

    /** Mean days of a month: evaporation is given by month, flow by day. */
    private static final double MONTH = 365.25 / 12;

    private final Plan plan;
    private final Series series;
    private final Shares shares;
    private final Map<String, Element> parts = new LinkedHashMap<>();
    private final Map<String, String> entrances = new LinkedHashMap<>();

    Parts(Plan plan, Series series) {
        this.plan = plan;
        this.series = series;
        this.shares = new Shares(plan);
    }

    /** Demands by country. */
    Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (part.has("demand") && part.has("country")) {
                countries.put(name, part.get("country").text());
            }
        });
        return countries;
    }

    void add(Element part) {
        String kind = part.keys().stream()
                .filter(List.of(KINDS)::contains)
                .findFirst()
                .orElseThrow(() -> part.fail(
                        "it is none of " + Arrays.toString(KINDS), "begin it with '- reservoir: name' or the like."));
        String name = part.get(kind).text();
        part.has("country"); // that of a demand ties it to a limit, that of another part is for the reader
        if (parts.put(name, part) != null) {
            throw part.fail("a second part has the name \"" + name + '"', "rename one of them.");
        }
        entrances.put(name, name);
        switch (kind) {
            case "inflow" ->
                plan.node(name, "Catchment", "flow", series.read(name + " flow", part.need("flow"), Plan.DAY));
            case "reservoir", "lake" -> store(name, part, kind.equals("lake"));
            case "reach" -> reach(name, part);
            case "canal" ->
                plan.node(
                        name,
                        "LossLink",
                        "loss_factor",
                        part.get("loss").number(0),
                        "loss_factor_type",
                        "gross",
                        "max_flow",
                        amount(name + " capacity", part.get("capacity")));
            case "gauge" ->
                plan.node(
                        name,
                        "RiverGauge",
                        "mrf",
                        series.read(name + " minimum", part.need("minimum"), Plan.DAY),
                        "mrf_cost",
                        -part.get("priority").number(100),
                        "cost",
                        0.0);
            case "turbine" -> turbine(name, part);
            case "demand" -> demand(name, part);
            default -> plan.node(name, "Output", "cost", part.get("cost").number(0));
        }
    }

    private Object amount(String name, Element given) {
        return given.missing() ? (Object) Double.POSITIVE_INFINITY : series.read(name, given, Plan.DAY);
    }

    private void reach(String name, Element part) {
        if (part.has("delay_days")) {
            plan.node(
                    name,
                    "DelayNode",
                    "days",
                    part.get("delay_days").integer(),
                    "initial_flow",
                    part.get("initial").number(0) * Plan.DAY);
        } else {
            plan.node(name, "Link", "max_flow", amount(name + " capacity", part.get("capacity")));
        }
    }

    private void store(String name, Element part, boolean lake) {
        Object capacity = part.need("capacity").number();
        Object dead = part.get("dead").number(0);
        if (part.has("from_year")) {
            int year = part.get("from_year").integer();
            capacity = plan.parameter(
                    name + " capacity",
                    "currentyearthreshold",
                    "threshold",
                    year,
                    "predicate",
                    "GE",
                    "values",
                    List.of(0.0, capacity));
            dead = plan.parameter(
                    name + " dead",
                    "currentyearthreshold",
                    "threshold",
                    year,
                    "predicate",
                    "GE",
                    "values",
                    List.of(0.0, dead));
        }
        Map<String, Object> node = plan.node(
                name,
                "Storage",
                "max_volume",
                capacity,
                "min_volume",
                dead,
                "initial_volume",
                part.get("initial").number(0),
                "cost",
                -part.get("keep").number(1));
        if (part.has("rule")) {
            // above the rule curve water may go for what it is worth, below it is dear
            double[] rule = part.get("rule").numbers();
            String curve = plan.monthly(
                    name + " rule",
                    Arrays.stream(rule)
                            .map(v -> v / part.need("capacity").number())
                            .toArray());
            double keep = part.get("keep").number(1);
            node.put(
                    "cost",
                    plan.parameter(
                            name + " value",
                            "controlcurve",
                            "storage_node",
                            name,
                            "control_curves",
                            List.of(curve),
                            "values",
                            List.of(-keep, -part.get("keep_below_rule").number(50))));
        }
        if (part.has("curve")) {
            Element curve = part.get("curve");
            List<Double> volumes = list(curve.need("volume"));
            String area = plan.parameter(
                    name + " area",
                    "interpolatedvolume",
                    "node",
                    name,
                    "volumes",
                    volumes,
                    "values",
                    list(curve.need("area")),
                    "interp_kwargs",
                    Map.of("bounds_error", false, "fill_value", "extrapolate"));
            node.put("area", area);
            if (curve.has("level")) {
                node.put(
                        "level",
                        plan.parameter(
                                name + " level",
                                "interpolatedvolume",
                                "node",
                                name,
                                "volumes",
                                volumes,
                                "values",
                                list(curve.get("level")),
                                "interp_kwargs",
                                Map.of("bounds_error", false, "fill_value", "extrapolate")));
            }
            if (part.has("evaporation")) {
                // km2 x mm = 1,000 m3
                Object rate = series.read(name + " evaporation rate", part.get("evaporation"), 1e-3 / MONTH);
                plan.product(name + " evaporation loss", area, rate);
                plan.node(name + " evaporation", "Output", "max_flow", name + " evaporation loss", "cost", -1000.0);
                plan.edge(name, name + " evaporation");
            }
        }
        if (part.has("release")) {
            plan.node(
                    name + " release",
                    "RiverGauge",
                    "mrf",
                    series.read(name + " wanted release", part.get("release"), Plan.DAY),
                    "mrf_cost",
                    -part.get("release_priority").number(60),
                    "cost",
                    0.0);
            plan.edge(name, name + " release");
        }
        Element observed = part.get("observed");
        if (observed.given() && observed.has("storage")) {
            plan.observed.put(name, Map.of("volume", series.observed(observed.get("storage"), true, 1)));
        }
        if (observed.given() && observed.has("release") && plan.nodes.containsKey(name + " release")) {
            plan.observed.put(
                    name + " release", Map.of("flow", series.observed(observed.get("release"), false, Plan.DAY)));
        }
        plan.record(name + (lake ? " lake" : " storage"), "MinimumVolumeStorage", name);
    }

    private static List<Double> list(Element given) {
        return Arrays.stream(given.numbers()).boxed().toList();
    }

    private void turbine(String name, Element part) {
        plan.node(
                name,
                "Link",
                "max_flow",
                amount(name + " capacity", part.get("capacity")),
                "cost",
                -part.get("worth").number(0));
        String store = part.need("reservoir").text();
        Map<String, Object> recorder = new LinkedHashMap<>();
        recorder.put("type", "TotalHydroEnergy");
        recorder.put("node", name);
        recorder.put("water_elevation_parameter", store + " level");
        recorder.put("turbine_elevation", part.need("tailwater").number());
        recorder.put("efficiency", part.get("efficiency").number(0.87));
        // million m3 a day to m3/s, then watts times days to GWh
        recorder.put("flow_unit_conversion", 1 / Plan.DAY);
        recorder.put("energy_unit_conversion", 24e-9);
        plan.recorders.put(name + " energy GWh", recorder);
        if (part.has("energy_target")) {
            plan.parameter(name + " target MW", "monthlyprofile", "values", list(part.get("energy_target")));
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

    private void demand(String name, Element part) {
        Object wanted =
                part.has("crops") ? crops(name, part) : series.read(name + " demand", part.need("flow"), Plan.DAY);
        double worth = part.get("priority").number(20);
        plan.node(name, "Output", "max_flow", wanted, "cost", -worth);
        if (part.has("equal_share")) {
            shares.add(name, worth, part.get("equal_share"));
        }
        plan.record(name + " deficit", "TotalDeficitNode", name);
        if (part.has("return")) {
            Element back = part.get("return");
            plan.parameter(
                    name + " delayed",
                    "flowdelay",
                    "node",
                    name,
                    "timesteps",
                    Math.max(1, back.get("steps").integer(1)),
                    "initial_flow",
                    0.0);
            plan.product(
                    name + " return flow", name + " delayed", back.need("share").number());
            plan.node(name + " return", "Catchment", "flow", name + " return flow");
            plan.edge(name + " return", back.need("to").text());
        }
    }

    /** Demand of crops by month, in million m3 a day. */
    private Object crops(String name, Element part) {
        double[] wanted = Crops.wanted(part);
        for (int m = 0; m < wanted.length; m++) {
            wanted[m] *= Plan.DAY;
        }
        return plan.monthly(name + " demand", wanted);
    }

    /** Joins the parts by their {@code to}, a name or a list of names. */
    void connect(Element model) {
        parts.forEach((name, part) -> {
            Element to = part.get("to");
            if (to.missing()) {
                return;
            }
            String from = plan.nodes.containsKey(name + " release") ? name + " release" : name;
            for (Element end : to.isList() ? to.items() : List.of(to)) {
                String entrance = entrances.get(end.text());
                if (entrance == null) {
                    throw end.fail("there is no part " + end.show(), "it is one of " + parts.keySet() + ".");
                }
                boolean demandAtStore =
                        part.has("reservoir") && parts.get(end.text()) instanceof Element other && other.has("demand");
                plan.edge(demandAtStore ? name : from, entrance);
            }
        });
        shares.finish();
        scenarios(model);
    }

    /** A scenario multiplies all inflows. */
    private void scenarios(Element model) {
        model.get("scenarios").fields().forEach((scenario, given) -> {
            plan.parameter(
                    "scenario " + scenario,
                    "constantscenario",
                    "scenario",
                    scenario,
                    "values",
                    list(given.need("inflow")));
            parts.forEach((name, part) -> {
                if (part.has("inflow")) {
                    Map<String, Object> node = java.util.Objects.requireNonNull(plan.nodes.get(name));
                    node.put(
                            "flow",
                            plan.product(
                                    name + " " + scenario,
                                    java.util.Objects.requireNonNull(node.get("flow")),
                                    "scenario " + scenario));
                }
            });
        });
    }
}

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
            case "reservoir", "lake" -> new Stores(plan, series).add(name, part, kind.equals("lake"));
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
                        amount(series, name + " capacity", part.get("capacity")));
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
            case "turbine" -> new Turbines(plan, series).add(name, part);
            case "demand" -> demand(name, part);
            default -> plan.node(name, "Output", "cost", part.get("cost").number(0));
        }
    }

    /** A greatest flow; none where nothing is given. */
    static Object amount(Series series, String name, Element given) {
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
            plan.node(name, "Link", "max_flow", amount(series, name + " capacity", part.get("capacity")));
        }
    }

    static List<Double> list(Element given) {
        return Arrays.stream(given.numbers()).boxed().toList();
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

package org.darya.basin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/**
 * Reservoirs and lakes of a readable model: capacity and dead volume, what is worth keeping, the curve of volume, area and level,
 * what the water surface loses and gains, the wanted release, and what was observed.
 */
final class Stores {
    /** Mean days of a month: evaporation and rain are given by month, flow by day. */
    private static final double MONTH = 365.25 / 12;
    /** km2 x mm = 1,000 m3. */
    private static final double MILLION_OF_SURFACE = 1e-3 / MONTH;
    /** What happens by itself is dearer to forgo than any user. */
    private static final double BY_ITSELF = -1000.0;

    private static final String YEARS = "write a volume for each year from which it holds.";

    private final Plan plan;
    private final Series series;

    Stores(Plan plan, Series series) {
        this.plan = plan;
        this.series = series;
    }

    void add(String name, Element part, boolean lake) {
        Map<String, Object> node = plan.node(
                name,
                "Storage",
                "max_volume",
                volume(name + " capacity", part, part.need("capacity")),
                "min_volume",
                volume(name + " dead", part, part.get("dead")),
                "initial_volume",
                part.get("initial").number(0));
        if (part.has("rule") || part.has("flood")) {
            node.put("zones", zones(name, part));
        } else {
            node.put("cost", -part.get("keep").number(1));
        }
        if (part.has("curve")) {
            surface(name, part, node);
        }
        if (part.has("seepage")) {
            plan.node(
                    name + " seepage",
                    "Output",
                    "max_flow",
                    series.read(name + " seepage rate", part.get("seepage"), Plan.DAY),
                    "cost",
                    BY_ITSELF);
            plan.edge(name, name + " seepage");
        }
        if (part.has("release") || part.get("observed").has("release")) {
            release(name, part);
        }
        observed(name, part.get("observed"));
        plan.record(name + (lake ? " lake" : " storage"), "MinimumVolumeStorage", name);
    }

    /** A volume, or one from each of some years on; nothing before the year in which a reservoir is commissioned. */
    private Object volume(String name, Element part, Element given) {
        if (given.missing() || given.isNumber()) {
            double volume = given.number(0);
            return part.has("from_year") ? since(name, part.get("from_year").integer(), volume) : volume;
        }
        if (part.has("from_year")) {
            throw given.fail("volumes by year beside from_year", "give the volume of the first year only.");
        }
        List<Object> rises = new ArrayList<>();
        double before = 0;
        int last = Integer.MIN_VALUE;
        for (var from : given.fields().entrySet()) {
            int year = year(given, from.getKey());
            if (year <= last) {
                throw given.fail(year + " follows " + last, "give the years from the first to the last.");
            }
            double volume = from.getValue().number();
            rises.add(since(name + " from " + year, rises.isEmpty() ? 0 : year, volume - before));
            before = volume;
            last = year;
        }
        if (rises.isEmpty()) {
            throw given.fail("there is no year", YEARS);
        }
        return plan.parameter(name, "aggregated", "agg_func", "sum", "parameters", rises);
    }

    private static int year(Element given, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw given.fail("\"" + text + "\" is no year", YEARS);
        }
    }

    private String since(String name, int year, double volume) {
        return plan.parameter(
                name, "currentyearthreshold", "threshold", year, "predicate", "GE", "values", List.of(0.0, volume));
    }

    /** Below the rule curve water is dear, above it may go for what it is worth, and in the flood zone it is better gone. */
    private List<Object> zones(String name, Element part) {
        List<Object> zones = new ArrayList<>();
        Map<String, Object> drawn = new LinkedHashMap<>();
        if (part.has("rule")) {
            drawn.put("rule", volumes(part.get("rule")));
            zones.add(Map.of(
                    "name",
                    "below its rule curve",
                    "to",
                    plan.monthly(name + " rule", part.get("rule").numbers()),
                    "cost",
                    -part.get("keep_below_rule").number(50)));
        }
        String middle = part.has("rule") ? "above its rule curve" : "below its flood zone";
        double keep = -part.get("keep").number(1);
        if (part.has("flood")) {
            drawn.put("flood", volumes(part.get("flood")));
            zones.add(Map.of(
                    "name",
                    middle,
                    "to",
                    plan.monthly(name + " flood", part.get("flood").numbers()),
                    "cost",
                    keep));
            zones.add(
                    Map.of("name", "flood zone", "cost", part.get("flood_cost").number(10)));
        } else {
            zones.add(Map.of("name", middle, "cost", keep));
        }
        plan.rules.put(name, drawn);
        return zones;
    }

    private static List<Double> volumes(Element given) {
        List<Double> volumes = Parts.list(given);
        if (volumes.size() != 12) {
            throw given.fail(volumes.size() + " volumes", "give twelve, for the end of January to December.");
        }
        return volumes;
    }

    private void surface(String name, Element part, Map<String, Object> node) {
        Element curve = part.get("curve");
        List<Double> volumes = curve("volume", curve);
        List<Double> areas = curve("area", curve);
        String area = along(name + " area", name, volumes, areas);
        node.put("area", area);
        if (curve.has("level")) {
            List<Double> levels = curve("level", curve);
            node.put("level", along(name + " level", name, volumes, levels));
            plan.curves.put(name, new LinkedHashMap<>(Map.of("volume", volumes, "area", areas, "level", levels)));
        }
        if (part.has("evaporation")) {
            Object rate = series.read(name + " evaporation rate", part.get("evaporation"), MILLION_OF_SURFACE);
            plan.product(name + " evaporation loss", area, rate);
            plan.node(name + " evaporation", "Output", "max_flow", name + " evaporation loss", "cost", BY_ITSELF);
            plan.edge(name, name + " evaporation");
        }
        if (part.has("rain")) {
            Object rate = series.read(name + " rain rate", part.get("rain"), MILLION_OF_SURFACE);
            plan.product(name + " rain gain", area, rate);
            plan.node(name + " rain", "Catchment", "flow", name + " rain gain");
            plan.edge(name + " rain", name);
        }
    }

    /** A column of the curve; volumes must rise, and all columns be of one length. */
    private static List<Double> curve(String column, Element curve) {
        List<Double> values = Parts.list(curve.need(column));
        int length = curve.need("volume").items().size();
        if (values.size() != length || length < 2) {
            throw curve.get(column)
                    .fail(
                            values.size() + " values beside " + length + " volumes",
                            "give two or more volumes and an area and a level for each.");
        }
        for (int i = 1; i < values.size() && !column.equals("area"); i++) {
            if (!(values.get(i) > values.get(i - 1))) {
                throw curve.get(column)
                        .fail(
                                values.get(i) + " follows " + values.get(i - 1),
                                "give the lowest first; each must rise.");
            }
        }
        return values;
    }

    private String along(String name, String store, List<Double> volumes, List<Double> values) {
        return plan.parameter(
                name,
                "interpolatedvolume",
                "node",
                store,
                "volumes",
                volumes,
                "values",
                values,
                "interp_kwargs",
                Map.of("bounds_error", false, "fill_value", "extrapolate"));
    }

    private void release(String name, Element part) {
        Element wanted = part.get("release");
        plan.node(
                name + " release",
                "RiverGauge",
                "mrf",
                wanted.missing() ? (Object) 0.0 : series.read(name + " wanted release", wanted, Plan.DAY),
                "mrf_cost",
                -part.get("release_priority").number(60),
                "cost",
                0.0);
        plan.edge(name, name + " release");
    }

    private void observed(String name, Element observed) {
        if (observed.missing()) {
            return;
        }
        Map<String, Object> ofStore = new LinkedHashMap<>();
        if (observed.has("storage")) {
            ofStore.put("volume", series.observed(observed.get("storage"), true, 1));
        }
        if (observed.has("level")) {
            if (!plan.curves.containsKey(name)) {
                throw observed.get("level")
                        .fail("the part has no curve with levels", "add curve: {volume, area, level}.");
            }
            ofStore.put("level", series.observed(observed.get("level"), true, 1));
        }
        if (!ofStore.isEmpty()) {
            plan.observed.put(name, ofStore);
        }
        if (observed.has("release")) {
            plan.observed.put(
                    name + " release", Map.of("flow", series.observed(observed.get("release"), false, Plan.DAY)));
        }
    }
}

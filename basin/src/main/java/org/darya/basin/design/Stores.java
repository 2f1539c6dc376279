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
        if (Double.isInfinite(capacity(part))) {
            throw part.get("capacity").fail("an infinite capacity", "give more than there will ever be.");
        }
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

    /** The greatest capacity of any year. */
    private static double capacity(Element part) {
        Element given = part.need("capacity");
        return given.isNumber()
                ? given.number()
                : given.fields().values().stream()
                        .mapToDouble(Element::number)
                        .max()
                        .orElseThrow(() -> given.fail("there is no year", YEARS));
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
        Map<String, Object> drawn = new LinkedHashMap<>();
        List<Object> zones = new ArrayList<>();
        Element keep = part.get("keep");
        double worth = keep.number(1);
        if (part.has("rule")) {
            Element below = part.get("keep_below_rule");
            if (below.number(50) < worth) {
                throw (below.given() ? below : keep)
                        .fail(
                                "water below the rule is worth " + below.number(50) + ", water above it " + worth,
                                "the two are swapped; keep_below_rule is the greater one, 50 unless given.");
            }
            drawn.put("rule", volumes(part, "rule"));
            String end = plan.parameter(name + " rule", "monthlyprofile", "values", drawn.get("rule"));
            zones.add(Plan.fields("name", "below its rule curve", "to", end, "cost", -below.number(50)));
        }
        String middle = part.has("rule") ? "above its rule curve" : "below its flood zone";
        if (part.has("flood")) {
            double cost = part.get("flood_cost").number(10);
            if (cost < -worth) {
                throw part.get("flood_cost")
                        .fail(
                                "water in the flood zone is worth " + -cost + ", water below it " + worth,
                                "flood_cost has the wrong sign: what it costs to hold the water is positive.");
            }
            drawn.put("flood", volumes(part, "flood"));
            String end = plan.parameter(name + " flood", "monthlyprofile", "values", drawn.get("flood"));
            zones.add(Plan.fields("name", middle, "to", end, "cost", -worth));
            zones.add(Plan.fields("name", "flood zone", "cost", cost));
        } else {
            zones.add(Plan.fields("name", middle, "cost", -worth));
        }
        plan.rules.put(name, drawn);
        return zones;
    }

    /** Twelve volumes that lie in the store, and those of the flood zone not below the rule. */
    private static List<Double> volumes(Element part, String field) {
        List<Element> given = part.get(field).items();
        if (given.size() != 12) {
            throw part.get(field).fail(given.size() + " volumes", "give twelve, for the end of January to December.");
        }
        double capacity = capacity(part);
        List<Double> volumes = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            double volume = given.get(month).number();
            if (volume < 0 || volume > capacity) {
                throw given.get(month)
                        .fail(
                                volume + " is no volume between 0 and the capacity of " + capacity,
                                "it is a level, or in another unit: volumes are in million m3.");
            }
            if (field.equals("flood") && part.has("rule")) {
                double rule = part.get("rule").items().get(month).number();
                if (volume < rule) {
                    throw given.get(month)
                            .fail(
                                    "the flood zone begins at " + volume + ", below the rule of " + rule,
                                    "the two are swapped.");
                }
            }
            volumes.add(volume);
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
            plan.curves.put(name, Plan.fields("volume", volumes, "area", areas, "level", levels));
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
                Plan.fields("bounds_error", false, "fill_value", "extrapolate"));
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

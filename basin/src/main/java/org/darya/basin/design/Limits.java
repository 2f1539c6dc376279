package org.darya.basin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;

/**
 * Limits of countries by season: the sum of a country's deliveries in a season is bounded by a volume, perhaps cut by an
 * equal share for all. A limit is an account that is filled up when its season begins.
 */
final class Limits {

    private final Plan plan;
    private final Parts parts;

    Limits(Plan plan, Parts parts) {
        this.plan = plan;
        this.parts = parts;
    }

    void add(Element limits) {
        Map<String, String> countries = parts.countries();
        int[] seasons = seasons(limits);
        if (!countries.isEmpty()) {
            plan.allocation.put("vegetation", seasons[0]);
            plan.allocation.put("non_vegetation", seasons[1]);
            plan.allocation.put("countries", table);
            Map<String, List<Object>> demands = new LinkedHashMap<>();
            countries.forEach((demand, country) ->
                    demands.computeIfAbsent(country, key -> new ArrayList<>()).add(demand));
            demands.forEach((country, names) -> table.put(country, new LinkedHashMap<>(Map.of("demands", names))));
        }
        if (limits.missing()) {
            return;
        }
        double share = limits.get("share").number(1);
        if (!(share >= 0)) {
            throw limits.get("share").fail("a share of " + share, "0.9 cuts every limit by 10 percent.");
        }
        for (var entry : limits.need("countries").fields().entrySet()) {
            String country = entry.getKey();
            List<String> members = new ArrayList<>();
            countries.forEach((demand, of) -> {
                if (of.equals(country)) {
                    members.add(demand);
                }
            });
            if (members.isEmpty()) {
                throw entry.getValue()
                        .fail("no demand belongs to \"" + country + '"', "give demands 'country: " + country + "'.");
            }
            season(
                    country,
                    "vegetation",
                    members,
                    seasons[0],
                    seasons[1],
                    entry.getValue().get("vegetation"),
                    share);
            season(
                    country,
                    "non-vegetation",
                    members,
                    seasons[1],
                    seasons[0],
                    entry.getValue().get("non_vegetation"),
                    share);
        }
    }

    /** First month of the vegetation and of the non-vegetation season. */
    private static int[] seasons(Element limits) {
        if (limits.missing() || !limits.has("seasons")) {
            return new int[] {4, 10};
        }
        List<Element> months = limits.get("seasons").items();
        if (months.size() != 2
                || months.stream().anyMatch(month -> month.integer() < 1 || month.integer() > 12)
                || months.get(0).integer() == months.get(1).integer()) {
            throw limits.get("seasons")
                    .fail(
                            "two different months are expected, not "
                                    + limits.get("seasons").show(),
                            "write [4, 10].");
        }
        return new int[] {months.get(0).integer(), months.get(1).integer()};
    }

    private final Map<String, Map<String, Object>> table = new LinkedHashMap<>();

    private void season(
            String country, String season, List<String> members, int from, int until, Element given, double share) {
        if (given.missing()) {
            return;
        }
        double volume = given.number() * share;
        Map<String, Object> row = table.get(country);
        if (row != null) {
            row.put(season, volume);
        }
        int last = until == 1 ? 12 : until - 1;
        plan.node(
                country + " limit " + season,
                "SeasonalVirtualStorage",
                "nodes",
                new ArrayList<>(members),
                "max_volume",
                volume,
                "initial_volume",
                volume,
                "reset_day",
                1,
                "reset_month",
                from,
                // the last day itself no longer binds: the season ends on the first of the month after
                "end_day",
                1,
                "end_month",
                last == 12 ? 1 : last + 1);
    }
}

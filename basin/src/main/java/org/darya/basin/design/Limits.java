package org.darya.basin.design;

import java.util.ArrayList;
import java.util.Arrays;
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
        if (limits.missing()) {
            return;
        }
        double share = limits.get("share").number(1);
        int[] seasons = limits.has("seasons")
                ? Arrays.stream(limits.get("seasons").numbers())
                        .mapToInt(x -> (int) x)
                        .toArray()
                : new int[] {4, 10};
        Map<String, String> countries = parts.countries();
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

    private void season(
            String country, String season, List<String> members, int from, int until, Element given, double share) {
        if (given.missing()) {
            return;
        }
        double volume = given.number() * share;
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

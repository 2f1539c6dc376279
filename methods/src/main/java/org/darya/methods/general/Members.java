package org.darya.methods.general;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.darya.methods.Call;
import org.darya.methods.Coverage;
import org.darya.methods.Period;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Used;

/** The members of an aggregate that have both values in a period; series belong together when their tags agree. */
record Members(Period period, List<Pair> pairs, Coverage coverage, Status status, List<Used> used) {

    /** The two numbers of one member. */
    record Pair(double first, double second) {}

    double products() {
        return pairs.stream().mapToDouble(pair -> pair.first() * pair.second()).sum();
    }

    double firsts() {
        return pairs.stream().mapToDouble(Pair::first).sum();
    }

    double seconds() {
        return pairs.stream().mapToDouble(Pair::second).sum();
    }

    static List<Members> of(Call call, String first, String second) {
        Map<Map<String, String>, Series> partners = new HashMap<>();
        for (Series series : call.all(second)) {
            if (partners.put(series.tags(), series) != null) {
                throw new IllegalArgumentException(
                        "Two series of the input (%s) have the tags %s.\nMaybe a tag such as country is missing."
                                .formatted(second, series.tags()));
            }
        }
        TreeSet<Period> periods = new TreeSet<>();
        call.all(first).forEach(series -> series.points().forEach(point -> periods.add(point.period())));
        IdentityHashMap<Series, Map<Period, Sample>> known = new IdentityHashMap<>();
        call.all(first).forEach(series -> known.put(series, series.byPeriod()));
        call.all(second).forEach(series -> known.put(series, series.byPeriod()));
        List<Members> all = new ArrayList<>();
        for (Period period : periods) {
            all.add(at(period, call.all(first), first, second, partners, known));
        }
        return all;
    }

    private static Members at(
            Period period,
            List<Series> firsts,
            String first,
            String second,
            Map<Map<String, String>, Series> partners,
            IdentityHashMap<Series, Map<Period, Sample>> known) {
        List<Pair> pairs = new ArrayList<>();
        List<Used> used = new ArrayList<>();
        Status status = Status.OBSERVED;
        for (Series series : firsts) {
            Series partner = partners.get(series.tags());
            Sample a = known.getOrDefault(series, Map.of()).get(period);
            Sample b = partner == null
                    ? null
                    : known.getOrDefault(partner, Map.of()).get(period);
            if (partner != null && a != null && b != null) {
                pairs.add(new Pair(a.number(), b.number()));
                status = status.weaker(a.status()).weaker(b.status());
                used.add(new Used(first, series.id(), period, period, 1));
                used.add(new Used(second, partner.id(), period, period, 1));
            }
        }
        return new Members(period, pairs, new Coverage(pairs.size(), firsts.size()), status, used);
    }
}

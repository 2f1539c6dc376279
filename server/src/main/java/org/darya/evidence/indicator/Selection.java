package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.darya.evidence.Indicator;
import org.darya.evidence.Indicator.Input;
import org.darya.evidence.SeriesData;

/** Finds the series that an indicator names. */
final class Selection {
    private Selection() {}

    static List<Chosen> of(Indicator indicator, Pool pool, Map<String, Computed> others) throws Faulty {
        List<Chosen> all = new ArrayList<>();
        List<Faulty.Fault> faults = new ArrayList<>();
        indicator
                .inputs()
                .forEach((name, inputs) -> inputs.forEach(input -> {
                    List<SeriesData> offered = offered(input, pool, others);
                    int before = all.size();
                    for (SeriesData series : offered) {
                        choose(indicator, name, input, series, all);
                    }
                    if (all.size() == before) {
                        faults.add(nothing(name, input, offered));
                    }
                }));
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        return all;
    }

    private static List<SeriesData> offered(Input input, Pool pool, Map<String, Computed> others) {
        if (input.dataset() != null) {
            return pool.series(input.dataset(), String.valueOf(input.series()));
        }
        Computed other = others.get(String.valueOf(input.indicator()));
        return other == null ? List.of() : Lines.asSeries(String.valueOf(input.indicator()), other);
    }

    private static void choose(Indicator indicator, String name, Input input, SeriesData series, List<Chosen> all) {
        List<String> by = input.by() == null ? indicator.by() : input.by();
        Map<String, String> key = new LinkedHashMap<>();
        Map<String, String> tags = new TreeMap<>(input.tags());
        Map<String, String> rest = new TreeMap<>(series.dimensions());
        for (Map.Entry<String, String> fixed : input.where().entrySet()) {
            if (!fixed.getValue().equals(rest.remove(fixed.getKey()))) {
                return;
            }
        }
        for (String dimension : by) {
            String code = rest.remove(dimension);
            if (code != null) {
                key.put(dimension, code);
            }
        }
        for (String dimension : input.across()) {
            String code = rest.remove(dimension);
            if (code == null) {
                return;
            }
            tags.put(dimension, code);
        }
        if (rest.isEmpty()) {
            all.add(new Chosen(name, series, key, by, tags));
        }
    }

    private static Faulty.Fault nothing(String name, Input input, List<SeriesData> offered) {
        String place = input.dataset() == null
                ? "the indicator %s".formatted(input.indicator())
                : "the dataset %s".formatted(input.dataset());
        if (offered.isEmpty()) {
            return new Faulty.Fault(
                    "The input \"%s\" finds no series \"%s\" in %s.".formatted(name, input.series(), place),
                    "Maybe the code in the column \"indicator\" is written otherwise.");
        }
        Set<String> dimensions = new LinkedHashSet<>();
        offered.forEach(series -> dimensions.addAll(series.dimensions().keySet()));
        return new Faulty.Fault(
                "The input \"%s\" finds no series in %s: of %d with the code \"%s\" none has exactly the dimensions asked for."
                        .formatted(name, place, offered.size(), input.series()),
                "Maybe one of their dimensions %s stands neither in \"by\" nor in \"where\".".formatted(dimensions));
    }
}

package org.darya.methods;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The series of one call, by the name of the input. */
public record Inputs(Map<String, List<Series>> series) {
    public Inputs {
        Map<String, List<Series>> copy = new LinkedHashMap<>();
        series.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        series = Collections.unmodifiableMap(copy);
    }

    public static Inputs of(String name, Series... series) {
        return new Inputs(Map.of(name, List.of(series)));
    }

    public Inputs and(String name, Series... more) {
        Map<String, List<Series>> all = new LinkedHashMap<>(series);
        all.computeIfAbsent(name, n -> new ArrayList<>());
        List<Series> list = new ArrayList<>(all.getOrDefault(name, List.of()));
        list.addAll(List.of(more));
        all.put(name, list);
        return new Inputs(all);
    }
}

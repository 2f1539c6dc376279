package org.darya.methods;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a method gives: for each declared output the outcomes in order of time, and remarks that belong beside them. */
public record Result(
        String method, int version, Map<String, Ucum> units, Map<String, List<Outcome>> outputs, List<Reason> notes) {
    public Result {
        Map<String, List<Outcome>> copy = new LinkedHashMap<>();
        outputs.forEach((name, outcomes) -> copy.put(name, List.copyOf(outcomes)));
        outputs = Collections.unmodifiableMap(copy);
        units = Map.copyOf(units);
        notes = List.copyOf(notes);
    }

    public List<Outcome> of(String output) {
        List<Outcome> outcomes = outputs.get(output);
        if (outcomes == null) {
            throw new IllegalArgumentException("The method %s has no output (%s).\nMaybe one of these is meant: %s."
                    .formatted(method, output, outputs.keySet()));
        }
        return outcomes;
    }

    /** The unit of an output in this call, also where no value came out. */
    public Ucum unit(String output) {
        of(output);
        return units.getOrDefault(output, Ucum.ONE);
    }

    /** An output as a series again, so that one method can feed another. */
    public Series series(String output) {
        List<Point> points = new ArrayList<>();
        of(output).forEach(outcome -> points.add(new Point(outcome.period(), outcome.value())));
        return new Series(method + "/" + output, Map.of(), unit(output), points);
    }
}

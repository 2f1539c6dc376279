package org.darya.basin.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.darya.basin.read.Element;

/**
 * The scenarios of a model and the combinations that are simulated.
 *
 * @param scenarios the scenarios; the first varies slowest
 * @param combinations for each simulated combination the alternative of each scenario; never empty, with no scenarios it is
 *     one empty combination
 */
public record Scenarios(List<Scenario> scenarios, List<int[]> combinations) {

    private static final int MAX_COMBINATIONS = 1_000_000;

    /** Reads {@code scenarios} and {@code scenario_combinations} of a model. */
    public static Scenarios read(Element model) {
        List<Scenario> scenarios = new ArrayList<>();
        List<int[]> slices = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element given : model.get("scenarios").items()) {
            String name = given.need("name").text();
            int size = given.get("size").integer(1);
            if (size < 1 || size > MAX_COMBINATIONS) {
                throw given.get("size")
                        .fail("a scenario of size " + size, "give it 1 to " + MAX_COMBINATIONS + " alternatives.");
            }
            if (!names.add(name)) {
                throw given.fail("a second scenario has this name", "rename one of them.");
            }
            List<String> labels = given.get("ensemble_names").words();
            if (!labels.isEmpty() && labels.size() != size) {
                throw given.get("ensemble_names")
                        .fail(labels.size() + " names for " + size + " alternatives", "make them equal.");
            }
            scenarios.add(new Scenario(name, size, labels));
            slices.add(slice(given.get("slice"), size));
        }
        Element chosen = model.get("scenario_combinations");
        if (chosen.given() && chosen.items().isEmpty()) {
            throw chosen.fail("no combination is chosen", "leave it out to run all combinations.");
        }
        List<int[]> combinations = chosen.given() ? chosen(chosen, scenarios) : product(model, slices);
        return new Scenarios(List.copyOf(scenarios), List.copyOf(combinations));
    }

    private static int[] slice(Element given, int size) {
        int from = 0;
        int to = size;
        int step = 1;
        if (given.given()) {
            List<Element> parts = given.items();
            // a slice is written as in Python: [stop], [start, stop] or [start, stop, step], null meaning the default
            if (parts.size() == 1) {
                to = parts.get(0).integer(size);
            } else if (parts.size() >= 2) {
                from = parts.get(0).integer(0);
                to = parts.get(1).integer(size);
                step = parts.size() > 2 ? parts.get(2).integer(1) : 1;
            }
            from = from < 0 ? Math.max(0, from + size) : from;
            to = to < 0 ? to + size : Math.min(to, size);
        }
        if (step < 1 || from >= to) {
            throw given.fail(
                    "the slice " + given.show() + " of " + size + " alternatives is empty", "use [first, last + 1].");
        }
        List<Integer> indices = new ArrayList<>();
        for (int i = from; i < to; i += step) {
            indices.add(i);
        }
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<int[]> chosen(Element given, List<Scenario> scenarios) {
        List<int[]> combinations = new ArrayList<>();
        for (Element row : given.items()) {
            List<Element> items = row.items();
            if (items.size() != scenarios.size()) {
                throw row.fail(
                        items.size() + " indices for " + scenarios.size() + " scenarios", "give one index a scenario.");
            }
            int[] combination = new int[items.size()];
            for (int i = 0; i < combination.length; i++) {
                combination[i] = items.get(i).integer();
                int size = scenarios.get(i).size();
                if (combination[i] < 0 || combination[i] >= size) {
                    throw items.get(i)
                            .fail(
                                    "index " + combination[i] + " of scenario \""
                                            + scenarios.get(i).name() + "\" of size " + size,
                                    "count from 0 to " + (size - 1) + ".");
                }
            }
            combinations.add(combination);
        }
        return combinations;
    }

    private static List<int[]> product(Element model, List<int[]> slices) {
        List<int[]> combinations = new ArrayList<>();
        combinations.add(new int[0]);
        for (int[] slice : slices) {
            List<int[]> longer = new ArrayList<>();
            if ((long) combinations.size() * slice.length > MAX_COMBINATIONS) {
                throw model.get("scenarios")
                        .fail(
                                "more than " + MAX_COMBINATIONS + " combinations",
                                "name the ones you want in scenario_combinations.");
            }
            for (int[] prefix : combinations) {
                for (int index : slice) {
                    int[] combination = java.util.Arrays.copyOf(prefix, prefix.length + 1);
                    combination[prefix.length] = index;
                    longer.add(combination);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Number of combinations. */
    public int size() {
        return combinations.size();
    }

    /** Place of the scenario that an element names. */
    public int find(Element given) {
        for (int i = 0; i < scenarios.size(); i++) {
            if (scenarios.get(i).name().equals(given.text())) {
                return i;
            }
        }
        throw given.fail(
                "there is no scenario " + given.show(),
                "it is one of " + scenarios.stream().map(Scenario::name).toList() + ".");
    }

    /** The combinations from {@code from} to {@code to} exclusive. */
    public Scenarios block(int from, int to) {
        return new Scenarios(scenarios, combinations.subList(from, to));
    }
}

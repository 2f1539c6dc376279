package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.darya.evidence.Indicator;

/** The order of computing: an indicator after those that go into it. */
final class Sequence {
    private Sequence() {}

    /** All indicators; those in a circle are left out. */
    static List<Indicator> of(List<Indicator> indicators) {
        Map<String, Indicator> left = new LinkedHashMap<>();
        indicators.forEach(indicator -> left.put(indicator.id(), indicator));
        List<Indicator> sequence = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            List<Indicator> ready = left.values().stream()
                    .filter(one -> before(one).stream().noneMatch(left::containsKey))
                    .toList();
            ready.forEach(one -> left.remove(one.id()));
            sequence.addAll(ready);
            moved = !ready.isEmpty();
        }
        return sequence;
    }

    /** Ids of the indicators that go into this one. */
    static Set<String> before(Indicator indicator) {
        return indicator.inputs().values().stream()
                .flatMap(List::stream)
                .map(input -> input.indicator())
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }
}

package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.darya.evidence.DatasetTable;
import org.darya.evidence.Indicator;
import org.darya.evidence.Line;
import org.darya.evidence.Member;
import org.darya.evidence.Rehearsal;

/** Computes every indicator of a programme from its files alone. */
public final class Rehearsing {
    private Rehearsing() {}

    public static Rehearsal of(
            List<Indicator> indicators,
            Map<String, DatasetTable> datasets,
            List<Member> members,
            List<String> countries) {
        Pool pool = (dataset, code) -> {
            DatasetTable table = datasets.get(dataset);
            return table == null
                    ? List.of()
                    : table.series().stream()
                            .filter(series -> series.indicator().equals(code))
                            .toList();
        };
        var engine = new Engine(pool, new Frame(members, countries));
        List<Indicator> own = indicators.stream()
                .filter(indicator -> indicator.from() == Indicator.Origin.EVIDENCE)
                .toList();
        List<Rehearsal.Fault> faults = new ArrayList<>();
        Map<String, Computed> computed = new LinkedHashMap<>();
        List<Indicator> sequence = Sequence.of(own);
        own.stream()
                .filter(indicator -> !sequence.contains(indicator))
                .forEach(indicator -> faults.add(new Rehearsal.Fault(
                        indicator.id(),
                        "\"%s\" is computed from itself by way of others.".formatted(indicator.id()),
                        "Maybe one of its inputs names the wrong indicator.")));
        for (Indicator indicator : sequence) {
            try {
                computed.put(indicator.id(), engine.prepare(indicator, computed).computed());
            } catch (Faulty e) {
                e.faults()
                        .forEach(fault ->
                                faults.add(new Rehearsal.Fault(indicator.id(), fault.message(), fault.maybe())));
            }
        }
        Map<String, Rehearsal.Shape> shapes = computed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Rehearsal.Shape(
                                entry.getValue().version(),
                                entry.getValue().unit(),
                                entry.getValue().lines().stream().map(Line::key).toList())));
        return new Rehearsal(shapes, faults);
    }
}

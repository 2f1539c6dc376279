package org.darya.action.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.Period;
import org.darya.evidence.UsedValue;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.darya.register.Entry;
import org.darya.register.Kind;

/** How many records are in each state; a state that no record is in has no line. */
final class StateLines {
    private StateLines() {}

    static List<Line> ofProjects(Indicator indicator, List<Project> projects, Period period) {
        return lines(
                indicator, projects, Kind.PROJECT, project -> Words.of(project.state()), Project.State.class, period);
    }

    static List<Line> ofInitiatives(Indicator indicator, List<Initiative> initiatives, Period period) {
        return lines(
                indicator,
                initiatives,
                Kind.INITIATIVE,
                initiative -> Words.of(initiative.standing()),
                Initiative.Standing.class,
                period);
    }

    private static <T extends Entry, E extends Enum<E>> List<Line> lines(
            Indicator indicator,
            List<T> records,
            Kind kind,
            Function<T, String> state,
            Class<E> states,
            Period period) {
        String dimension = indicator.by().getFirst();
        Map<String, List<T>> groups = new LinkedHashMap<>();
        Words.of(states).keySet().forEach(word -> groups.put(word, new ArrayList<>()));
        records.forEach(record ->
                groups.getOrDefault(state.apply(record), new ArrayList<>()).add(record));
        List<Line> lines = new ArrayList<>();
        groups.forEach((word, group) -> {
            if (!group.isEmpty()) {
                lines.add(new Line(
                        Map.of(dimension, word),
                        null,
                        false,
                        List.of(new IndicatorValue(
                                period,
                                BigDecimal.valueOf(group.size()),
                                ValueStatus.OBSERVED,
                                null,
                                null,
                                null,
                                group.stream()
                                        .map(one -> used(kind, one, period))
                                        .toList()))));
            }
        });
        return lines;
    }

    private static UsedValue used(Kind kind, Entry record, Period period) {
        return new UsedValue(
                "record",
                kind.word() + "/" + record.id(),
                period.text(),
                period.text(),
                1,
                BigDecimal.ONE,
                "1",
                null,
                null);
    }
}

package org.darya.portal.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.Period;
import org.darya.portal.page.Page;

/** What is said below the numbers: which are missing and why, and which are kept but not used. */
public final class Remarks {
    private Remarks() {}

    /**
     * Periods of a line that have no value for one kind of reason.
     *
     * @param status not reported or not applicable, in words
     * @param reasons every sentence that is given for it
     */
    public record Absence(String line, String periods, String status, List<String> reasons) {}

    /** Numbers of a line that are shown and not used, each with its period. */
    public record Refused(String line, List<String> values) {}

    /** Reasons for missing values, by line. */
    static List<Absence> missing(List<Line> lines, Page page, Naming naming) {
        List<Absence> absences = new ArrayList<>();
        for (Line line : lines) {
            Map<String, List<IndicatorValue>> byCode = new LinkedHashMap<>();
            for (IndicatorValue value : line.values()) {
                if (value.number() == null) {
                    String code = value.status()
                            + (value.reason() == null ? "" : value.reason().code());
                    byCode.computeIfAbsent(code, one -> new ArrayList<>()).add(value);
                }
            }
            byCode.values().forEach(values -> absences.add(absence(line, values, page, naming)));
        }
        return absences;
    }

    private static Absence absence(Line line, List<IndicatorValue> values, Page page, Naming naming) {
        return new Absence(
                naming.line(line),
                spans(values.stream().map(IndicatorValue::period).toList(), naming),
                page.label(values.getFirst().status()),
                values.stream()
                        .map(value -> value.reason() == null
                                ? page.label(value.status())
                                : page.t(value.reason().text()))
                        .distinct()
                        .toList());
    }

    /** Years that follow each other as one span. */
    static String spans(List<Period> periods, Naming naming) {
        List<String> spans = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < periods.size(); i++) {
            boolean ends = i + 1 == periods.size()
                    || !periods.get(i)
                            .last()
                            .plusDays(1)
                            .equals(periods.get(i + 1).first());
            if (ends) {
                String from = naming.period(periods.get(begin));
                String to = naming.period(periods.get(i));
                spans.add(
                        begin == i
                                ? from
                                : from.length() == 4 && to.length() == 4 ? from + "–" + to : from + " – " + to);
                begin = i + 1;
            }
        }
        return String.join(", ", spans);
    }

    /** Numbers that are kept and not used, by line. */
    static List<Refused> refused(List<Part> parts, Naming naming) {
        List<Refused> refused = new ArrayList<>();
        for (Part part : parts) {
            for (Line line : part.lines()) {
                List<String> values = line.values().stream()
                        .filter(value -> value.refused() != null && value.number() != null)
                        .map(value -> naming.period(value.period()) + ": "
                                + part.figure().numbers().full(Objects.requireNonNull(value.number())))
                        .toList();
                if (!values.isEmpty()) {
                    refused.add(new Refused(naming.line(line), values));
                }
            }
        }
        return refused;
    }
}

package org.darya.portal.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.Period;
import org.darya.portal.page.Page;

/** What is said below the numbers: which are missing and why, and which are kept but not used. */
public final class Remarks {
    private Remarks() {}

    /** Periods of a line for which one thing holds. */
    public record Stretch(String line, String periods) {}

    /** A reason, and what it holds for. */
    public record Absence(String reason, List<Stretch> stretches) {}

    /** A number that is shown and not used. */
    public record Refused(String line, String period, String number, String reason, List<String> sources) {}

    /** Reasons for missing values between and after those that are there. */
    static List<Absence> missing(List<Line> lines, Page page, Naming naming) {
        Map<String, Map<String, List<Period>>> reasons = new LinkedHashMap<>();
        for (Line line : lines) {
            for (IndicatorValue value : line.values()) {
                if (value.number() == null) {
                    String reason = value.reason() == null
                            ? page.label(value.status())
                            : page.t(value.reason().text());
                    reasons.computeIfAbsent(reason, text -> new LinkedHashMap<>())
                            .computeIfAbsent(naming.line(line), name -> new ArrayList<>())
                            .add(value.period());
                }
            }
        }
        return reasons.entrySet().stream()
                .map(entry -> new Absence(
                        entry.getKey(),
                        entry.getValue().entrySet().stream()
                                .map(own -> new Stretch(own.getKey(), spans(own.getValue(), naming)))
                                .toList()))
                .toList();
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

    /** Numbers that are kept and not used, each with its reason. */
    static List<Refused> refused(Indicator indicator, List<Part> parts, Page page, Naming naming) {
        List<Refused> refused = new ArrayList<>();
        for (Part part : parts) {
            for (Line line : part.lines()) {
                for (IndicatorValue value : line.values()) {
                    if (value.refused() != null && value.number() != null) {
                        refused.add(new Refused(
                                naming.line(line),
                                naming.period(value.period()),
                                part.figure().numbers().full(Objects.requireNonNull(value.number())),
                                page.t(value.refused()),
                                indicator.refused().stream()
                                        .filter(one -> one.reason().equals(value.refused()))
                                        .flatMap(one -> one.sources().stream())
                                        .distinct()
                                        .toList()));
                    }
                }
            }
        }
        return refused;
    }
}

package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.darya.evidence.Indicator;
import org.darya.evidence.Indicator.Aggregation;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.ValueStatus;
import org.darya.methods.Coverage;
import org.darya.methods.Period;
import org.darya.methods.Point;
import org.darya.methods.Quantity;
import org.darya.methods.Reason;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Ucum;
import org.darya.methods.Value;

/**
 * Values of the region. Inputs are summed over the countries before the method runs, so that a ratio becomes a ratio of
 * sums; or the values of countries are averaged with a weight. A period counts only the countries that have every value
 * in it, and is not reported where they are fewer than the declaration wants.
 */
final class Regional {
    private final Indicator indicator;
    private final List<Chosen> chosen;
    private final LineRun lineRun;
    private final int needed;

    Regional(Indicator indicator, List<Chosen> chosen, LineRun lineRun) {
        this.indicator = indicator;
        this.lineRun = lineRun;
        List<String> own = indicator.head().countries();
        this.chosen = chosen.stream()
                .filter(one -> !one.key().containsKey(Frame.COUNTRY)
                        || own.isEmpty()
                        || own.contains(one.key().get(Frame.COUNTRY)))
                .toList();
        this.needed = Objects.requireNonNullElse(indicator.aggregation().members(), 1);
    }

    List<Line> lines(List<Line> ofCountries) {
        Map<Map<String, String>, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : ofCountries) {
            String country = line.key().get(Frame.COUNTRY);
            if (country != null
                    && (indicator.head().countries().isEmpty()
                            || indicator.head().countries().contains(country))) {
                Map<String, String> rest = new LinkedHashMap<>(line.key());
                rest.remove(Frame.COUNTRY);
                groups.computeIfAbsent(rest, key -> new ArrayList<>()).add(line);
            }
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, members) -> {
            List<IndicatorValue> values =
                    indicator.aggregation().rule() == Aggregation.Rule.SUM_INPUTS ? sums(key) : means(key, members);
            lines.add(new Line(key, null, true, values));
        });
        return lines;
    }

    // ---- a ratio of sums

    /** The series of one country that go in. */
    private record Member(Map<Chosen, Map<Period, Sample>> series) {
        boolean knows(Period period) {
            return series.values().stream().allMatch(values -> values.containsKey(period));
        }
    }

    private List<IndicatorValue> sums(Map<String, String> rest) {
        Map<String, Member> members = new TreeMap<>();
        Map<Chosen, Series> read = new HashMap<>();
        Set<String> inputs = new LinkedHashSet<>();
        for (Chosen one : chosen) {
            String country = one.key().get(Frame.COUNTRY);
            Map<String, String> own = new LinkedHashMap<>(one.key());
            own.remove(Frame.COUNTRY);
            if (country != null && own.equals(rest)) {
                Series series = one.forMethod(
                        row -> new Refusals(indicator).of(one.series().dimensions(), row.period()) != null);
                read.put(one, series);
                inputs.add(part(one));
                members.computeIfAbsent(country, code -> new Member(new LinkedHashMap<>()))
                        .series()
                        .put(one, series.byPeriod());
            }
        }
        int whole = inputs.size();
        int expected = Math.max(members.size(), needed);
        members.values().removeIf(member -> member.series().size() < whole);
        Set<Period> periods = new TreeSet<>();
        members.values().forEach(member -> member.series().values().forEach(values -> periods.addAll(values.keySet())));
        Map<Period, List<Member>> present = new TreeMap<>();
        periods.forEach(period -> present.put(
                period,
                members.values().stream().filter(member -> member.knows(period)).toList()));
        return run(inputs, members, read, present, expected);
    }

    private List<IndicatorValue> run(
            Set<String> parts,
            Map<String, Member> members,
            Map<Chosen, Series> read,
            Map<Period, List<Member>> present,
            int expected) {
        Map<String, List<Series>> inputs = new LinkedHashMap<>();
        for (String part : parts) {
            List<Chosen> all = members.values().stream()
                    .flatMap(member -> member.series().keySet().stream())
                    .filter(one -> part(one).equals(part))
                    .toList();
            if (all.isEmpty()) {
                return List.of();
            }
            Chosen first = all.getFirst();
            Ucum unit = new Ucum(first.series().unit());
            String label = "Σ " + part;
            lineRun.ledger().add(label, all);
            List<Point> points = new ArrayList<>();
            present.forEach(
                    (period, those) -> points.add(new Point(period, sum(part, period, those, read, unit, expected))));
            inputs.computeIfAbsent(first.input(), name -> new ArrayList<>())
                    .add(new Series(label, first.tags(), unit, points));
        }
        List<IndicatorValue> values = new ArrayList<>();
        for (IndicatorValue value : lineRun.run(inputs)) {
            List<Member> those = present.getOrDefault(Periods.forMethod(value.period()), List.of());
            values.add(covered(value, those.size(), expected));
        }
        return List.copyOf(values);
    }

    private Value sum(
            String part, Period period, List<Member> those, Map<Chosen, Series> read, Ucum unit, int expected) {
        if (those.size() < needed) {
            return tooFew(those.size(), expected);
        }
        double sum = 0;
        Status status = Status.OBSERVED;
        for (Member member : those) {
            for (Map.Entry<Chosen, Map<Period, Sample>> entry : member.series().entrySet()) {
                if (part(entry.getKey()).equals(part)) {
                    Sample sample = Objects.requireNonNull(entry.getValue().get(period));
                    Ucum own = Objects.requireNonNull(read.get(entry.getKey())).unit();
                    sum += own.to(unit).applyAsDouble(sample.number());
                    status = status.weaker(sample.status());
                }
            }
        }
        return Value.known(new Quantity(sum, unit), status);
    }

    /** What is summed over the countries into one series. */
    private static String part(Chosen one) {
        return one.tags().isEmpty() ? one.input() : one.input() + " " + one.tags();
    }

    // ---- a weighted mean

    private List<IndicatorValue> means(Map<String, String> rest, List<Line> lines) {
        String weight = String.valueOf(indicator.aggregation().weight());
        Map<Period, Map<String, IndicatorValue>> values = new TreeMap<>();
        for (Line line : lines) {
            String country = String.valueOf(line.key().get(Frame.COUNTRY));
            line.known()
                    .forEach(value -> values.computeIfAbsent(
                                    Periods.forMethod(value.period()), period -> new TreeMap<>())
                            .put(country, value));
        }
        Map<String, Chosen> weights = new TreeMap<>();
        chosen.stream()
                .filter(one -> one.input().equals(weight))
                .forEach(one -> weights.put(String.valueOf(one.key().get(Frame.COUNTRY)), one));
        Map<String, Map<Period, Sample>> numbers = new HashMap<>();
        weights.forEach((country, one) ->
                numbers.put(country, one.forMethod(row -> false).byPeriod()));
        List<IndicatorValue> means = new ArrayList<>();
        values.forEach((period, byCountry) -> means.add(Means.of(
                period, byCountry, weights, numbers, needed, Math.max(lines.size(), needed), lineRun.ledger())));
        return List.copyOf(means);
    }

    // ---- coverage

    private IndicatorValue covered(IndicatorValue value, int present, int expected) {
        var coverage = new IndicatorValue.Coverage(present, expected);
        return present >= needed
                ? new IndicatorValue(
                        value.period(), value.number(), value.status(), value.reason(), coverage, null, value.used())
                : new IndicatorValue(
                        value.period(),
                        null,
                        ValueStatus.NOT_REPORTED,
                        StoredReason.of(tooFew(present, expected).reason()).explained(),
                        coverage,
                        null,
                        List.of());
    }

    private Value.Missing tooFew(int present, int expected) {
        return tooFew(present, expected, needed);
    }

    static Value.Missing tooFew(int present, int expected, int needed) {
        Coverage coverage = new Coverage(present, expected);
        return new Value.NotReported(Reason.of(
                Reason.Why.COVERAGE_TOO_LOW, coverage.present(), coverage.expected(), 100L * needed / expected));
    }
}

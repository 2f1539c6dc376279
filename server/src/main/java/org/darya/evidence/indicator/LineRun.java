package org.darya.evidence.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Period;
import org.darya.evidence.SeriesData;
import org.darya.evidence.ValueStatus;
import org.darya.methods.Input;
import org.darya.methods.Inputs;
import org.darya.methods.Method;
import org.darya.methods.Outcome;
import org.darya.methods.Parameters;
import org.darya.methods.Reason;
import org.darya.methods.Result;
import org.darya.methods.Series;
import org.darya.methods.Ucum;
import org.darya.methods.UnitRule;
import org.darya.methods.Value;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** Runs the method of an indicator for one line after the other, and collects what goes wrong and what is to be said. */
final class LineRun {
    /** Further digits of a double are noise, and differ between machines. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final int MOST_NOTES = 20;

    private final Indicator indicator;
    private final Method method;
    private final List<Chosen> chosen;
    private final Refusals refusals;
    private final Ledger ledger;
    private final Set<Faulty.Fault> faults = new LinkedHashSet<>();
    private final Set<StoredReason> notes = new LinkedHashSet<>();

    LineRun(Indicator indicator, Method method, List<Chosen> chosen) {
        this.indicator = indicator;
        this.method = method;
        this.chosen = chosen;
        this.refusals = new Refusals(indicator);
        this.ledger = new Ledger(chosen);
    }

    Method method() {
        return method;
    }

    Ledger ledger() {
        return ledger;
    }

    void throwFaults() throws Faulty {
        if (!faults.isEmpty()) {
            throw new Faulty(List.copyOf(faults));
        }
    }

    List<StoredReason> notes() {
        return notes.stream().limit(MOST_NOTES).toList();
    }

    /** The values of a line; those that are refused stand among them and say so. */
    List<IndicatorValue> values(Map<String, String> key) {
        List<Chosen> own = chosen.stream().filter(one -> one.matches(key)).toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Map<Period, IndicatorValue> values = new TreeMap<>(LineRun::inTime);
        run(own, true).forEach(value -> values.put(value.period(), value));
        boolean refused =
                own.stream().anyMatch(one -> one.series().rows().stream().anyMatch(row -> refusal(one, row) != null));
        if (refused) {
            for (IndicatorValue value : run(own, false)) {
                LocalText why = whyRefused(own, value.period());
                if (why != null && value.number() != null) {
                    values.put(
                            value.period(),
                            new IndicatorValue(
                                    value.period(),
                                    value.number(),
                                    value.status(),
                                    null,
                                    value.coverage(),
                                    why,
                                    value.used()));
                }
            }
        }
        return List.copyOf(values.values());
    }

    private Indicator.@Nullable Refusal refusal(Chosen one, SeriesData.Row row) {
        return refusals.of(one.series().dimensions(), row.period());
    }

    private @Nullable LocalText whyRefused(List<Chosen> own, Period period) {
        for (Chosen one : own) {
            Indicator.Refusal refusal = refusals.of(one.series().dimensions(), period);
            if (refusal != null) {
                return refusal.reason();
            }
        }
        return null;
    }

    private List<IndicatorValue> run(List<Chosen> own, boolean withoutRefused) {
        Map<String, List<Series>> inputs = new LinkedHashMap<>();
        try {
            for (Chosen one : own) {
                inputs.computeIfAbsent(one.input(), name -> new ArrayList<>())
                        .add(one.forMethod(row -> withoutRefused && refusal(one, row) != null));
            }
            return run(inputs);
        } catch (IllegalArgumentException e) {
            faults.add(Faulty.Fault.of(e));
            return List.of();
        }
    }

    /** @param given series by input; an input that has none for this line gets an empty one */
    List<IndicatorValue> run(Map<String, List<Series>> given) {
        try {
            Map<String, List<Series>> inputs = new LinkedHashMap<>(given);
            String weight = indicator.aggregation().weight();
            boolean only = method.card().inputs().stream()
                    .noneMatch(input -> input.name().equals(weight));
            if (weight != null && only) {
                inputs.remove(weight);
            }
            for (Input input : method.card().inputs()) {
                if (!inputs.containsKey(input.name()) && indicator.inputs().containsKey(input.name())) {
                    inputs.put(input.name(), List.of(empty(input)));
                }
            }
            Result result = method.compute(new Inputs(inputs), new Parameters(indicator.parameters()));
            result.notes().forEach(note -> notes.add(StoredReason.of(note)));
            DoubleUnaryOperator convert = result.unit(indicator.output()).to(new Ucum(indicator.unit()));
            return result.of(indicator.output()).stream()
                    .map(outcome -> value(outcome, convert))
                    .toList();
        } catch (IllegalArgumentException e) {
            faults.add(Faulty.Fault.of(e));
            return List.of();
        }
    }

    private Series empty(Input input) {
        Ucum unit = input.unit() instanceof UnitRule.Fixed(Ucum fixed)
                ? fixed
                : chosen.stream()
                        .filter(one -> one.input().equals(input.name()))
                        .map(one -> new Ucum(one.series().unit()))
                        .findFirst()
                        .orElse(Ucum.ONE);
        return new Series(input.name(), Map.of(), unit, List.of());
    }

    private IndicatorValue value(Outcome outcome, DoubleUnaryOperator convert) {
        var coverage = new IndicatorValue.Coverage(
                outcome.coverage().present(), outcome.coverage().expected());
        Value value = outcome.value();
        BigDecimal least = indicator.least();
        if (value instanceof Value.Known && least != null) {
            Value.Missing missing = outcome.coverage().shortfall(least.doubleValue() * 100);
            value = missing == null ? value : missing;
        }
        Period period = Periods.forPeople(outcome.period());
        return switch (value) {
            case Value.Known known ->
                new IndicatorValue(
                        period,
                        new BigDecimal(convert.applyAsDouble(known.quantity().number()))
                                .round(DIGITS)
                                .stripTrailingZeros(),
                        ValueStatus.valueOf(known.status().name()),
                        null,
                        coverage,
                        null,
                        ledger.used(outcome.used()));
            case Value.Missing missing -> missing(period, missing.status().name(), missing.reason(), coverage, outcome);
        };
    }

    private IndicatorValue missing(
            Period period, String status, Reason reason, IndicatorValue.Coverage coverage, Outcome outcome) {
        return new IndicatorValue(
                period,
                null,
                ValueStatus.valueOf(status),
                StoredReason.of(reason).explained(),
                coverage,
                null,
                ledger.used(outcome.used()));
    }

    private static int inTime(Period a, Period b) {
        int first = a.first().compareTo(b.first());
        return first != 0 ? first : a.last().compareTo(b.last());
    }
}

package org.darya.evidence.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.UsedValue;
import org.darya.evidence.ValueStatus;
import org.darya.methods.Inputs;
import org.darya.methods.Outcome;
import org.darya.methods.Parameters;
import org.darya.methods.Period;
import org.darya.methods.Point;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Ucum;
import org.darya.methods.Used;
import org.darya.methods.Value;
import org.darya.methods.registry.Methods;

/** The weighted mean of the countries' values of one period, by the method of that name. */
final class Means {
    private static final MathContext DIGITS = new MathContext(12);

    private Means() {}

    static IndicatorValue of(
            Period period,
            Map<String, IndicatorValue> values,
            Map<String, Chosen> weights,
            Map<String, Map<Period, Sample>> numbers,
            int needed,
            int expected,
            Ledger ledger) {
        List<Series> value = new ArrayList<>();
        List<Series> weight = new ArrayList<>();
        List<UsedValue> used = new ArrayList<>();
        values.forEach((country, one) -> {
            Sample sample = numbers.getOrDefault(country, Map.of()).get(period);
            Chosen behind = weights.get(country);
            BigDecimal number = one.number();
            if (sample != null && behind != null && number != null) {
                value.add(series(country, Ucum.ONE, period, number.doubleValue(), one.status()));
                weight.add(series(
                        country,
                        new Ucum(behind.series().unit()),
                        period,
                        sample.number(),
                        ValueStatus.valueOf(sample.status().name())));
                used.addAll(one.used());
                used.addAll(ledger.used(List.of(new Used(behind.input(), behind.label(), period, period, 1))));
            }
        });
        var coverage = new IndicatorValue.Coverage(value.size(), expected);
        var shown = Periods.forPeople(period);
        if (value.size() < needed) {
            return new IndicatorValue(
                    shown,
                    null,
                    ValueStatus.NOT_REPORTED,
                    StoredReason.of(Regional.tooFew(value.size(), expected, needed)
                                    .reason())
                            .explained(),
                    coverage,
                    null,
                    List.of());
        }
        Outcome mean = Methods.get("weighted-mean")
                .compute(
                        Inputs.of("value", value.toArray(Series[]::new)).and("weight", weight.toArray(Series[]::new)),
                        Parameters.DEFAULTS)
                .of("mean")
                .getFirst();
        return switch (mean.value()) {
            case Value.Known known ->
                new IndicatorValue(
                        shown,
                        new BigDecimal(known.quantity().number()).round(DIGITS).stripTrailingZeros(),
                        ValueStatus.valueOf(known.status().name()),
                        null,
                        coverage,
                        null,
                        List.copyOf(used));
            case Value.Missing missing ->
                new IndicatorValue(
                        shown,
                        null,
                        ValueStatus.valueOf(missing.status().name()),
                        StoredReason.of(missing.reason()).explained(),
                        coverage,
                        null,
                        List.copyOf(used));
        };
    }

    private static Series series(String country, Ucum unit, Period period, double number, ValueStatus status) {
        Value value = Value.known(new org.darya.methods.Quantity(number, unit), Status.valueOf(status.name()));
        return new Series(country, Map.of(Frame.COUNTRY, country), unit, List.of(new Point(period, value)));
    }
}

package org.darya.agreement.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Finding;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.methods.Inputs;
import org.darya.methods.Outcome;
import org.darya.methods.Parameters;
import org.darya.methods.Period;
import org.darya.methods.Point;
import org.darya.methods.Quantity;
import org.darya.methods.Result;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Ucum;
import org.darya.methods.Value;
import org.darya.methods.registry.Methods;
import org.darya.register.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * The values of a line that are known and used, within a stretch of time.
 *
 * @param unit unit of the numbers
 * @param values in the order of time
 */
record Stretch(Ucum unit, List<IndicatorValue> values) {

    /** The values that lie whole within the period; all where none is given. */
    static Stretch within(Line line, String unit, @Nullable Edtf period) {
        return new Stretch(
                new Ucum(unit),
                line.known().stream()
                        .filter(value -> period == null
                                || (!value.period().first().isBefore(period.first())
                                        && !value.period().last().isAfter(period.last())))
                        .toList());
    }

    /** The value of the period alone, or the newest before its end; the newest of all where none is given. */
    static Stretch upTo(Line line, String unit, @Nullable Edtf period) {
        List<IndicatorValue> before = line.known().stream()
                .filter(value -> period == null || !value.period().last().isAfter(period.last()))
                .toList();
        return new Stretch(new Ucum(unit), before.isEmpty() ? List.of() : List.of(before.getLast()));
    }

    IndicatorValue first() {
        return values.getFirst();
    }

    IndicatorValue last() {
        return values.getLast();
    }

    static BigDecimal number(IndicatorValue value) {
        BigDecimal number = value.number();
        if (number == null) {
            throw new IllegalStateException("a value without a number among those that are used: " + value.period());
        }
        return number;
    }

    /** Slope of the least-squares line, by year of {@link #perYear}; null where there are too few values. */
    @Nullable
    Double slope() {
        Result result = Methods.get("linear-trend").compute(Inputs.of("series", series()), Parameters.DEFAULTS);
        Double slope = null;
        for (Outcome outcome : result.of("slope")) {
            if (outcome.value() instanceof Value.Known known) {
                slope = known.quantity().in(perYear()).number();
            }
        }
        return slope;
    }

    /** The unit of a yearly change; a difference of temperatures is told in K. */
    Ucum perYear() {
        return unit.per(new Ucum("a"));
    }

    /** The unit of a difference. */
    Ucum ofDifference() {
        return unit.code().equals("Cel") ? new Ucum("K") : unit;
    }

    /** From the middle of the first value to that of the last, in years. */
    double years() {
        return period(last()).inYears() - period(first()).inYears();
    }

    List<Finding.Point> points() {
        return values.stream()
                .map(value -> new Finding.Point(value.period().text(), number(value)))
                .toList();
    }

    Series series() {
        List<Point> points = new ArrayList<>();
        for (IndicatorValue value : values) {
            points.add(new Point(
                    period(value),
                    Value.known(
                            new Quantity(number(value).doubleValue(), unit),
                            Status.valueOf(value.status().name()))));
        }
        return new Series("line", Map.of(), unit, points);
    }

    /** A period that is no year, month or day stands for the year in which it ends. */
    static Period period(IndicatorValue value) {
        String text = value.period().text();
        return text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")
                ? Period.parse(text)
                : Period.year(value.period().last().getYear());
    }
}

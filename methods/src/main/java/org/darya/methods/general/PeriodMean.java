package org.darya.methods.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
import org.darya.methods.Point;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * The mean, sum, lowest or highest of the values within each longer period, where enough of them are known.
 *
 * <h2>Source</h2>
 * WMO-No. 1203, Guidelines on the Calculation of Climate Normals: completeness before averaging.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: any quantity at a step shorter than the longer period.
 *
 * <h2>Parameters and defaults</h2>
 * {@code to}: day, month or year (default). {@code statistic}: mean (default), sum, lowest, highest.
 * {@code minimum-coverage}: 75 %. {@code expected}: how many values a full period has; 0 (default) counts the steps of
 * the series in the calendar, another number suits a satellite that passes about 36 times a year.
 *
 * <h2>Behaviour at edges</h2>
 * Below the coverage the value is not reported and says how many values there were. A sum is not scaled up for the
 * values that lack.
 *
 * <h2>Published example</h2>
 * Level of the Caspian Sea by altimetry (DAHITI, doi 10.5194/hess-19-4345-2015): annual mean 1995 −26.085 m.
 */
public final class PeriodMean extends Computation {
    private static final Parameter.Choice TO =
            Parameter.choice("to", "year", List.of("day", "month", "year"), "WMO-No. 1203");
    private static final Parameter.Choice STATISTIC =
            Parameter.choice("statistic", "mean", List.of("mean", "sum", "lowest", "highest"), "WMO-No. 1203");
    private static final Parameter.Real MINIMUM = Parameter.real(
            "minimum-coverage", 75, "%", Range.PERCENT, "WHO and EU practice: three quarters of the values");
    private static final Parameter.Real EXPECTED =
            Parameter.real("expected", 0, "1", Range.NOT_NEGATIVE, "0: the calendar");

    private static final Card CARD = Card.measure("period-mean", 1)
            .source("WMO-No. 1203", "completeness of data", "https://library.wmo.int/")
            .input("series", UnitRule.any())
            .parameter(TO)
            .parameter(STATISTIC)
            .parameter(MINIMUM)
            .parameter(EXPECTED)
            .output("mean", UnitRule.same("series"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series");
        Step to = Step.valueOf(call.get(TO).toUpperCase(Locale.ROOT));
        Map<Period, List<Sample>> groups = new TreeMap<>();
        for (Point point : series.points()) {
            if (point.period().step().compareTo(to) >= 0) {
                throw new IllegalArgumentException(
                        "The series (%s) has a value for %s, which is no part of a longer %s.\nMaybe choose a longer period with the parameter to."
                                .formatted(series.id(), point.period(), call.get(TO)));
            }
        }
        for (Point point : series.points()) {
            groups.computeIfAbsent(point.period().in(to), p -> new ArrayList<>());
        }
        for (Sample sample : series.samples()) {
            groups.computeIfAbsent(sample.period().in(to), p -> new ArrayList<>())
                    .add(sample);
        }
        groups.forEach((period, samples) -> {
            int expected = call.get(EXPECTED) > 0
                    ? (int) call.get(EXPECTED)
                    : period.count(series.points().getFirst().period().step());
            Coverage coverage = new Coverage(samples.size(), expected);
            Value.Missing missing = coverage.shortfall(call.get(MINIMUM));
            if (missing != null) {
                report.missing(period, missing, coverage, List.of());
            } else {
                Used used = Used.of("series", series, samples);
                report.value(
                        "mean", period, statistic(call, samples), Sample.weakest(samples), coverage, List.of(used));
            }
        });
    }

    private static double statistic(Call call, List<Sample> samples) {
        var numbers = samples.stream().mapToDouble(Sample::number).summaryStatistics();
        return switch (call.get(STATISTIC)) {
            case "sum" -> numbers.getSum();
            case "lowest" -> numbers.getMin();
            case "highest" -> numbers.getMax();
            default -> numbers.getAverage();
        };
    }
}

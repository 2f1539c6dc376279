package org.darya.methods.general;

import java.util.List;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason;
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * <h2>What it computes</h2>
 * The least-squares line through the values over time: slope, its standard error, R² and the p-value of slope 0.
 *
 * <h2>Source</h2>
 * Draper and Smith 1998, Applied Regression Analysis, chapter 1, doi 10.1002/9781118625590; computed by Hipparchus.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: any unit.
 *
 * <h2>Parameters and defaults</h2>
 * {@code years}: the span looked at, everything by default. {@code minimum-values}: 3.
 *
 * <h2>Behaviour at edges</h2>
 * Fewer values than the minimum give not applicable, as do values that all stand for one moment. The standard error
 * assumes independent errors; a perfect line has p-value 0.
 *
 * <h2>Published example</h2>
 * Level of the Caspian Sea: −0.10231 m a year in 2006–2023 against −0.06156 in 1993–2023 (DAHITI annual means).
 */
public final class LinearTrend extends Computation {
    private static final Parameter.Years YEARS =
            new Parameter.Years("years", new Parameter.Years.Span(0, 9999), "everything");
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-values", 3, "1", Range.of(3, 1000), "one degree of freedom");

    private static final Card CARD = Card.measure("linear-trend", 1)
            .source("Draper and Smith 1998", "chapter 1", "https://doi.org/10.1002/9781118625590")
            .input("series", UnitRule.any())
            .parameter(YEARS)
            .parameter(MINIMUM)
            .output("slope", new UnitRule.PerYear("series"), Direction.NEUTRAL, Range.ANY)
            .output("standard-error", new UnitRule.PerYear("series"), Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("r2", "1", Direction.NEUTRAL, Range.SHARE)
            .output("p", "1", Direction.NEUTRAL, Range.SHARE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series");
        List<Sample> samples = series.samples().stream()
                .filter(sample -> call.get(YEARS).contains(sample.period()))
                .toList();
        if (samples.isEmpty()) {
            return;
        }
        SimpleRegression line = new SimpleRegression();
        samples.forEach(sample -> line.addData(sample.period().inYears(), sample.number()));
        Sample last = samples.getLast();
        Coverage coverage = new Coverage(samples.size(), series.points().size());
        List<Used> used = List.of(Used.of("series", series, samples));
        if (samples.size() < call.get(MINIMUM)) {
            Reason reason = Reason.of(Why.TOO_FEW_VALUES, samples.size(), (int) call.get(MINIMUM));
            report.missing(last.period(), new Value.NotApplicable(reason), coverage, used);
            return;
        }
        Status status = Sample.weakest(samples);
        Answer answer = Answer.of("slope", line.getSlope());
        boolean varies = line.getTotalSumSquares() > 0;
        answer = varies
                ? answer.and("r2", line.getRSquare()).and("standard-error", line.getSlopeStdErr())
                : answer.without("r2", Why.NO_VARIATION, "series").and("standard-error", 0);
        double p = varies && line.getSlopeStdErr() > 0 ? line.getSignificance() : (varies ? 0 : 1);
        report.answer(last.period(), answer.and("p", p), status, coverage, used);
    }
}

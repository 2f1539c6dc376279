package org.darya.methods.general;

import java.util.List;
import java.util.stream.Collectors;
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
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The Theil–Sen slope, median of (y_j − y_i) / (t_j − t_i) over i &lt; j, and the Mann–Kendall test of no trend:
 * S = Σ sgn(y_j − y_i), Z = (S ∓ 1) / √Var S with the variance corrected for ties.
 *
 * <h2>Source</h2>
 * Sen 1968, doi 10.1080/01621459.1968.10480934; Mann 1945, doi 10.2307/1907187; Kendall 1975, Rank Correlation Methods.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: any unit, best one value a year.
 *
 * <h2>Parameters and defaults</h2>
 * {@code years}: the span looked at, everything by default. {@code minimum-values}: 8, below which the normal
 * approximation of Z is poor.
 *
 * <h2>Behaviour at edges</h2>
 * Missing years are left out, not filled. Too few values give not applicable. Serial correlation makes Z too large: a
 * note gives the lag-one correlation of the detrended values when it exceeds 1.96/√n. Equal values throughout give
 * slope 0, S 0, Z 0.
 *
 * <h2>Published example</h2>
 * Area of the Aral Sea 1986–2018: −1.21649 thousand km2 a year, S −514, Z −7.949. Annual mean level of the Caspian Sea
 * 2005–2022 (DAHITI): −0.0948412 m a year, S −153, Z −5.757.
 */
public final class Trend extends Computation {
    private static final Parameter.Years YEARS =
            new Parameter.Years("years", new Parameter.Years.Span(0, 9999), "everything");
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-values", 8, "1", Range.of(3, 1000), "normal approximation, Kendall 1975");

    private static final Card CARD = Card.measure("trend", 1)
            .source("Sen 1968", "section 3", "https://doi.org/10.1080/01621459.1968.10480934")
            .source("Mann 1945", "section 3", "https://doi.org/10.2307/1907187")
            .input("series", UnitRule.any())
            .parameter(YEARS)
            .parameter(MINIMUM)
            .output("slope", new UnitRule.PerYear("series"), Direction.NEUTRAL, Range.ANY)
            .output("s", "1", Direction.NEUTRAL, Range.ANY)
            .output("z", "1", Direction.NEUTRAL, Range.ANY)
            .output("p", "1", Direction.NEUTRAL, Range.SHARE)
            .output("change", "%", Direction.NEUTRAL, Range.ANY)
            .output("values", "1", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series");
        Parameter.Years.Span years = call.get(YEARS);
        List<Sample> samples = series.samples().stream()
                .filter(sample -> years.contains(sample.period()))
                .toList();
        if (samples.isEmpty()) {
            return;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        int expected =
                (int) FastMath.rint(last.period().inYears() - first.period().inYears()) + 1;
        Coverage coverage = new Coverage(samples.size(), Math.max(expected, samples.size()));
        List<Used> used = List.of(Used.of("series", series, samples));
        if (samples.size() < call.get(MINIMUM)) {
            Reason reason = Reason.of(Why.TOO_FEW_VALUES, samples.size(), (int) call.get(MINIMUM));
            report.missing(last.period(), new Value.NotApplicable(reason), coverage, used);
            return;
        }
        double slope = TheilSen.slope(samples);
        int s = TheilSen.kendall(samples);
        double variance = variance(samples);
        double z = s == 0 || variance == 0 ? 0 : (s - Integer.signum(s)) / FastMath.sqrt(variance);
        double p = 2 * (1 - new NormalDistribution().cumulativeProbability(Math.abs(z)));
        Answer answer =
                Answer.of("slope", slope).and("s", s).and("z", z).and("p", p).and("values", samples.size());
        answer = first.number() > 0
                ? answer.and("change", 100 * (last.number() / first.number() - 1))
                : answer.without("change", Why.NOT_POSITIVE, "series", first.number());
        Status status = Sample.weakest(samples);
        report.answer(last.period(), answer, status, coverage, used);
        warn(samples, slope, report);
    }

    private static double variance(List<Sample> samples) {
        int n = samples.size();
        double ties =
                samples.stream().collect(Collectors.groupingBy(Sample::number, Collectors.counting())).values().stream()
                        .mapToDouble(c -> c * (c - 1.0) * (2 * c + 5))
                        .sum();
        return (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
    }

    private static void warn(List<Sample> samples, double slope, Report report) {
        double[] rest = samples.stream()
                .mapToDouble(s -> s.number() - slope * s.period().inYears())
                .toArray();
        double mean = StatUtils.mean(rest);
        double lagged = 0;
        double square = 0;
        for (int i = 0; i < rest.length; i++) {
            square += (rest[i] - mean) * (rest[i] - mean);
            lagged += i == 0 ? 0 : (rest[i] - mean) * (rest[i - 1] - mean);
        }
        double correlation = square == 0 ? 0 : lagged / square;
        if (Math.abs(correlation) > 1.96 / FastMath.sqrt(rest.length)) {
            report.note(Reason.of(Why.AUTOCORRELATED, FastMath.rint(correlation * 1000) / 1000));
        }
    }
}

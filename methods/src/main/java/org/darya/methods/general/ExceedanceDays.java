package org.darya.methods.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;

/**
 * <h2>What it computes</h2>
 * For each year the number of days with a value at or beyond a threshold, #{d : x_d ≥ c}, and the longest unbroken run
 * of such days.
 *
 * <h2>Source</h2>
 * WMO Expert Team on Sector-specific Climate Indices, definitions of TXge35, TR (tropical nights) and FD, after Zhang et
 * al. 2011, doi 10.1002/wcc.147.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: daily values, any unit; the threshold is a number in that unit.
 *
 * <h2>Parameters and defaults</h2>
 * {@code threshold}: no default. {@code comparison}: at-least (default), above, below, at-most.
 *
 * <h2>Behaviour at edges</h2>
 * A missing day counts as no exceedance, breaks a run and lowers the coverage; the number of valid days stands beside
 * the count, which is never scaled up.
 *
 * <h2>Published example</h2>
 * Daily maxima 35, 36, 34, 35, 35, 35, 35, 35 °C, threshold 35 °C: 7 days, longest run 5.
 */
public final class ExceedanceDays extends Computation {
    private static final Parameter.Real THRESHOLD =
            Parameter.required("threshold", "1", Range.ANY, "the definition of the index");
    private static final Parameter.Choice COMPARISON = Parameter.choice(
            "comparison", "at-least", List.of("at-least", "above", "below", "at-most"), "TXge35: at least 35 °C");

    private static final Card CARD = Card.measure("exceedance-days", 1)
            .source("Zhang et al. 2011", "appendix, definitions of indices", "https://doi.org/10.1002/wcc.147")
            .input("series", UnitRule.any())
            .parameter(THRESHOLD)
            .parameter(COMPARISON)
            .output("days", "d", Direction.NEUTRAL, Range.of(0, 366))
            .output("longest-run", "d", Direction.NEUTRAL, Range.of(0, 366))
            .output("valid-days", "d", Direction.NEUTRAL, Range.of(0, 366))
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series").stepwise(Step.DAY);
        double c = call.get(THRESHOLD);
        DoublePredicate beyond = switch (call.get(COMPARISON)) {
            case "above" -> x -> x > c;
            case "below" -> x -> x < c;
            case "at-most" -> x -> x <= c;
            default -> x -> x >= c;
        };
        Map<Period, List<Sample>> years = new TreeMap<>();
        for (Sample sample : series.samples()) {
            years.computeIfAbsent(sample.period().in(Step.YEAR), y -> new ArrayList<>())
                    .add(sample);
        }
        years.forEach((year, samples) -> {
            double days = (double)
                    samples.stream().filter(s -> beyond.test(s.number())).count();
            Status status = Sample.weakest(samples);
            Used used = Used.of("series", series, samples);
            report.answer(
                    year,
                    Answer.of("days", days)
                            .and("longest-run", longest(samples, beyond))
                            .and("valid-days", samples.size()),
                    status,
                    new Coverage(samples.size(), year.count(Step.DAY)),
                    List.of(used));
        });
    }

    private static int longest(List<Sample> samples, DoublePredicate beyond) {
        int longest = 0;
        int run = 0;
        Period expected = samples.getFirst().period();
        for (Sample sample : samples) {
            boolean follows = sample.period().equals(expected);
            run = beyond.test(sample.number()) ? (follows ? run : 0) + 1 : 0;
            longest = Math.max(longest, run);
            expected = sample.period().next();
        }
        return longest;
    }
}

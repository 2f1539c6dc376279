package org.darya.methods.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
import org.darya.methods.UnitRule;
import org.darya.methods.Used;

/**
 * <h2>What it computes</h2>
 * Money for climate by Rio marker, each activity counted once: Σ a_i · c(max(adaptation_i, mitigation_i)), split into
 * adaptation, mitigation and cross-cutting where both markers are equal.
 *
 * <h2>Source</h2>
 * OECD DAC, Rio Markers for Climate Handbook (marker scores 0, 1, 2). The coefficients are practice of the reporting
 * countries under the UNFCCC and not part of the marker.
 *
 * <h2>Inputs and units</h2>
 * {@code amount}: one series for each activity, one currency in braces, tags {@code adaptation} and {@code mitigation}
 * with 0, 1 or 2. Amounts of one kind only: pledged, committed and disbursed money never mix.
 *
 * <h2>Parameters and defaults</h2>
 * {@code principal}: 1.0; {@code significant}: 0.4, the most frequent practice; others use 1.0.
 *
 * <h2>Behaviour at edges</h2>
 * An activity without amount in a year is not part of that year; the coverage counts the activities that are. An activity
 * without markers (0 and 0) adds nothing. A marker other than 0, 1, 2 is refused.
 *
 * <h2>Published example</h2>
 * 10 principal adaptation and 5 significant mitigation: 12. An amount of 20 with both significant: 8, not 16.
 */
public final class RioMarkerFinance extends Computation {
    private static final Parameter.Real PRINCIPAL =
            Parameter.real("principal", 1.0, "1", Range.SHARE, "practice of reporting countries");
    private static final Parameter.Real SIGNIFICANT =
            Parameter.real("significant", 0.4, "1", Range.SHARE, "practice of reporting countries, 0 to 1");

    private static final Card CARD = Card.measure("rio-marker-finance", 1)
            .source(
                    "OECD DAC, Rio Markers for Climate Handbook",
                    "scoring",
                    "https://www.oecd.org/dac/environment-development/Revised%20climate%20marker%20handbook_FINAL.pdf")
            .several("amount", UnitRule.any())
            .parameter(PRINCIPAL)
            .parameter(SIGNIFICANT)
            .output("climate", UnitRule.same("amount"), Direction.UP, Range.ANY)
            .output("adaptation", UnitRule.same("amount"), Direction.UP, Range.ANY)
            .output("mitigation", UnitRule.same("amount"), Direction.UP, Range.ANY)
            .output("cross-cutting", UnitRule.same("amount"), Direction.UP, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Map<Period, IdentityHashMap<Series, Sample>> byPeriod = new HashMap<>();
        for (Series series : call.all("amount")) {
            series.samples()
                    .forEach(s -> byPeriod.computeIfAbsent(s.period(), p -> new IdentityHashMap<>())
                            .put(series, s));
        }
        for (Period period : new TreeSet<>(byPeriod.keySet())) {
            double[] sums = new double[3];
            List<Used> used = new ArrayList<>();
            Status status = Status.OBSERVED;
            for (Series series : call.all("amount")) {
                Sample sample =
                        byPeriod.getOrDefault(period, new IdentityHashMap<>()).get(series);
                if (sample == null) {
                    continue;
                }
                int adaptation = marker(series, "adaptation");
                int mitigation = marker(series, "mitigation");
                int kind = adaptation > mitigation ? 0 : mitigation > adaptation ? 1 : 2;
                int score = Math.max(adaptation, mitigation);
                double coefficient = score == 2 ? call.get(PRINCIPAL) : score == 1 ? call.get(SIGNIFICANT) : 0;
                sums[kind] += coefficient * sample.number();
                status = status.weaker(sample.status());
                used.add(new Used("amount", series.id(), period, period, 1));
            }
            Answer answer = Answer.of("climate", sums[0] + sums[1] + sums[2])
                    .and("adaptation", sums[0])
                    .and("mitigation", sums[1])
                    .and("cross-cutting", sums[2]);
            Coverage coverage = new Coverage(used.size(), call.all("amount").size());
            report.answer(period, answer, status, coverage, used);
        }
    }

    private static int marker(Series series, String name) {
        return switch (series.tags().getOrDefault(name, "")) {
            case "0" -> 0;
            case "1" -> 1;
            case "2" -> 2;
            default ->
                throw new IllegalArgumentException(
                        "The activity (%s) has the marker %s=(%s), which is not 0, 1 or 2.\nMaybe the activity was not screened: leave it out and say so."
                                .formatted(series.id(), name, series.tags().get(name)));
        };
    }
}

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
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * The change of a moving mean against the mean of a base period: 100 · (g − b) / b, negative for a loss.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 6.6.1 (spatial extent of water-related ecosystems). Editions differ in the sign;
 * Darya keeps the sign of the change.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: yearly values, any unit.
 *
 * <h2>Parameters and defaults</h2>
 * {@code base-years}: no default, 2000-2004 in the metadata. {@code window}: the number of years in the moving mean,
 * 5; the mean of year t covers t − window + 1 … t.
 *
 * <h2>Behaviour at edges</h2>
 * A window with a missing year is not reported. A base without values, or a base of zero, gives not applicable.
 *
 * <h2>Published example</h2>
 * Base 120, five-year mean 90: −25 %.
 */
public final class ChangeFromBase extends Computation {
    private static final Parameter.Years BASE =
            new Parameter.Years("base-years", null, "2000-2004 in SDG metadata 6.6.1");
    private static final Parameter.Real WINDOW =
            Parameter.real("window", 5, "1", Range.of(1, 30), "five years in SDG metadata 6.6.1");

    private static final Card CARD = Card.measure("change-from-base", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 6.6.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-06-06-01a.pdf")
            .input("series", UnitRule.any())
            .parameter(BASE)
            .parameter(WINDOW)
            .output("change", "%", Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series").stepwise(Step.YEAR);
        List<Sample> samples = series.samples();
        List<Sample> base = samples.stream()
                .filter(s -> call.get(BASE).contains(s.period()))
                .toList();
        double mean = base.stream().mapToDouble(Sample::number).average().orElse(0);
        int window = (int) call.get(WINDOW);
        for (Sample end : samples) {
            int year = end.period().year();
            List<Sample> moving = samples.stream()
                    .filter(s -> s.period().year() > year - window && s.period().year() <= year)
                    .toList();
            Coverage coverage = new Coverage(moving.size(), window);
            Used used = Used.of("series", series, moving);
            if (mean == 0) {
                report.answer(
                        end.period(),
                        Answer.none(Why.ZERO_DENOMINATOR, "base-years"),
                        end.status(),
                        coverage,
                        List.of(used));
            } else if (moving.size() < window) {
                Reason reason = Reason.of(Why.TOO_FEW_VALUES, moving.size(), window);
                report.missing(end.period(), new Value.NotReported(reason), coverage, List.of(used));
            } else {
                double recent =
                        moving.stream().mapToDouble(Sample::number).average().orElseThrow();
                Status status = Sample.weakest(moving);
                report.value("change", end.period(), 100 * (recent - mean) / mean, status, coverage, List.of(used));
            }
        }
    }
}

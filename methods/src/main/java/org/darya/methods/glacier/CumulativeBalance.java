package org.darya.methods.glacier;

import java.util.List;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
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
 * The running sum of annual mass balances since the first year, Σ_{i ≤ t} b_i, and their mean up to that year.
 *
 * <h2>Source</h2>
 * Cogley et al. 2011, Glossary of Glacier Mass Balance and Related Terms, IHP-VII Technical Documents 86: cumulative
 * mass balance.
 *
 * <h2>Inputs and units</h2>
 * {@code balance}: annual values, mm{w.e.} (or m{w.e.}).
 *
 * <h2>Parameters and defaults</h2>
 * {@code gaps}: stop (default) ends the sum at the first missing year; skip goes on over the known years, and the
 * coverage tells how many of all years they are.
 *
 * <h2>Behaviour at edges</h2>
 * After a gap with stop, every later year is not reported: a sum that lacks a year is not the cumulative balance.
 *
 * <h2>Published example</h2>
 * Central Tuyuksu 1957–2020 (WGMS): −25.767 m w.e. over 64 values; mean 1991–2020 −439.57 mm w.e.
 */
public final class CumulativeBalance extends Computation {
    private static final Parameter.Choice GAPS =
            Parameter.choice("gaps", "stop", List.of("stop", "skip"), "Darya: absence is not zero");

    private static final Card CARD = Card.measure("cumulative-balance", 1)
            .source(
                    "Cogley et al. 2011, Glossary of Glacier Mass Balance",
                    "cumulative mass balance",
                    "https://unesdoc.unesco.org/ark:/48223/pf0000192525")
            .input("balance", UnitRule.fixed("mm{w.e.}"))
            .parameter(GAPS)
            .output("cumulative", "mm{w.e.}", Direction.UP, Range.ANY)
            .output("mean", "mm{w.e.}", Direction.UP, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("balance").stepwise(Step.YEAR);
        List<Sample> samples = series.samples();
        boolean stop = call.get(GAPS).equals("stop");
        double sum = 0;
        int count = 0;
        Status status = Status.OBSERVED;
        Period first = samples.isEmpty() ? Period.year(1) : samples.getFirst().period();
        for (Sample sample : samples) {
            int years = sample.period().year() - first.year() + 1;
            count++;
            sum += sample.number();
            status = status.weaker(sample.status());
            Coverage coverage = new Coverage(count, years);
            List<Used> used = List.of(new Used("balance", series.id(), first, sample.period(), count));
            if (stop && count < years) {
                Reason reason = Reason.of(Why.TOO_FEW_VALUES, count, years);
                report.missing(sample.period(), new Value.NotReported(reason), coverage, used);
            } else {
                report.answer(
                        sample.period(), Answer.of("cumulative", sum).and("mean", sum / count), status, coverage, used);
            }
        }
    }
}

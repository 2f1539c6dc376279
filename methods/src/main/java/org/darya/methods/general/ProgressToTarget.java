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
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;

/**
 * <h2>What it computes</h2>
 * The ratio R of the growth rate seen to the growth rate required, ((x_t/x_0)^(1/(t−t_0)) − 1) / ((x* / x_0)^(1/(t* −
 * t_0)) − 1), with a score between −5 and 5 and a class.
 *
 * <h2>Source</h2>
 * Statistics Canada, SDG progress methodology, as used by Open SDG, "Progress calculation"; UN and Eurostat use the
 * same ratio with the same bounds 0.95, 0.60 and 0.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: yearly values, any unit, all positive.
 *
 * <h2>Parameters and defaults</h2>
 * {@code target}, {@code target-year}, {@code base-year}: no default. {@code direction}: which way the target lies, down
 * (default) or up. {@code zero-target}: the number that stands for a target of zero, 0.001 as in Open SDG, an arbitrary
 * choice that a note repeats.
 *
 * <h2>Behaviour at edges</h2>
 * Class 5 target met, 4 substantial progress (R ≥ 0.95), 3 moderate (≥ 0.60), 2 limited (≥ 0), 1 deterioration. Values
 * that are not positive, a base year without value, or a target equal to the base give not applicable: use
 * pace-to-target there. Only two points are looked at.
 *
 * <h2>Published example</h2>
 * Canada 1.2.1: 14.5 % (2015), 10.2 % (2023), target 7.25 % (2030): R 0.9525901792032172, score 2.518556391.
 */
public final class ProgressToTarget extends Computation {
    private static final String COMMITMENT = "the commitment";
    private static final Parameter.Real TARGET = Parameter.required("target", "1", Range.NOT_NEGATIVE, COMMITMENT);
    private static final Parameter.Real TARGET_YEAR =
            Parameter.required("target-year", "a", Range.of(1900, 2200), COMMITMENT);
    private static final Parameter.Real BASE_YEAR =
            Parameter.required("base-year", "a", Range.of(1900, 2200), COMMITMENT);
    private static final Parameter.Choice WAY =
            Parameter.choice("direction", "down", List.of("down", "up"), COMMITMENT);
    private static final Parameter.Real ZERO =
            Parameter.real("zero-target", 0.001, "1", Range.of(1e-9, 1), "Open SDG, arbitrary");

    private static final Card CARD = Card.measure("progress-to-target", 1)
            .source(
                    "Open SDG, Progress calculation",
                    "methodology of Statistics Canada",
                    "https://open-sdg.readthedocs.io/en/latest/progress-status/")
            .input("series", UnitRule.any())
            .parameter(TARGET)
            .parameter(TARGET_YEAR)
            .parameter(BASE_YEAR)
            .parameter(WAY)
            .parameter(ZERO)
            .output("ratio", "1", Direction.UP, Range.ANY)
            .output("score", "1", Direction.UP, Range.of(-5, 5))
            .output("class", "1", Direction.UP, Range.of(1, 5))
            .output("seen", "%/a", Direction.NEUTRAL, Range.ANY)
            .output("required", "%/a", Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series").stepwise(Step.YEAR);
        List<Sample> since = series.samples().stream()
                .filter(s -> s.period().year() >= call.get(BASE_YEAR))
                .toList();
        if (since.isEmpty()) {
            return;
        }
        Sample base = since.getFirst();
        Sample latest = since.getLast();
        Coverage coverage = new Coverage(2, 2);
        Used used = new Used("series", series.id(), base.period(), latest.period(), 2);
        Answer answer = answer(call, base, latest, report);
        report.answer(latest.period(), answer, base.status().weaker(latest.status()), coverage, List.of(used));
    }

    private static Answer answer(Call call, Sample base, Sample latest, Report report) {
        int from = base.period().year();
        int now = latest.period().year();
        if (from != call.get(BASE_YEAR)) {
            return Answer.none(Why.INPUT_MISSING, "series", (int) call.get(BASE_YEAR));
        }
        if (now <= from || call.get(TARGET_YEAR) <= from) {
            return Answer.none(Why.ORDER, "base-year", from, now);
        }
        if (base.number() <= 0 || latest.number() <= 0) {
            return Answer.none(Why.NOT_POSITIVE, "series", Math.min(base.number(), latest.number()));
        }
        double target = call.get(TARGET);
        if (target == 0) {
            target = call.get(ZERO);
            report.note(Reason.of(Why.REPLACED, "target 0", target));
        }
        double seen = Math.pow(latest.number() / base.number(), 1.0 / (now - from)) - 1;
        double required = Math.pow(target / base.number(), 1 / (call.get(TARGET_YEAR) - from)) - 1;
        if (required == 0) {
            return Answer.none(Why.ZERO_DENOMINATOR, "required");
        }
        boolean met = call.get(WAY).equals("up") ? latest.number() >= target : latest.number() <= target;
        double ratio = seen / required;
        return Answer.of("ratio", ratio)
                .and("score", score(ratio))
                .and("class", met ? 5 : grade(ratio))
                .and("seen", 100 * seen)
                .and("required", 100 * required);
    }

    private static double score(double ratio) {
        return ratio > 0.6 ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5);
    }

    private static int grade(double ratio) {
        if (ratio >= 0.95) {
            return 4;
        }
        return ratio >= 0.6 ? 3 : ratio >= 0 ? 2 : 1;
    }
}

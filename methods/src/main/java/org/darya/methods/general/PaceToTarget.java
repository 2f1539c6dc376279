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
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;

/**
 * <h2>What it computes</h2>
 * The yearly change still needed, (x* − x_t) / (t* − t), beside the yearly change seen since the base year, as a
 * Theil–Sen slope; the value in the target year if the seen change goes on; and a class that follows from both.
 *
 * <h2>Source</h2>
 * Linear form for values that may be zero or negative, where growth rates are undefined; slope: Sen 1968, doi
 * 10.1080/01621459.1968.10480934.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: yearly values, any unit; the target is a number in that unit.
 *
 * <h2>Parameters and defaults</h2>
 * {@code target}, {@code target-year} and {@code base-year}: no default, they are the commitment's. {@code direction}: up,
 * down, or by-base (default), from the base towards the target. {@code enough}: 0.95 of the needed change counts as on
 * course. {@code years-before-verdict}: 3 years after the base it is too early.
 *
 * <h2>Behaviour at edges</h2>
 * With the target year reached, no change is needed any more and that output is not applicable. Fewer than two values
 * since the base year leave the seen change without a value. The needed growth rate exists for positive numbers alone.
 * Class 4 target met, 3 on course, 2 not on course, 1 too early to tell; a target equal to the base has no direction and
 * no class unless one is given.
 *
 * <h2>Published example</h2>
 * 14.5 % in 2015, 10.2 % in 2023, target 7.25 % in 2030 (Canada, SDG 1.2.1): needed −0.4214 points a year, seen −0.5375:
 * on course.
 */
public final class PaceToTarget extends Computation {
    private static final String COMMITMENT = "the commitment";
    private static final Parameter.Real TARGET = Parameter.required("target", "1", Range.ANY, COMMITMENT);
    private static final Parameter.Real TARGET_YEAR =
            Parameter.required("target-year", "a", Range.of(1900, 2200), COMMITMENT);
    private static final Parameter.Real BASE_YEAR =
            Parameter.required("base-year", "a", Range.of(1900, 2200), COMMITMENT);

    private static final Parameter.Choice DIRECTION =
            Parameter.choice("direction", "by-base", List.of("by-base", "up", "down"), COMMITMENT);
    private static final Parameter.Real ENOUGH =
            Parameter.real("enough", 0.95, "1", Range.SHARE, "Open SDG: bound of substantial progress");
    private static final Parameter.Real EARLY = Parameter.real(
            "years-before-verdict", 3, "a", Range.of(1, 20), "Darya: shorter spans say nothing of a trend");

    private static final Card CARD = Card.measure("pace-to-target", 1)
            .source("Sen 1968", "section 3", "https://doi.org/10.1080/01621459.1968.10480934")
            .input("series", UnitRule.any())
            .parameter(TARGET)
            .parameter(TARGET_YEAR)
            .parameter(BASE_YEAR)
            .parameter(DIRECTION)
            .parameter(ENOUGH)
            .parameter(EARLY)
            .output("needed", new UnitRule.PerYear("series"), Direction.NEUTRAL, Range.ANY)
            .output("needed-growth", "%/a", Direction.NEUTRAL, Range.ANY)
            .output("seen", new UnitRule.PerYear("series"), Direction.NEUTRAL, Range.ANY)
            .output("expected", UnitRule.same("series"), Direction.NEUTRAL, Range.ANY)
            .output("latest", UnitRule.same("series"), Direction.NEUTRAL, Range.ANY)
            .output("class", "1", Direction.UP, Range.of(1, 4))
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
        Sample latest = since.getLast();
        double left = call.get(TARGET_YEAR) - latest.period().inYears();
        double target = call.get(TARGET);
        Answer answer = Answer.of("latest", latest.number());
        if (left <= 0) {
            answer = answer.without("needed", Why.ORDER, "target-year", call.get(TARGET_YEAR), latest.period())
                    .without("needed-growth", Why.ORDER, "target-year", call.get(TARGET_YEAR), latest.period());
        } else {
            answer = answer.and("needed", (target - latest.number()) / left);
            answer = target > 0 && latest.number() > 0
                    ? answer.and("needed-growth", 100 * (Math.pow(target / latest.number(), 1 / left) - 1))
                    : answer.without("needed-growth", Why.NOT_POSITIVE, "target", target);
        }
        if (since.size() < 2) {
            answer = answer.without("seen", Why.TOO_FEW_VALUES, since.size(), 2)
                    .without("expected", Why.TOO_FEW_VALUES, since.size(), 2);
        } else {
            double seen = TheilSen.slope(since);
            answer = answer.and("seen", seen).and("expected", latest.number() + seen * Math.max(left, 0));
        }
        answer = judged(call, since, answer);
        Status status = Sample.weakest(since);
        int years = latest.period().year() - since.getFirst().period().year() + 1;
        Used used = Used.of("series", series, since);
        report.answer(latest.period(), answer, status, new Coverage(since.size(), years), List.of(used));
    }

    private static Answer judged(Call call, List<Sample> since, Answer answer) {
        Sample base = since.getFirst();
        Sample latest = since.getLast();
        double way = switch (call.get(DIRECTION)) {
            case "up" -> 1;
            case "down" -> -1;
            default -> Math.signum(call.get(TARGET) - base.number());
        };
        if (way == 0) {
            return answer.without("class", Why.NO_VARIATION, "target");
        }
        if ((latest.number() - call.get(TARGET)) * way >= 0) {
            return answer.and("class", 4);
        }
        Double seen = answer.numbers().get("seen");
        if (seen == null || latest.period().year() - base.period().year() < call.get(EARLY)) {
            return answer.and("class", 1);
        }
        Double needed = answer.numbers().get("needed");
        return answer.and("class", needed != null && seen / needed >= call.get(ENOUGH) ? 3 : 2);
    }
}

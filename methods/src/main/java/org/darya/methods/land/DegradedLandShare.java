package org.darya.methods.land;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * The share of land that is degraded under the rule one out, all out: a piece of land is degraded when land productivity,
 * land cover or soil carbon declines, improved when none declines and one improves, stable otherwise.
 *
 * <h2>Source</h2>
 * UNCCD Good Practice Guidance for SDG Indicator 15.3.1, version 2.0, 2021, chapter on the one-out-all-out principle.
 *
 * <h2>Inputs and units</h2>
 * One series for each piece of land, matched by equal tags: {@code area} (har); {@code productivity} and {@code
 * land-cover} (−1 declines, 0 stable, 1 improves); {@code carbon-change}: change of soil organic carbon, %.
 *
 * <h2>Parameters and defaults</h2>
 * {@code carbon-threshold}: 10 %, beyond which a change of carbon counts. {@code minimum-coverage}: 100 % of the area
 * pieces.
 *
 * <h2>Behaviour at edges</h2>
 * A piece without one of the three is left out and lowers the coverage; it is not taken as stable. No area gives not
 * applicable.
 *
 * <h2>Published example</h2>
 * Four equal pieces: all stable; productivity declines and cover improves; cover improves; productivity improves and
 * carbon falls by 12 %: 50 % degraded, 25 % improved.
 */
public final class DegradedLandShare extends Computation {
    /** What the three sub-indicators say together. */
    public enum State {
        DEGRADED,
        STABLE,
        IMPROVED;

        /** One out, all out; each argument is −1, 0 or 1. */
        public static State of(int productivity, int landCover, int carbon) {
            if (productivity < 0 || landCover < 0 || carbon < 0) {
                return DEGRADED;
            }
            return productivity > 0 || landCover > 0 || carbon > 0 ? IMPROVED : STABLE;
        }
    }

    private static final List<String> PARTS = List.of("area", "productivity", "land-cover", "carbon-change");
    private static final Parameter.Real THRESHOLD = Parameter.real(
            "carbon-threshold", 10, "%", Range.PERCENT, "UNCCD Good Practice Guidance 2.0, soil organic carbon");
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-coverage", 100, "%", Range.PERCENT, "Darya: absence is not stability");

    private static final Card CARD = Card.measure("degraded-land-share", 1)
            .source(
                    "UNCCD Good Practice Guidance, SDG 15.3.1, version 2.0",
                    "one out, all out",
                    "https://www.unccd.int/resources")
            .several("area", UnitRule.fixed("har"))
            .several("productivity", UnitRule.fixed("1"))
            .several("land-cover", UnitRule.fixed("1"))
            .several("carbon-change", UnitRule.fixed("%"))
            .parameter(THRESHOLD)
            .parameter(MINIMUM)
            .output("degraded", "%", Direction.DOWN, Range.PERCENT)
            .output("improved", "%", Direction.UP, Range.PERCENT)
            .output("stable", "%", Direction.NEUTRAL, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Map<String, Map<Map<String, String>, Map<Period, Sample>>> known = new HashMap<>();
        PARTS.forEach(part -> known.put(part, index(call.all(part))));
        TreeSet<Period> periods = new TreeSet<>();
        call.all("productivity").forEach(s -> s.points().forEach(point -> periods.add(point.period())));
        for (Period period : periods) {
            one(call, report, period, known);
        }
    }

    private static void one(
            Call call, Report report, Period period, Map<String, Map<Map<String, String>, Map<Period, Sample>>> known) {
        Map<State, Double> areas = new EnumMap<>(State.class);
        List<Used> used = new ArrayList<>();
        Status status = Status.OBSERVED;
        for (Series piece : call.all("area")) {
            List<Sample> values = new ArrayList<>();
            for (String part : PARTS) {
                Sample value = known.getOrDefault(part, Map.of())
                        .getOrDefault(piece.tags(), Map.of())
                        .get(period);
                if (value != null) {
                    values.add(value);
                }
            }
            if (values.size() == PARTS.size()) {
                State state = State.of(
                        sign(values.get(1).number(), 0),
                        sign(values.get(2).number(), 0),
                        sign(values.get(3).number(), call.get(THRESHOLD)));
                areas.merge(state, values.getFirst().number(), Double::sum);
                status = values.stream().map(Sample::status).reduce(status, Status::weaker);
                used.add(new Used("area", piece.id(), period, period, PARTS.size()));
            }
        }
        Coverage coverage = new Coverage(used.size(), call.all("area").size());
        double total = areas.values().stream().mapToDouble(Double::doubleValue).sum();
        Value.Missing missing = coverage.shortfall(call.get(MINIMUM));
        if (missing != null) {
            report.missing(period, missing, coverage, used);
        } else if (total <= 0) {
            report.answer(period, Answer.none(Why.ZERO_DENOMINATOR, "area"), status, coverage, used);
        } else {
            Answer answer = Answer.of("degraded", 100 * areas.getOrDefault(State.DEGRADED, 0.0) / total)
                    .and("improved", 100 * areas.getOrDefault(State.IMPROVED, 0.0) / total)
                    .and("stable", 100 * areas.getOrDefault(State.STABLE, 0.0) / total);
            report.answer(period, answer, status, coverage, used);
        }
    }

    private static int sign(double number, double threshold) {
        return number < -threshold ? -1 : number > threshold ? 1 : 0;
    }

    private static Map<Map<String, String>, Map<Period, Sample>> index(List<Series> all) {
        Map<Map<String, String>, Map<Period, Sample>> index = new HashMap<>();
        for (Series series : all) {
            index.put(series.tags(), series.byPeriod());
        }
        return index;
    }
}

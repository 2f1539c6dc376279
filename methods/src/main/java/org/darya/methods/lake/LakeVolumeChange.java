package org.darya.methods.lake;

import java.util.List;
import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Period;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Status;
import org.darya.methods.Used;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The change of volume between two neighbouring values of level and area, as the frustum of a cone: ΔV = Δh / 3 · (A1 +
 * A2 + √(A1 A2)).
 *
 * <h2>Source</h2>
 * Crétaux et al. 2016, doi 10.1007/s10712-016-9362-6, volume change from level and area; geometry of the frustum.
 *
 * <h2>Inputs and units</h2>
 * {@code level}: m; {@code area}: km2; the same periods.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * A period without one of the two is passed over, and the change then spans the gap; the inputs used show it. The first
 * period has no change.
 *
 * <h2>Published example</h2>
 * A fall by 1 m from 100 to 81 km2: −0.090333 km3.
 */
public final class LakeVolumeChange extends Computation {
    private static final Card CARD = Card.model("lake-volume-change", 1)
            .source(
                    "Crétaux et al. 2016",
                    "volume change from level and area",
                    "https://doi.org/10.1007/s10712-016-9362-6")
            .input("level", "m")
            .input("area", "km2")
            .output("change", "km3", Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Map<Period, Sample> areas = call.one("area").byPeriod();
        List<Sample> levels = call.one("level").samples().stream()
                .filter(s -> areas.containsKey(s.period()))
                .toList();
        for (int i = 1; i < levels.size(); i++) {
            Sample before = levels.get(i - 1);
            Sample now = levels.get(i);
            Sample a1 = areas.getOrDefault(before.period(), before);
            Sample a2 = areas.getOrDefault(now.period(), now);
            double shape = a1.number() + a2.number() + FastMath.sqrt(a1.number() * a2.number());
            double change = (now.number() - before.number()) / 1000 / 3 * shape;
            Status status =
                    before.status().weaker(now.status()).weaker(a1.status()).weaker(a2.status());
            List<Used> used = List.of(
                    new Used("level", call.one("level").id(), before.period(), now.period(), 2),
                    new Used("area", call.one("area").id(), before.period(), now.period(), 2));
            report.answer(now.period(), Answer.of("change", change), status, new Coverage(4, 4), used);
        }
    }
}

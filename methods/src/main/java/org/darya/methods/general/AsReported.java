package org.darya.methods.general;

import java.util.List;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Point;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Series;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * Nothing: the elements of a series as they were reported, x_t.
 *
 * <h2>Source</h2>
 * Darya's own rule: a number that an office publishes ready is shown as the office gives it.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: any quantity, in any unit.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * A value that is missing stays missing for the same reason; its status is kept.
 *
 * <h2>Published example</h2>
 * Level of water stress of Kazakhstan as its statistical office reports it: 31.1 % in 2017, 34.6 % in 2022.
 */
public final class AsReported extends Computation {
    private static final Card CARD = Card.measure("as-reported", 1)
            .source("Darya", "docs/methods.md", "")
            .input("series", UnitRule.any())
            .output("reported", UnitRule.same("series"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series");
        for (Point point : series.points()) {
            switch (point.value()) {
                case Value.Known known ->
                    report.value(
                            "reported",
                            point.period(),
                            known.quantity().number(),
                            known.status(),
                            new Coverage(1, 1),
                            List.of(new Used("series", series.id(), point.period(), point.period(), 1)));
                case Value.Missing missing -> report.missing(point.period(), missing, new Coverage(0, 1), List.of());
            }
        }
    }
}

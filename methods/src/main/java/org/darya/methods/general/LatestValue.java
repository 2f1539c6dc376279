package org.darya.methods.general;

import java.util.List;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Point;
import org.darya.methods.Range;
import org.darya.methods.Reason;
import org.darya.methods.Report;
import org.darya.methods.Series;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * The last known element of a series.
 *
 * <h2>Source</h2>
 * Darya's own rule; the reporting practice of the UN SDG database, which shows the year of the value beside it.
 *
 * <h2>Inputs and units</h2>
 * {@code series}: any quantity, in any unit.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Newer periods without a value are skipped and a note names the period that was taken. A series without any known
 * value gives not reported for its last period; an empty series gives no outcome.
 *
 * <h2>Published example</h2>
 * Electricity of Kazakhstan: renewables are blank in 2021, so the latest value is that of 2020, 13.509 TWh.
 */
public final class LatestValue extends Computation {
    private static final Card CARD = Card.measure("latest-value", 1)
            .source("Darya", "docs/methods.md", "")
            .input("series", UnitRule.any())
            .output("latest", UnitRule.same("series"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("series");
        List<Point> points = series.points();
        Coverage coverage = new Coverage(series.samples().size(), points.size());
        for (Point point : points.reversed()) {
            if (point.value() instanceof Value.Known known) {
                List<Used> used = List.of(new Used("series", series.id(), point.period(), point.period(), 1));
                report.value("latest", point.period(), known.quantity().number(), known.status(), coverage, used);
                if (!point.equals(points.getLast())) {
                    report.note(Reason.of(Reason.Why.OLDER_VALUE, series.id(), point.period()));
                }
                return;
            }
        }
        if (!points.isEmpty() && points.getLast().value() instanceof Value.Missing missing) {
            report.missing(points.getLast().period(), missing, coverage, List.of());
        }
    }
}

package org.darya.methods.air;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Period;
import org.darya.methods.Point;
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
 * A weighted mean of the last twelve hours that follows fast changes: Σ w^i c_i / Σ w^i, i = 0 the newest, with w =
 * max(c_min / c_max, 0.5).
 *
 * <h2>Source</h2>
 * US EPA, Technical Assistance Document for the Reporting of Daily Air Quality, EPA-454/B-24-002, May 2024, section on the
 * NowCast for particles.
 *
 * <h2>Inputs and units</h2>
 * {@code concentration}: hourly PM2.5 or PM10, ug/m3.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Two of the last three hours must be known, else not reported. Missing hours drop out of both sums and keep the weights
 * of the others. The result is not truncated; the index truncates it. All hours zero give zero.
 *
 * <h2>Published example</h2>
 * 50, 45, 40, 60, 55, 48, 52, 47, 44, 41, 39, 38 (newest first): w 0.63333, 48.3334 ug/m3.
 */
public final class NowCast extends Computation {
    private static final int HOURS = 12;

    private static final Card CARD = Card.measure("nowcast", 1)
            .source(
                    "US EPA, EPA-454/B-24-002",
                    "NowCast for particles",
                    "https://document.airnow.gov/technical-assistance-document-for-the-reporting-of-daily-air-quailty.pdf")
            .input("concentration", UnitRule.fixed("ug/m3"))
            .output("nowcast", "ug/m3", Direction.DOWN, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("concentration").stepwise(Step.HOUR);
        Map<Period, Sample> known = series.byPeriod();
        for (Point point : series.points()) {
            one(series, point.period(), known, report);
        }
    }

    private static void one(Series series, Period now, Map<Period, Sample> known, Report report) {
        List<Sample> window = new ArrayList<>();
        List<Integer> ages = new ArrayList<>();
        for (int age = 0; age < HOURS; age++) {
            Sample sample = known.get(new Period(now.start().minusHours(age), Step.HOUR));
            if (sample != null) {
                window.add(sample);
                ages.add(age);
            }
        }
        Coverage coverage = new Coverage(window.size(), HOURS);
        long recent = ages.stream().filter(age -> age < 3).count();
        if (recent < 2) {
            Reason reason = Reason.of(Why.TOO_FEW_VALUES, recent, 2);
            report.missing(now, new Value.NotReported(reason), coverage, List.of());
            return;
        }
        var numbers = window.stream().mapToDouble(Sample::number).summaryStatistics();
        double weight = numbers.getMax() <= 0 ? 1 : Math.max(numbers.getMin() / numbers.getMax(), 0.5);
        double over = 0;
        double under = 0;
        Status status = Status.OBSERVED;
        for (int i = 0; i < window.size(); i++) {
            double w = Math.pow(weight, ages.get(i));
            over += w * window.get(i).number();
            under += w;
            status = status.weaker(window.get(i).status());
        }
        Used used = new Used("concentration", series.id(), window.getLast().period(), now, window.size());
        report.value("nowcast", now, over / under, status, coverage, List.of(used));
    }
}

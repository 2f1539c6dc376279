package org.darya.methods.climate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The standardized precipitation index: the sum of n months mapped by its gamma distribution to the standard normal
 * quantile, Φ⁻¹(q + (1 − q) · G(x; α, β)), fitted apart for each calendar month.
 *
 * <h2>Source</h2>
 * WMO-No. 1090, Standardized Precipitation Index User Guide, 2012; McKee et al. 1993; fit of Thom 1966 (technical note
 * WMO-No. 199).
 *
 * <h2>Inputs and units</h2>
 * {@code precipitation}: monthly sums, mm.
 *
 * <h2>Parameters and defaults</h2>
 * {@code months}: 3. {@code calibration}: 1961-1990. {@code minimum-years}: 20 positive sums in the calibration (WMO
 * asks for 20 to 30 years and more).
 *
 * <h2>Behaviour at edges</h2>
 * Zero sums enter through their share q. A window with a missing month is not reported. Too few years, or equal sums,
 * give not applicable. Results are kept within ±3.09, and a note counts how many were cut.
 *
 * <h2>Published example</h2>
 * Pskem, three months to May, 1961–1990: α 7.67896, β 37.1882; 2000 −1.903, 2001 −1.639, 2008 −1.411.
 */
public final class StandardizedPrecipitation extends Computation {
    private static final double LIMIT = 3.09;
    private static final Parameter.Real MONTHS =
            Parameter.real("months", 3, "mo", Range.of(1, 72), "WMO-No. 1090: 1 to 72");
    private static final Parameter.Years CALIBRATION =
            new Parameter.Years("calibration", new Parameter.Years.Span(1961, 1990), "WMO reference period");
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-years", 20, "a", Range.of(4, 200), "WMO-No. 1090");

    private static final Card CARD = Card.measure("standardized-precipitation", 1)
            .source("WMO-No. 1090", "Standardized Precipitation Index User Guide", "https://library.wmo.int/")
            .source("Thom 1966", "WMO-No. 199", "https://library.wmo.int/")
            .input("precipitation", UnitRule.fixed("mm"))
            .parameter(MONTHS)
            .parameter(CALIBRATION)
            .parameter(MINIMUM)
            .output("spi", "1", Direction.NEUTRAL, Range.of(-LIMIT, LIMIT))
            .output("sum", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("shape", "1", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("scale", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("precipitation").stepwise(Step.MONTH);
        int months = (int) call.get(MONTHS);
        Map<Period, Sample> known = series.byPeriod();
        Map<Period, List<Sample>> windows = new HashMap<>();
        for (Sample sample : series.samples()) {
            List<Sample> window = new ArrayList<>();
            for (int back = months - 1; back >= 0; back--) {
                Sample member = known.get(new Period(sample.period().start().minusMonths(back), Step.MONTH));
                if (member != null) {
                    window.add(member);
                }
            }
            windows.put(sample.period(), window);
        }
        Map<Integer, GammaFit> fits = fits(call, windows, months);
        int clipped = 0;
        for (Sample sample : series.samples()) {
            List<Sample> window = windows.getOrDefault(sample.period(), List.of());
            Coverage coverage = new Coverage(window.size(), months);
            Used used =
                    new Used("precipitation", series.id(), window.getFirst().period(), sample.period(), window.size());
            GammaFit fit = fits.getOrDefault(sample.period().start().getMonthValue(), GammaFit.NONE);
            if (window.size() < months) {
                Reason reason = Reason.of(Why.TOO_FEW_VALUES, window.size(), months);
                report.missing(sample.period(), new Value.NotReported(reason), coverage, List.of(used));
                continue;
            }
            Status status = Sample.weakest(window);
            double sum = sum(window);
            Answer answer = Answer.of("sum", sum);
            if (fit.shape() > 0) {
                double spi = fit.quantile(sum);
                clipped += Math.abs(spi) > LIMIT ? 1 : 0;
                answer = answer.and("spi", Math.clamp(spi, -LIMIT, LIMIT))
                        .and("shape", fit.shape())
                        .and("scale", fit.scale());
            } else {
                for (String output : List.of("spi", "shape", "scale")) {
                    answer = answer.without(output, Why.TOO_FEW_VALUES, fit.values(), (int) call.get(MINIMUM));
                }
            }
            report.answer(sample.period(), answer, status, coverage, List.of(used));
        }
        if (clipped > 0) {
            report.note(Reason.of(Why.CLIPPED, clipped));
        }
    }

    private static Map<Integer, GammaFit> fits(Call call, Map<Period, List<Sample>> windows, int months) {
        Map<Integer, List<Double>> sums = new HashMap<>();
        windows.forEach((period, window) -> {
            if (window.size() == months && call.get(CALIBRATION).contains(period)) {
                sums.computeIfAbsent(period.start().getMonthValue(), m -> new ArrayList<>())
                        .add(sum(window));
            }
        });
        Map<Integer, GammaFit> fits = new HashMap<>();
        sums.forEach((month, values) -> fits.put(month, GammaFit.of(values, (int) call.get(MINIMUM))));
        return fits;
    }

    private static double sum(List<Sample> window) {
        return window.stream().mapToDouble(Sample::number).sum();
    }
}

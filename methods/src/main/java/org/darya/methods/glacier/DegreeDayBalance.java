package org.darya.methods.glacier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Step;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * The mass balance of a glacier surface over a year from daily temperature and precipitation: snow that falls less
 * melt, Σ P·s(T) − f · Σ max(T − T_m, 0), with the solid share s falling from 1 to 0 between two temperatures.
 *
 * <h2>Source</h2>
 * Hock 2003, doi 10.1016/S0022-1694(03)00257-9, degree-day model; defaults of OGGM (Maussion et al. 2019, doi
 * 10.5194/gmd-12-909-2019, params.cfg).
 *
 * <h2>Inputs and units</h2>
 * {@code temperature}: daily mean, °C; {@code precipitation}: daily sum, mm; both at one place.
 *
 * <h2>Parameters and defaults</h2>
 * {@code degree-day-factor}: 5 mm/(K·d), published 1.5–17; {@code melt-above}: −1 °C; {@code solid-below}: 0 °C; {@code
 * liquid-above}: 2 °C; {@code lapse-rate}: −6.5 K/km and {@code height-above-station}: 0 m carry the temperature to the
 * band; {@code year-starts}: month 10, and the year bears the number of its last day; {@code minimum-coverage}: 95 %.
 *
 * <h2>Behaviour at edges</h2>
 * A day without one of the two does not count; below the coverage the year is not reported. The factor is to be
 * calibrated for the glacier: with the default the result is a demonstration.
 *
 * <h2>Published example</h2>
 * Factor 4, T −2, 0, 3 and 5 °C, melt above 0 °C: 32 mm of melt.
 */
public final class DegreeDayBalance extends Computation {
    private static final String OGGM = "OGGM params.cfg";
    private static final Parameter.Real FACTOR =
            Parameter.real("degree-day-factor", 5, "mm/(K.d)", Range.of(0.1, 30), OGGM + ", 1.5 to 17");
    private static final Parameter.Real MELT = Parameter.real("melt-above", -1, "Cel", Range.of(-10, 10), OGGM);
    private static final Parameter.Real SOLID = Parameter.real("solid-below", 0, "Cel", Range.of(-10, 10), OGGM);
    private static final Parameter.Real LIQUID = Parameter.real("liquid-above", 2, "Cel", Range.of(-10, 10), OGGM);
    private static final Parameter.Real LAPSE = Parameter.real("lapse-rate", -6.5, "K/km", Range.of(-12, 0), OGGM);
    private static final Parameter.Real HEIGHT =
            Parameter.real("height-above-station", 0, "m", Range.of(-5000, 5000), "the band");
    private static final Parameter.Real START =
            Parameter.real("year-starts", 10, "mo", Range.of(1, 12), "glaciological year, 1 October");
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-coverage", 95, "%", Range.PERCENT, "Darya: a sum of days suffers from each gap");

    private static final Card CARD = Card.model("degree-day-balance", 1)
            .source("Hock 2003", "degree-day model", "https://doi.org/10.1016/S0022-1694(03)00257-9")
            .source("Maussion et al. 2019", "params.cfg", "https://doi.org/10.5194/gmd-12-909-2019")
            .input("temperature", "Cel")
            .input("precipitation", "mm")
            .parameter(FACTOR)
            .parameter(MELT)
            .parameter(SOLID)
            .parameter(LIQUID)
            .parameter(LAPSE)
            .parameter(HEIGHT)
            .parameter(START)
            .parameter(MINIMUM)
            .output("balance", "mm{w.e.}", Direction.UP, Range.ANY)
            .output("accumulation", "mm{w.e.}", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("melt", "mm{w.e.}", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("degree-days", "K.d", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    private record Day(Sample temperature, Sample precipitation) {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series temperatures = call.one("temperature").stepwise(Step.DAY);
        Map<Period, Sample> rain = call.one("precipitation").byPeriod();
        Map<Period, List<Day>> years = new TreeMap<>();
        for (Sample t : temperatures.samples()) {
            Sample p = rain.get(t.period());
            List<Day> days = years.computeIfAbsent(year(call, t.period()), y -> new ArrayList<>());
            if (p != null) {
                days.add(new Day(t, p));
            }
        }
        years.forEach((year, days) -> one(call, report, year, days));
    }

    private static void one(Call call, Report report, Period year, List<Day> days) {
        Coverage coverage = new Coverage(days.size(), year.count(Step.DAY));
        Value.Missing missing = coverage.shortfall(call.get(MINIMUM));
        if (missing != null) {
            report.missing(year, missing, coverage, List.of());
            return;
        }
        double shift = call.get(LAPSE) * call.get(HEIGHT) / 1000;
        double snow = 0;
        double degreeDays = 0;
        Status status = Status.OBSERVED;
        for (Day day : days) {
            double t = day.temperature().number() + shift;
            snow += day.precipitation().number() * solid(call, t);
            degreeDays += Math.max(t - call.get(MELT), 0);
            status = status.weaker(day.temperature().status())
                    .weaker(day.precipitation().status());
        }
        double melt = call.get(FACTOR) * degreeDays;
        Period first = days.getFirst().temperature().period();
        Period last = days.getLast().temperature().period();
        List<Used> used = List.of(
                new Used("temperature", call.one("temperature").id(), first, last, days.size()),
                new Used("precipitation", call.one("precipitation").id(), first, last, days.size()));
        Answer answer = Answer.of("balance", snow - melt)
                .and("accumulation", snow)
                .and("melt", melt)
                .and("degree-days", degreeDays);
        report.answer(year, answer, status, coverage, used);
    }

    private static double solid(Call call, double t) {
        double width = call.get(LIQUID) - call.get(SOLID);
        return width <= 0 ? (t <= call.get(SOLID) ? 1 : 0) : Math.clamp((call.get(LIQUID) - t) / width, 0.0, 1.0);
    }

    private static Period year(Call call, Period day) {
        int start = (int) call.get(START);
        boolean next = start > 1 && day.start().getMonthValue() >= start;
        return Period.year(day.year() + (next ? 1 : 0));
    }
}

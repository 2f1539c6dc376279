package org.darya.methods.air;

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
import org.darya.methods.UnitRule;
import org.darya.methods.Used;

/**
 * <h2>What it computes</h2>
 * For each year the number of days whose mean concentration is above the WHO level for a day, #{d : c_d &gt; L}, with the
 * mean of the daily means beside it.
 *
 * <h2>Source</h2>
 * WHO global air quality guidelines 2021, Table 0.1 (recommended levels and interim targets); the level may be passed on
 * three to four days a year (99th percentile).
 *
 * <h2>Inputs and units</h2>
 * {@code concentration}: hourly or daily means, ug/m3.
 *
 * <h2>Parameters and defaults</h2>
 * {@code pollutant}: PM2.5 (default), PM10, NO2, SO2, CO. {@code level}: AQG (default), IT-1 to IT-4. {@code
 * minimum-coverage}: 75 % of the hours of a day.
 *
 * <h2>Behaviour at edges</h2>
 * A day with fewer hours is no valid day; the count is not scaled up for days without value. A target that WHO does not
 * set for the pollutant gives an error that lists those it does. Ozone needs running means of eight hours and is not
 * covered.
 *
 * <h2>Published example</h2>
 * Bishkek, PM2.5 2021 (AirNow): 339 valid days, mean 36.27 ug/m3, 199 days above 15 ug/m3.
 */
public final class WhoExceedanceDays extends Computation {
    private static final List<String> LEVELS = List.of("IT-1", "IT-2", "IT-3", "IT-4", "AQG");
    private static final Map<String, Map<String, Double>> TABLE = Map.of(
            "PM2.5", Map.of("IT-1", 75.0, "IT-2", 50.0, "IT-3", 37.5, "IT-4", 25.0, "AQG", 15.0),
            "PM10", Map.of("IT-1", 150.0, "IT-2", 100.0, "IT-3", 75.0, "IT-4", 50.0, "AQG", 45.0),
            "NO2", Map.of("IT-1", 120.0, "IT-2", 50.0, "AQG", 25.0),
            "SO2", Map.of("IT-1", 125.0, "IT-2", 50.0, "AQG", 40.0),
            "CO", Map.of("IT-1", 7000.0, "AQG", 4000.0));
    private static final String WHO = "WHO global air quality guidelines 2021";
    private static final Parameter.Choice POLLUTANT =
            Parameter.choice("pollutant", "PM2.5", List.of("PM2.5", "PM10", "NO2", "SO2", "CO"), WHO);
    private static final Parameter.Choice LEVEL = Parameter.choice("level", "AQG", LEVELS, WHO);
    private static final Parameter.Real MINIMUM =
            Parameter.real("minimum-coverage", 75, "%", Range.PERCENT, "EU and WHO practice: 18 of 24 hours");

    private static final Card CARD = Card.measure("who-exceedance-days", 1)
            .source(WHO, "Table 0.1", "https://iris.who.int/handle/10665/345329")
            .input("concentration", UnitRule.fixed("ug/m3"))
            .parameter(POLLUTANT)
            .parameter(LEVEL)
            .parameter(MINIMUM)
            .output("days", "d", Direction.DOWN, Range.of(0, 366))
            .output("valid-days", "d", Direction.UP, Range.of(0, 366))
            .output("mean", "ug/m3", Direction.DOWN, Range.ANY)
            .output("highest", "ug/m3", Direction.DOWN, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Series series = call.one("concentration");
        Double level = TABLE.getOrDefault(call.get(POLLUTANT), Map.of()).get(call.get(LEVEL));
        if (level == null) {
            throw new IllegalArgumentException("WHO sets no %s for %s; it sets %s.\nMaybe choose one of these."
                    .formatted(
                            call.get(LEVEL),
                            call.get(POLLUTANT),
                            TABLE.getOrDefault(call.get(POLLUTANT), Map.of()).keySet()));
        }
        Map<Period, List<Sample>> days = new TreeMap<>();
        for (Sample sample : series.samples()) {
            days.computeIfAbsent(sample.period().in(Step.DAY), d -> new ArrayList<>())
                    .add(sample);
        }
        Map<Period, List<Sample>> years = new TreeMap<>();
        days.forEach((day, hours) -> {
            List<Sample> valid = years.computeIfAbsent(day.in(Step.YEAR), y -> new ArrayList<>());
            boolean daily = hours.getFirst().period().step() == Step.DAY;
            if (daily || hours.size() * 100.0 / 24 >= call.get(MINIMUM)) {
                Status status = Sample.weakest(hours);
                double mean =
                        hours.stream().mapToDouble(Sample::number).average().orElseThrow();
                valid.add(new Sample(day, mean, status));
            }
        });
        years.forEach((year, valid) -> {
            Coverage coverage = new Coverage(valid.size(), year.count(Step.DAY));
            var numbers = valid.stream().mapToDouble(Sample::number).summaryStatistics();
            Answer answer = Answer.of("valid-days", valid.size());
            List<Used> used = List.of();
            if (!valid.isEmpty()) {
                answer = answer.and("days", (double)
                                valid.stream().filter(d -> d.number() > level).count())
                        .and("mean", numbers.getAverage())
                        .and("highest", numbers.getMax());
                used = List.of(Used.of("concentration", series, valid));
            }
            Status status = Sample.weakest(valid);
            report.answer(year, answer, status, coverage, used);
        });
    }
}

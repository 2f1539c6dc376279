package org.darya.methods.air;

import java.util.List;
import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The class of the worst pollutant: max over pollutants of the band in which the concentration lies, 1 good, 2 fair, 3
 * moderate, 4 poor, 5 very poor, 6 extremely poor. There is no interpolation.
 *
 * <h2>Source</h2>
 * European Environment Agency, European Air Quality Index, bands of 2024 after WHO 2021, and the earlier bands of 2017.
 *
 * <h2>Inputs and units</h2>
 * {@code pm25}, {@code pm10}, {@code no2}, {@code o3}, {@code so2}: ug/m3. Bands of 2024: hourly means; earlier bands: 24
 * hours for particles, one hour for gases. Each may be left out.
 *
 * <h2>Parameters and defaults</h2>
 * {@code bands}: 2024 (default) or 2017.
 *
 * <h2>Behaviour at edges</h2>
 * A concentration on an upper bound belongs to the lower class. The class stands on the pollutants that have a value;
 * without any it is not applicable. The agency asks for more than one pollutant; the coverage tells.
 *
 * <h2>Published example</h2>
 * PM2.5 34 and NO2 70 ug/m3: NO2 decides, poor (4).
 */
public final class EuropeanAqi extends ByPeriod {
    private static final List<String> POLLUTANTS = List.of("pm25", "pm10", "no2", "o3", "so2");
    private static final Map<String, Map<String, double[]>> BANDS = Map.of(
            "2024",
            Map.of(
                    "pm25", new double[] {5, 15, 50, 90, 140},
                    "pm10", new double[] {15, 45, 120, 195, 270},
                    "no2", new double[] {10, 25, 60, 100, 150},
                    "o3", new double[] {60, 100, 120, 160, 180},
                    "so2", new double[] {20, 40, 125, 190, 275}),
            "2017",
            Map.of(
                    "pm25", new double[] {10, 20, 25, 50, 75},
                    "pm10", new double[] {20, 40, 50, 100, 150},
                    "no2", new double[] {40, 90, 120, 230, 340},
                    "o3", new double[] {50, 100, 130, 240, 380},
                    "so2", new double[] {100, 200, 350, 500, 750}));
    private static final Parameter.Choice EDITION =
            Parameter.choice("bands", "2024", List.of("2024", "2017"), "European Environment Agency");

    private static final Card CARD = Card.measure("european-aqi", 1)
            .source(
                    "European Environment Agency",
                    "European Air Quality Index, bands",
                    "https://airindex.eea.europa.eu/AQI/index.html")
            .ifKnown("pm25", "ug/m3")
            .ifKnown("pm10", "ug/m3")
            .ifKnown("no2", "ug/m3")
            .ifKnown("o3", "ug/m3")
            .ifKnown("so2", "ug/m3")
            .parameter(EDITION)
            .output("class", "1", Direction.DOWN, Range.of(1, 6))
            .output("pm25", "1", Direction.DOWN, Range.of(1, 6))
            .output("pm10", "1", Direction.DOWN, Range.of(1, 6))
            .output("no2", "1", Direction.DOWN, Range.of(1, 6))
            .output("o3", "1", Direction.DOWN, Range.of(1, 6))
            .output("so2", "1", Direction.DOWN, Range.of(1, 6))
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        Map<String, double[]> bands = BANDS.getOrDefault(row.call().get(EDITION), Map.of());
        Answer answer = Answer.empty();
        int worst = 0;
        for (String pollutant : POLLUTANTS) {
            double[] bounds = bands.getOrDefault(pollutant, new double[0]);
            if (row.has(pollutant) && row.get(pollutant) >= 0) {
                int band = 1;
                while (band <= bounds.length && row.get(pollutant) > bounds[band - 1]) {
                    band++;
                }
                answer = answer.and(pollutant, band);
                worst = Math.max(worst, band);
            } else if (row.has(pollutant)) {
                answer = answer.without(pollutant, Why.OUT_OF_RANGE, pollutant, row.get(pollutant), 0, "∞");
            }
        }
        return worst == 0 ? answer.without("class", Why.TOO_FEW_VALUES, 0, 1) : answer.and("class", worst);
    }
}

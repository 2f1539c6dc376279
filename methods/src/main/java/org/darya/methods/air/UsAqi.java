package org.darya.methods.air;

import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The air quality index of the United States: for each pollutant I = (I_hi − I_lo) / (B_hi − B_lo) · (C − B_lo) + I_lo
 * with C truncated and I rounded, and the largest of them.
 *
 * <h2>Source</h2>
 * 40 CFR Part 58, Appendix G; US EPA, Technical Assistance Document for the Reporting of Daily Air Quality, EPA-454/B-24-002,
 * May 2024, equation 1 and Table 6.
 *
 * <h2>Inputs and units</h2>
 * {@code pm25}, {@code pm10}: 24-hour mean, ug/m3; {@code o3}: 8-hour and {@code o3-1h}: 1-hour, ppm; {@code co}: 8-hour,
 * ppm; {@code so2}, {@code no2}: 1-hour, ppb. Each may be left out.
 *
 * <h2>Parameters and defaults</h2>
 * None: the breakpoints belong to the version of the method. Version 1 has those of May 2024.
 *
 * <h2>Behaviour at edges</h2>
 * The index stands on the pollutants that have a value, and the coverage says how many that are; without any it is not
 * applicable. 8-hour ozone above 0.200 ppm and 1-hour ozone below 0.125 ppm have no index. Above 500 the last piece is
 * prolonged. Negative concentrations have no index.
 *
 * <h2>Published example</h2>
 * EPA document, example: ozone 0.078 ppm 126, PM2.5 35.9 ug/m3 102, CO 8.4 ppm 90; the index is 126.
 */
public final class UsAqi extends ByPeriod {
    private static final Breakpoints OZONE = Breakpoints.of(3, 0.054, 0.070, 0.085, 0.105, 0.200);
    private static final Map<String, Breakpoints> SCALES = scales();

    private static final Card CARD = Card.measure("us-aqi", 1)
            .source(
                    "US EPA, EPA-454/B-24-002",
                    "equation 1, Table 6",
                    "https://document.airnow.gov/technical-assistance-document-for-the-reporting-of-daily-air-quailty.pdf")
            .ifKnown("pm25", "ug/m3")
            .ifKnown("pm10", "ug/m3")
            .ifKnown("o3", "[ppm]")
            .ifKnown("o3-1h", "[ppm]")
            .ifKnown("co", "[ppm]")
            .ifKnown("so2", "[ppb]")
            .ifKnown("no2", "[ppb]")
            .output("aqi", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("pm25", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("pm10", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("o3", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("o3-1h", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("co", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("so2", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("no2", "1", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        Answer answer = Answer.empty();
        double highest = -1;
        for (Map.Entry<String, Breakpoints> scale : SCALES.entrySet()) {
            String pollutant = scale.getKey();
            if (!row.has(pollutant)) {
                continue;
            }
            double c = row.get(pollutant);
            boolean beyondOzone = pollutant.equals("o3") && OZONE.truncate(c) > 0.200;
            if (c < 0
                    || beyondOzone
                    || scale.getValue().truncate(c) < scale.getValue().lowest()) {
                answer = answer.without(
                        pollutant,
                        Why.OUT_OF_RANGE,
                        pollutant,
                        c,
                        scale.getValue().lowest(),
                        scale.getValue().highest());
            } else {
                double index = Math.rint(scale.getValue().index(c) + 1e-9);
                answer = answer.and(pollutant, index);
                highest = Math.max(highest, index);
            }
        }
        return highest < 0 ? answer.without("aqi", Why.TOO_FEW_VALUES, 0, 1) : answer.and("aqi", highest);
    }

    private static Map<String, Breakpoints> scales() {
        Map<String, Breakpoints> scales = new LinkedHashMap<>();
        scales.put("pm25", Breakpoints.of(1, 9.0, 35.4, 55.4, 125.4, 225.4, 325.4));
        scales.put("pm10", Breakpoints.of(0, 54, 154, 254, 354, 424, 604));
        scales.put("o3", OZONE);
        scales.put(
                "o3-1h",
                Breakpoints.of(3, 0.054, 0.124, 0.164, 0.204, 0.404, 0.604).from(2, 0.125));
        scales.put("co", Breakpoints.of(1, 4.4, 9.4, 12.4, 15.4, 30.4, 50.4));
        scales.put("so2", Breakpoints.of(0, 35, 75, 185, 304, 604, 1004));
        scales.put("no2", Breakpoints.of(0, 53, 100, 360, 649, 1249, 2049));
        return scales;
    }
}

package org.darya.methods.work;

import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.Ucum;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The share of working capacity lost to heat by three published functions, always together: Hothaps, 1 − (0.1 + 0.9 / (1
 * + (W/a)^b)); Dunne, min(25 max(0, W − 25)^⅔, 100) for heavy work, capacity twice and four times as much for moderate and
 * light work; Lancet Countdown, ½ (1 + erf((W − m) / (s√2))).
 *
 * <h2>Source</h2>
 * Kjellstrom et al. 2018, doi 10.1007/s00484-017-1407-0, and Bröde et al. 2018, doi 10.1007/s00484-017-1346-9 (Hothaps);
 * Dunne et al. 2013, doi 10.1038/nclimate1827; Watts et al. 2021, Lancet Countdown, doi 10.1016/S0140-6736(20)32290-X,
 * appendix.
 *
 * <h2>Inputs and units</h2>
 * {@code wbgt}: °C, of the working hour.
 *
 * <h2>Parameters and defaults</h2>
 * {@code lancet-mean} and {@code lancet-sd} in °C by metabolic rate: 200 W 35.53 and 3.94, 300 W 33.49 and 3.94, 400 W
 * 32.47 and 4.16. Editions of the report differ in these constants, so they are parameters.
 *
 * <h2>Behaviour at edges</h2>
 * No single number comes out: the spread between the functions is the uncertainty, and a page must show all three.
 * Hothaps never exceeds 90 %. Below 0 °C Hothaps is not defined and gives 0.
 *
 * <h2>Published example</h2>
 * 30 °C: Hothaps capacity 66.30, 85.62, 96.70 % (heavy, moderate, light); Dunne capacity heavy 26.90 %; Lancet loss 8.02,
 * 18.79, 27.63 % (200, 300, 400 W).
 */
public final class LabourLoss extends ByPeriod {
    private static final String LANCET = "Lancet Countdown; constants differ between editions";
    private static final Parameter.Table MEAN = new Parameter.Table(
            "lancet-mean", Map.of("200", 35.53, "300", 33.49, "400", 32.47), new Ucum("Cel"), LANCET);
    private static final Parameter.Table SD =
            new Parameter.Table("lancet-sd", Map.of("200", 3.94, "300", 3.94, "400", 4.16), new Ucum("K"), LANCET);

    private static final Card CARD = Card.model("labour-loss", 1)
            .source("Kjellstrom et al. 2018", "Hothaps function", "https://doi.org/10.1007/s00484-017-1407-0")
            .source("Dunne et al. 2013", "labour capacity", "https://doi.org/10.1038/nclimate1827")
            .source("Watts et al. 2021, Lancet Countdown", "appendix", "https://doi.org/10.1016/S0140-6736(20)32290-X")
            .input("wbgt", "Cel")
            .parameter(MEAN)
            .parameter(SD)
            .output("hothaps-heavy", "%", Direction.DOWN, Range.PERCENT)
            .output("hothaps-moderate", "%", Direction.DOWN, Range.PERCENT)
            .output("hothaps-light", "%", Direction.DOWN, Range.PERCENT)
            .output("dunne-heavy", "%", Direction.DOWN, Range.PERCENT)
            .output("dunne-moderate", "%", Direction.DOWN, Range.PERCENT)
            .output("dunne-light", "%", Direction.DOWN, Range.PERCENT)
            .output("lancet-400", "%", Direction.DOWN, Range.PERCENT)
            .output("lancet-300", "%", Direction.DOWN, Range.PERCENT)
            .output("lancet-200", "%", Direction.DOWN, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double w = row.get("wbgt");
        double dunne = 100 - 25 * Math.pow(Math.max(0, w - 25), 2.0 / 3);
        return Answer.of("hothaps-heavy", hothaps(w, 30.94, 16.64))
                .and("hothaps-moderate", hothaps(w, 32.93, 17.81))
                .and("hothaps-light", hothaps(w, 34.64, 22.72))
                .and("dunne-heavy", 100 - Math.clamp(dunne, 0.0, 100.0))
                .and("dunne-moderate", 100 - Math.clamp(2 * dunne, 0.0, 100.0))
                .and("dunne-light", 100 - Math.clamp(4 * dunne, 0.0, 100.0))
                .and("lancet-400", lancet(row, w, "400"))
                .and("lancet-300", lancet(row, w, "300"))
                .and("lancet-200", lancet(row, w, "200"));
    }

    private static double hothaps(double w, double a, double b) {
        return 100 * (1 - (0.1 + 0.9 / (1 + Math.pow(Math.max(w, 0) / a, b))));
    }

    private static double lancet(Row row, double w, String watt) {
        double mean = row.call().get(MEAN).getOrDefault(watt, 0.0);
        double sd = row.call().get(SD).getOrDefault(watt, 1.0);
        return 50 * (1 + Erf.erf((w - mean) / (sd * FastMath.sqrt(2))));
    }
}

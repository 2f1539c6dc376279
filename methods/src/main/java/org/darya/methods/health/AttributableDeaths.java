package org.darya.methods.health;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * Deaths attributed to long exposure to fine particles by a log-linear risk: AF = 1 − RR10^(−(C − C0)/10), D = AF · y0 ·
 * P, with the bounds that the interval of RR10 gives.
 *
 * <h2>Source</h2>
 * Chen and Hoek 2020, doi 10.1016/j.envint.2020.105974 (all causes, RR 1.08, 1.06–1.09 for 10 ug/m3); log-linear form of
 * WHO AirQ+ and of the European Environment Agency.
 *
 * <h2>Inputs and units</h2>
 * {@code concentration}: annual mean PM2.5, ug/m3; {@code mortality}: baseline deaths for each person and year of the ages
 * at risk, {deaths}/{person}; {@code population}: of these ages.
 *
 * <h2>Parameters and defaults</h2>
 * {@code rr10} 1.08, {@code rr10-low} 1.06, {@code rr10-high} 1.09; {@code counterfactual} 5 ug/m3 (WHO 2021). Earlier AirQ+
 * used 1.062 and 10.
 *
 * <h2>Behaviour at edges</h2>
 * At or below the counterfactual nothing is attributed. The log-linear curve is made for the range of the cohorts and
 * overstates above about 40 ug/m3; curves that flatten give less.
 *
 * <h2>Published example</h2>
 * 35 ug/m3: AF 0.20617; with 1.062 and 10: 0.13962. Bishkek 2022, 33.55 ug/m3: 0.19726.
 */
public final class AttributableDeaths extends ByPeriod {
    private static final String CHEN = "Chen and Hoek 2020, all causes";
    private static final Parameter.Real RR = Parameter.real("rr10", 1.08, "1", Range.of(1, 3), CHEN);
    private static final Parameter.Real LOW = Parameter.real("rr10-low", 1.06, "1", Range.of(1, 3), CHEN);
    private static final Parameter.Real HIGH = Parameter.real("rr10-high", 1.09, "1", Range.of(1, 3), CHEN);
    private static final Parameter.Real FLOOR =
            Parameter.real("counterfactual", 5, "ug/m3", Range.of(0, 50), "WHO global air quality guidelines 2021");

    private static final Card CARD = Card.model("attributable-deaths", 1)
            .source("Chen and Hoek 2020", "all-cause mortality, PM2.5", "https://doi.org/10.1016/j.envint.2020.105974")
            .input("concentration", "ug/m3")
            .input("mortality", "{deaths}/{person}")
            .input("population", "{person}")
            .parameter(RR)
            .parameter(LOW)
            .parameter(HIGH)
            .parameter(FLOOR)
            .output("deaths", "{deaths}", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("low", "{deaths}", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("high", "{deaths}", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("fraction", "1", Direction.DOWN, Range.SHARE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double deaths = row.get("mortality") * row.get("population");
        return Answer.of("deaths", deaths * fraction(row, RR))
                .and("low", deaths * fraction(row, LOW))
                .and("high", deaths * fraction(row, HIGH))
                .and("fraction", fraction(row, RR));
    }

    private static double fraction(Row row, Parameter.Real risk) {
        double above = Math.max(row.get("concentration") - row.call().get(FLOOR), 0);
        return -FastMath.expm1(-FastMath.log(row.call().get(risk)) / 10 * above);
    }
}

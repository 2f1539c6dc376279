package org.darya.methods.work;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The wet-bulb temperature at sea level from temperature and relative humidity, by an empirical fit of arc tangents.
 *
 * <h2>Source</h2>
 * Stull 2011, doi 10.1175/JAMC-D-11-0143.1, equation 1.
 *
 * <h2>Inputs and units</h2>
 * {@code temperature}: °C; {@code humidity}: %.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Fitted for 5 to 99 % and −20 to 50 °C at 1013 hPa; outside these bounds not applicable. Errors lie within −1 and 0.65
 * K. At 2 000 m above the sea the true value is lower.
 *
 * <h2>Published example</h2>
 * 20 °C and 50 %: 13.7 °C.
 */
public final class WetBulb extends ByPeriod {
    private static final Card CARD = Card.model("wet-bulb", 1)
            .source("Stull 2011", "equation 1", "https://doi.org/10.1175/JAMC-D-11-0143.1")
            .input("temperature", "Cel")
            .input("humidity", "%")
            .output("wet-bulb", "Cel", Direction.NEUTRAL, Range.of(-25, 50))
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double t = row.get("temperature");
        double rh = row.get("humidity");
        if (t < -20 || t > 50) {
            return Answer.none(Why.OUT_OF_RANGE, "temperature", t, -20, 50);
        }
        if (rh < 5 || rh > 99) {
            return Answer.none(Why.OUT_OF_RANGE, "humidity", rh, 5, 99);
        }
        double wet = t * FastMath.atan(0.151977 * FastMath.sqrt(rh + 8.313659))
                + FastMath.atan(t + rh)
                - FastMath.atan(rh - 1.676331)
                + 0.00391838 * Math.pow(rh, 1.5) * FastMath.atan(0.023101 * rh)
                - 4.686035;
        return Answer.of("wet-bulb", wet);
    }
}

package org.darya.methods.water;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * Reference evapotranspiration from temperature alone: ET0 = 0.0023 (T + 17.8) √(Tmax − Tmin) · 0.408 Ra.
 *
 * <h2>Source</h2>
 * Allen et al. 1998, FAO Irrigation and Drainage Paper 56, equation 52, after Hargreaves and Samani 1985.
 *
 * <h2>Inputs and units</h2>
 * {@code tmax}, {@code tmin}: °C.
 *
 * <h2>Parameters and defaults</h2>
 * {@code latitude}: no default.
 *
 * <h2>Behaviour at edges</h2>
 * A maximum below the minimum gives not applicable. The equation overestimates where the air is humid and
 * underestimates in strong wind: use penman-monteith where the data allow.
 *
 * <h2>Published example</h2>
 * Lyon, July, with the data of FAO-56 examples 15 and 20 (26.6 and 14.8 °C, 45.72° N, Ra 40.6 MJ/(m2·d)): 5.0 mm/d.
 */
public final class Hargreaves extends ByPeriod {
    private static final Parameter.Real LATITUDE =
            Parameter.required("latitude", "deg", Range.of(-66.5, 66.5), "the place");

    private static final Card CARD = Card.model("hargreaves", 1)
            .source(
                    "Allen et al. 1998, FAO Irrigation and Drainage Paper 56",
                    "equation 52",
                    "https://www.fao.org/4/x0490e/x0490e07.htm")
            .input("tmax", "Cel")
            .input("tmin", "Cel")
            .parameter(LATITUDE)
            .output("et0", "mm/d", Direction.NEUTRAL, Range.of(0, 25))
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double tmax = row.get("tmax");
        double tmin = row.get("tmin");
        if (tmax < tmin) {
            return Answer.none(Why.ORDER, "tmin", tmin, tmax);
        }
        double ra = 0.408 * Sunlight.at(row.call().get(LATITUDE), row.period()).extraterrestrial();
        return Answer.of("et0", 0.0023 * ((tmax + tmin) / 2 + 17.8) * FastMath.sqrt(tmax - tmin) * ra);
    }
}

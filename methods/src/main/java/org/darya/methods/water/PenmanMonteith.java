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
 * Reference evapotranspiration of a grass surface by the FAO Penman–Monteith equation: ET0 = [0.408 Δ (Rn − G) + γ 900 /
 * (T + 273) u2 (es − ea)] / [Δ + γ (1 + 0.34 u2)].
 *
 * <h2>Source</h2>
 * Allen et al. 1998, FAO Irrigation and Drainage Paper 56, equation 6, with equations 7, 8, 11 to 13, 17, 21 to 25, 34
 * to 40 and 47.
 *
 * <h2>Inputs and units</h2>
 * {@code tmax}, {@code tmin}: °C; {@code wind}: m/s; either {@code vapour-pressure} in kPa or {@code humidity-max} and
 * {@code humidity-min} in %; either {@code radiation} in MJ/(m2·d) or {@code sunshine} in hours; {@code
 * soil-heat-flux} in MJ/(m2·d), 0 when not given. Days, or months as means.
 *
 * <h2>Parameters and defaults</h2>
 * {@code latitude} and {@code elevation}: no default; {@code wind-height}: 2 m; {@code albedo}: 0.23; {@code angstrom-a}
 * 0.25 and {@code angstrom-b} 0.50, equation 35.
 *
 * <h2>Behaviour at edges</h2>
 * Without humidity or without radiation the period is not reported and says what is needed. Sunshine is bounded by
 * the length of the day, and Rs/Rso by 1. Polar night gives no radiation.
 *
 * <h2>Published example</h2>
 * Example 18, Uccle, 6 July: 3.88 mm/d (book 3.9); example 17, Bangkok, April: 5.72 mm/d.
 */
public final class PenmanMonteith extends ByPeriod {
    private static final String BOOK = "FAO-56, equation ";
    private static final Parameter.Real LATITUDE =
            Parameter.required("latitude", "deg", Range.of(-66.5, 66.5), "the place");
    private static final Parameter.Real ELEVATION =
            Parameter.required("elevation", "m", Range.of(-450, 6000), "the place");
    private static final Parameter.Real WIND_HEIGHT =
            Parameter.real("wind-height", 2, "m", Range.of(0.5, 100), BOOK + "47");
    private static final Parameter.Real ALBEDO = Parameter.real("albedo", 0.23, "1", Range.SHARE, BOOK + "38");
    private static final Parameter.Real A = Parameter.real("angstrom-a", 0.25, "1", Range.SHARE, BOOK + "35");
    private static final Parameter.Real B = Parameter.real("angstrom-b", 0.50, "1", Range.SHARE, BOOK + "35");

    private static final Card CARD = Card.model("penman-monteith", 1)
            .source(
                    "Allen et al. 1998, FAO Irrigation and Drainage Paper 56",
                    "equation 6",
                    "https://www.fao.org/4/x0490e/x0490e00.htm")
            .input("tmax", "Cel")
            .input("tmin", "Cel")
            .input("wind", "m/s")
            .optional("vapour-pressure", "kPa")
            .optional("humidity-max", "%")
            .optional("humidity-min", "%")
            .optional("radiation", "MJ/(m2.d)")
            .optional("sunshine", "h")
            .optional("soil-heat-flux", "MJ/(m2.d)")
            .parameter(LATITUDE)
            .parameter(ELEVATION)
            .parameter(WIND_HEIGHT)
            .parameter(ALBEDO)
            .parameter(A)
            .parameter(B)
            .output("et0", "mm/d", Direction.NEUTRAL, Range.of(0, 25))
            .output("net-radiation", "MJ/(m2.d)", Direction.NEUTRAL, Range.ANY)
            .output("extraterrestrial", "MJ/(m2.d)", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("daylight", "h", Direction.NEUTRAL, Range.of(0, 24))
            .output("solar-radiation", "MJ/(m2.d)", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("saturation", "kPa", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("vapour-pressure", "kPa", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        boolean humidity = row.has("humidity-max") && row.has("humidity-min");
        if (!humidity && !row.has("vapour-pressure")) {
            return Answer.none(Why.INPUT_MISSING, "vapour-pressure", row.period());
        }
        if (!row.has("sunshine") && !row.has("radiation")) {
            return Answer.none(Why.INPUT_MISSING, "radiation", row.period());
        }
        double tmax = row.get("tmax");
        double tmin = row.get("tmin");
        double t = (tmax + tmin) / 2;
        double z = row.call().get(ELEVATION);
        double pressure = 101.3 * Math.pow((293 - 0.0065 * z) / 293, 5.26);
        double gamma = 0.000665 * pressure;
        double delta = 4098 * saturation(t) / Math.pow(t + 237.3, 2);
        double es = (saturation(tmax) + saturation(tmin)) / 2;
        double ea = row.has("vapour-pressure")
                ? row.get("vapour-pressure")
                : (saturation(tmin) * row.get("humidity-max") + saturation(tmax) * row.get("humidity-min")) / 200;
        double wind = row.get("wind") * 4.87 / FastMath.log(67.8 * row.call().get(WIND_HEIGHT) - 5.42);
        Sunlight sun = Sunlight.at(row.call().get(LATITUDE), row.period());
        double rs = solar(row, sun);
        double rn = (1 - row.call().get(ALBEDO)) * rs - longwave(row, sun, rs, ea);
        double g = row.get("soil-heat-flux", 0);
        double et0 = (0.408 * delta * (rn - g) + gamma * 900 / (t + 273) * wind * (es - ea))
                / (delta + gamma * (1 + 0.34 * wind));
        return Answer.of("et0", et0)
                .and("net-radiation", rn)
                .and("extraterrestrial", sun.extraterrestrial())
                .and("daylight", sun.hours())
                .and("solar-radiation", rs)
                .and("saturation", es)
                .and("vapour-pressure", ea);
    }

    private static double solar(Row row, Sunlight sun) {
        if (row.has("radiation")) {
            return row.get("radiation");
        }
        double share = sun.hours() == 0 ? 0 : Math.min(row.get("sunshine") / sun.hours(), 1);
        return (row.call().get(A) + row.call().get(B) * share) * sun.extraterrestrial();
    }

    private static double longwave(Row row, Sunlight sun, double rs, double ea) {
        double clear = (0.75 + 2e-5 * row.call().get(ELEVATION)) * sun.extraterrestrial();
        double relative = clear == 0 ? 0 : Math.min(rs / clear, 1);
        double fourth = (Math.pow(row.get("tmax") + 273.16, 4) + Math.pow(row.get("tmin") + 273.16, 4)) / 2;
        return 4.903e-9 * fourth * (0.34 - 0.14 * FastMath.sqrt(ea)) * (1.35 * relative - 0.35);
    }

    private static double saturation(double t) {
        return 0.6108 * FastMath.exp(17.27 * t / (t + 237.3));
    }
}

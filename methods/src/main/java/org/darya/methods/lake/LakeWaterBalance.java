package org.darya.methods.lake;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The change of storage that the known parts of the balance give, Q_in + G + P·A − E·A − Q_out, and the closure error
 * against the change observed, ΔV_observed − ΔV_computed.
 *
 * <h2>Source</h2>
 * WMO-No. 168, Guide to Hydrological Practices, Volume I: water balance of lakes and reservoirs.
 *
 * <h2>Inputs and units</h2>
 * {@code inflow}, {@code outflow}, {@code groundwater} (net, into the lake), {@code observed-change}: km3 a period; {@code
 * precipitation}, {@code evaporation}: mm a period on the lake; {@code area}: km2.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Outflow and groundwater count as absent when not given at all (a closed lake). Without an observed change there is no
 * closure error. The error is shown, never spread over the parts.
 *
 * <h2>Published example</h2>
 * Caspian, published parts: inflow 305, precipitation 130, evaporation 362.5, Kara-Bogaz-Gol 18, seepage 5 km3 a year
 * leave +49.5; altimetry saw −37.8: closure error −87.3 km3 a year.
 */
public final class LakeWaterBalance extends ByPeriod {
    private static final Card CARD = Card.model("lake-water-balance", 1)
            .source("WMO-No. 168", "Volume I, water balance of lakes", "https://library.wmo.int/")
            .input("inflow", "km3")
            .input("precipitation", "mm")
            .input("evaporation", "mm")
            .input("area", "km2")
            .optional("outflow", "km3")
            .optional("groundwater", "km3")
            .optional("observed-change", "km3")
            .output("change", "km3", Direction.NEUTRAL, Range.ANY)
            .score("closure-error", "km3", Direction.TOWARDS_PERFECT, Range.ANY, 0.0)
            .score("closure-error-share", "%", Direction.TOWARDS_PERFECT, Range.ANY, 0.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double perMillimetre = row.get("area") * 1e-6;
        double gain = row.get("inflow") + row.get("precipitation") * perMillimetre;
        double change =
                gain - row.get("evaporation") * perMillimetre - row.get("outflow", 0) + row.get("groundwater", 0);
        Answer answer = Answer.of("change", change);
        if (!row.has("observed-change")) {
            return answer.without("closure-error", Why.INPUT_MISSING, "observed-change", row.period())
                    .without("closure-error-share", Why.INPUT_MISSING, "observed-change", row.period());
        }
        double error = row.get("observed-change") - change;
        answer = answer.and("closure-error", error);
        return gain > 0
                ? answer.and("closure-error-share", 100 * error / gain)
                : answer.without("closure-error-share", Why.ZERO_DENOMINATOR, "inflow");
    }
}

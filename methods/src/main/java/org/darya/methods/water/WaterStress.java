package org.darya.methods.water;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * Freshwater withdrawn as a share of what is available beside the needs of nature: 100 · TFWW / (TRWR − EFR).
 *
 * <h2>Source</h2>
 * FAO, SDG metadata 6.4.2, method of computation; FAO AQUASTAT.
 *
 * <h2>Inputs and units</h2>
 * {@code withdrawal}, {@code renewable}, {@code environmental-flow}: km3 (a year).
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Values above 100 % are real: water used again or taken from abroad and from the ground. Resources that do not exceed
 * the environmental flow give not applicable.
 *
 * <h2>Published example</h2>
 * AQUASTAT 2017: Kazakhstan 31.1373 %, Kyrgyzstan 50.0390, Tajikistan 52.6982, Turkmenistan 143.5600, Uzbekistan
 * 168.9131.
 */
public final class WaterStress extends ByPeriod {
    private static final Card CARD = Card.measure("water-stress", 1)
            .source(
                    "FAO, SDG metadata",
                    "indicator 6.4.2",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-06-04-02.pdf")
            .input("withdrawal", "km3")
            .input("renewable", "km3")
            .input("environmental-flow", "km3")
            .output("stress", "%", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double available = row.get("renewable") - row.get("environmental-flow");
        return available <= 0
                ? Answer.none(Why.NOT_POSITIVE, "renewable", available)
                : Answer.of("stress", 100 * row.get("withdrawal") / available);
    }
}

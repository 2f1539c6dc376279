package org.darya.methods.general;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The part of a whole in percent: 100 · (p_1 + … + p_n) / w.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata, for instance 15.1.1 (forest area as a share of land area).
 *
 * <h2>Inputs and units</h2>
 * {@code whole}: any unit; {@code part}: one or more series in the unit of the whole.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * The whole gives the periods: where the whole is known and a part is not, the share is not reported, never 0 %. A
 * whole of zero gives not applicable. A share outside 0–100 is kept and noted.
 *
 * <h2>Published example</h2>
 * Forest of Kazakhstan: 3.3 of 269.97 million hectares are 1.222 %.
 */
public final class Share extends ByPeriod {
    private static final Card CARD = Card.measure("share", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 15.1.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-15-01-01.pdf")
            .input("whole", UnitRule.any())
            .several("part", UnitRule.same("whole"))
            .output("share", "%", Direction.NEUTRAL, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("share", row.sum("part"), row.get("whole"), 100, "whole");
    }
}

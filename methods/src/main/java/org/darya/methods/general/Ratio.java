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
 * The quotient of two simultaneous quantities: a / b.
 *
 * <h2>Source</h2>
 * Arithmetic; the unit of the result is the quotient of the units (ISO 80000-1:2022).
 *
 * <h2>Inputs and units</h2>
 * {@code over} and {@code under}: any units. The caller converts the result to the unit of the indicator, so that
 * deaths per person become deaths per 100 000 persons without a factor.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * A zero below the line gives not applicable.
 *
 * <h2>Published example</h2>
 * Sendai Framework A-1: 77 dead and missing of 6.2 million are 1.242 per 100 000.
 */
public final class Ratio extends ByPeriod {
    private static final Card CARD = Card.measure("ratio", 1)
            .source("ISO 80000-1:2022", "algebra of units", "https://www.iso.org/standard/76921.html")
            .input("over", UnitRule.any())
            .input("under", UnitRule.any())
            .output("ratio", new UnitRule.Quotient("over", "under"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("ratio", row.get("over"), row.get("under"), 1, "under");
    }
}

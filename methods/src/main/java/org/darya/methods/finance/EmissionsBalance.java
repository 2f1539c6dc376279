package org.darya.methods.finance;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * Emissions of a party corrected for the mitigation outcomes it sold and used: E + T − U.
 *
 * <h2>Source</h2>
 * Decision 18/CMA.1, annex, paragraph 77(d): emissions balance with an addition for outcomes first transferred and a
 * subtraction for outcomes used; Decision 2/CMA.3 on Article 6, paragraph 2, of the Paris Agreement.
 *
 * <h2>Inputs and units</h2>
 * {@code emissions}: covered by the contribution, t{CO2e}; {@code transferred}: outcomes first transferred; {@code used}:
 * outcomes used towards the contribution, t{CO2e}.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * A party that reports no outcomes gives zeros in its series; a missing report leaves the balance without a value.
 *
 * <h2>Published example</h2>
 * Emissions 100, transferred 5, used 2: 103.
 */
public final class EmissionsBalance extends ByPeriod {
    private static final Card CARD = Card.measure("emissions-balance", 1)
            .source("Decision 18/CMA.1", "annex, paragraph 77(d)", "https://unfccc.int/decisions")
            .input("emissions", "t{CO2e}")
            .input("transferred", "t{CO2e}")
            .input("used", "t{CO2e}")
            .output("balance", "t{CO2e}", Direction.DOWN, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.of("balance", row.get("emissions") + row.get("transferred") - row.get("used"));
    }
}

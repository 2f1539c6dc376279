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
 * An amount divided by the population of the same period: x / P.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata, for instance 7.b.1 (installed renewable capacity per head).
 *
 * <h2>Inputs and units</h2>
 * {@code amount}: any unit; {@code population}: persons.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * No population, no value; a population of zero gives not applicable.
 *
 * <h2>Published example</h2>
 * 150 MW for 10 million people are 15 W a head.
 */
public final class PerHead extends ByPeriod {
    private static final Card CARD = Card.measure("per-head", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 7.b.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-07-0b-01.pdf")
            .input("amount", UnitRule.any())
            .input("population", "{person}")
            .output("per-head", new UnitRule.Quotient("amount", "population"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("per-head", row.get("amount"), row.get("population"), 1, "population");
    }
}

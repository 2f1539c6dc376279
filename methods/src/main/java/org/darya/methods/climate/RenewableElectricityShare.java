package org.darya.methods.climate;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The renewable share of the electricity generated: 100 · Σ G_renewable / G.
 *
 * <h2>Source</h2>
 * IRENA, Renewable Energy Statistics, definition of renewable electricity generation; Ember, Electricity Data
 * Methodology.
 *
 * <h2>Inputs and units</h2>
 * {@code generation}: all electricity, TW.h; {@code renewable}: one or more series of renewable generation, TW.h.
 *
 * <h2>Parameters and defaults</h2>
 * None. Whether large hydropower counts is the choice of the series.
 *
 * <h2>Behaviour at edges</h2>
 * A year with generation and without renewables is not reported, never 0 %: the case of Kazakhstan 2021 in the data.
 *
 * <h2>Published example</h2>
 * 2020: Kazakhstan 13.509 of 107.8 TW.h, 12.532 %; Kyrgyzstan 92.848 %; Tajikistan 92.542 %; Uzbekistan 11.412 %.
 */
public final class RenewableElectricityShare extends ByPeriod {
    private static final Card CARD = Card.measure("renewable-electricity-share", 1)
            .source(
                    "Ember",
                    "Electricity Data Methodology",
                    "https://ember-energy.org/data/electricity-data-methodology/")
            .input("generation", "TW.h")
            .several("renewable", UnitRule.fixed("TW.h"))
            .output("share", "%", Direction.UP, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("share", row.sum("renewable"), row.get("generation"), 100, "generation");
    }
}

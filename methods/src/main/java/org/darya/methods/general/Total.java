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
 * The sum of simultaneous values: x_1 + … + x_n.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata: regional aggregation of extensive quantities by sum.
 *
 * <h2>Inputs and units</h2>
 * {@code part}: one or more series of one quantity; the unit is that of the first.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * One missing part makes the total missing: a sum over fewer parts is another quantity.
 *
 * <h2>Published example</h2>
 * FAO Global Forest Resources Assessment 2020: forest of the five states, 13 010.52 thousand hectares.
 */
public final class Total extends ByPeriod {
    private static final Card CARD = Card.measure("total", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "regional aggregates",
                    "https://unstats.un.org/sdgs/metadata/")
            .several("part", UnitRule.any())
            .output("total", UnitRule.same("part"), Direction.NEUTRAL, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.of("total", row.sum("part"));
    }
}

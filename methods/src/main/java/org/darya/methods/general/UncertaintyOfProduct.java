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
 * The relative uncertainty of a product of independent factors: √Σ U_i².
 *
 * <h2>Source</h2>
 * IPCC 2006 Guidelines, Volume 1, Chapter 3, Equation 3.1 (approach 1, error propagation).
 *
 * <h2>Inputs and units</h2>
 * {@code uncertainty}: half the 95 % interval of each factor, in percent of the factor.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * One missing uncertainty makes the result missing. The equation is an approximation for uncertainties below about
 * 30 %.
 *
 * <h2>Published example</h2>
 * Activity data 5 %, emission factor 7 %: 8.602 %.
 */
public final class UncertaintyOfProduct extends ByPeriod {
    private static final Card CARD = Card.measure("uncertainty-of-product", 1)
            .source(
                    "IPCC 2006 Guidelines",
                    "Volume 1, Chapter 3, Equation 3.1",
                    "https://www.ipcc-nggip.iges.or.jp/public/2006gl/vol1.html")
            .several("uncertainty", UnitRule.fixed("%"))
            .output("uncertainty", "%", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double squares = row.all("uncertainty").stream()
                .mapToDouble(part -> part.number() * part.number())
                .sum();
        return Answer.of("uncertainty", Math.sqrt(squares));
    }
}

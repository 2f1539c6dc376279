package org.darya.methods.general;

import org.darya.methods.Answer;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The relative uncertainty of a sum of independent values: √Σ(U_i x_i)² / |Σ x_i|.
 *
 * <h2>Source</h2>
 * IPCC 2006 Guidelines, Volume 1, Chapter 3, Equation 3.2 (approach 1, error propagation).
 *
 * <h2>Inputs and units</h2>
 * {@code value}: one series for each term, any unit; {@code uncertainty}: half the 95 % interval of the term with the
 * same tags, in percent of the value.
 *
 * <h2>Parameters and defaults</h2>
 * {@code minimum-coverage}: the share of terms that must have both, 100 %.
 *
 * <h2>Behaviour at edges</h2>
 * A sum of zero gives not applicable. Correlated terms make the result too small; the guidelines then ask for
 * simulation.
 *
 * <h2>Published example</h2>
 * Emissions 100 ± 5 % and 50 ± 10 % give a total of 150 ± 4.714 %.
 */
public final class UncertaintyOfSum extends Aggregate {
    private static final Card CARD = Card.measure("uncertainty-of-sum", 1)
            .source(
                    "IPCC 2006 Guidelines",
                    "Volume 1, Chapter 3, Equation 3.2",
                    "https://www.ipcc-nggip.iges.or.jp/public/2006gl/vol1.html")
            .several("value", UnitRule.any())
            .several("uncertainty", UnitRule.fixed("%"))
            .parameter(MINIMUM)
            .output("uncertainty", "%", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    public UncertaintyOfSum() {
        super("value", "uncertainty");
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    Answer of(Members members) {
        double squares = members.pairs().stream()
                .mapToDouble(pair -> Math.pow(pair.first() * pair.second(), 2))
                .sum();
        return Answer.quotient("uncertainty", Math.sqrt(squares), Math.abs(members.firsts()), 1, "value");
    }
}

package org.darya.methods.general;

import org.darya.methods.Answer;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The mean of values weighted by people, area or volume: Σ w_i x_i / Σ w_i.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 11.6.2 (population-weighted PM2.5), section on computation.
 *
 * <h2>Inputs and units</h2>
 * {@code value} and {@code weight}: one series for each member, matched by equal tags; any units.
 *
 * <h2>Parameters and defaults</h2>
 * {@code minimum-coverage}: the share of members that must have both values, 100 %.
 *
 * <h2>Behaviour at edges</h2>
 * Members without one of the two are left out and show in the coverage. Weights that add up to zero give not
 * applicable.
 *
 * <h2>Published example</h2>
 * SDG 6.4.1 of Uzbekistan 2017 from its three sectors (AQUASTAT): 1.3378 USD/m3.
 */
public final class WeightedMean extends Aggregate {
    private static final Card CARD = Card.measure("weighted-mean", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 11.6.2",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-11-06-02.pdf")
            .several("value", UnitRule.any())
            .several("weight", UnitRule.any())
            .parameter(MINIMUM)
            .output("mean", UnitRule.same("value"), Direction.NEUTRAL, Range.ANY)
            .build();

    public WeightedMean() {
        super("value", "weight");
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    Answer of(Members members) {
        return Answer.quotient("mean", members.products(), members.seconds(), 1, "weight");
    }
}

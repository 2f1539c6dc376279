package org.darya.methods.general;

import org.darya.methods.Answer;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The quotient of two sums over the same members: Σ a_i / Σ b_i. It is not the mean of the quotients.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata: regional aggregates of ratios.
 *
 * <h2>Inputs and units</h2>
 * {@code over} and {@code under}: one series for each member, matched by equal tags; any units.
 *
 * <h2>Parameters and defaults</h2>
 * {@code minimum-coverage}: the share of members that must have both values, 100 %.
 *
 * <h2>Behaviour at edges</h2>
 * A member without one of its values counts in neither sum and shows in the coverage; below the minimum the value is
 * not reported. A sum of zero below the line gives not applicable.
 *
 * <h2>Published example</h2>
 * SDG 6.4.2 joined over the five states, AQUASTAT 2017: 124.910 of 156.940 km3, 0.795909.
 */
public final class RatioOfSums extends Aggregate {
    private static final Card CARD = Card.measure("ratio-of-sums", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "regional aggregates",
                    "https://unstats.un.org/sdgs/metadata/")
            .several("over", UnitRule.any())
            .several("under", UnitRule.any())
            .parameter(MINIMUM)
            .output("ratio", new UnitRule.Quotient("over", "under"), Direction.NEUTRAL, Range.ANY)
            .build();

    public RatioOfSums() {
        super("over", "under");
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    Answer of(Members members) {
        return Answer.quotient("ratio", members.firsts(), members.seconds(), 1, "under");
    }
}

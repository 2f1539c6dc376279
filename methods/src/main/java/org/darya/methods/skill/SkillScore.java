package org.darya.methods.skill;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * How much of the way from a reference forecast to the perfect one a forecast goes: (S − S_ref) / (S_perfect − S_ref).
 *
 * <h2>Source</h2>
 * Murphy 1988, doi 10.1175/1520-0493(1988)116&lt;2417:SSBOTM&gt;2.0.CO;2, equation 4.
 *
 * <h2>Inputs and units</h2>
 * {@code score} and {@code reference}: the same score, of the forecast and of persistence or climatology; any unit.
 *
 * <h2>Parameters and defaults</h2>
 * {@code perfect}: 0, for errors and the ensemble score; 1 for efficiencies.
 *
 * <h2>Behaviour at edges</h2>
 * A reference that is perfect leaves nothing to win: not applicable. Zero or less means that the forecast should not be
 * published.
 *
 * <h2>Published example</h2>
 * Khudaydod, decades 1932–2015: persistence (efficiency 0.876248) over climatology (0.766443): 0.470142.
 */
public final class SkillScore extends ByPeriod {
    private static final Parameter.Real PERFECT = Parameter.real("perfect", 0, "1", Range.ANY, "the card of the score");

    private static final Card CARD = Card.measure("skill-score", 1)
            .source("Murphy 1988", "equation 4", "https://doi.org/10.1175/1520-0493(1988)116%3C2417:SSBOTM%3E2.0.CO;2")
            .input("score", UnitRule.any())
            .input("reference", UnitRule.same("score"))
            .parameter(PERFECT)
            .score("skill", "1", Direction.UP, Range.atMost(1), 1.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double gain = row.call().get(PERFECT) - row.get("reference");
        return gain == 0
                ? Answer.none(Why.ZERO_DENOMINATOR, "reference")
                : Answer.of("skill", (row.get("score") - row.get("reference")) / gain);
    }
}

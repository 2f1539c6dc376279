package org.darya.methods.work;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * The unadjusted gender pay gap: 100 · (E_m − E_w) / E_m.
 *
 * <h2>Source</h2>
 * ILO, SDG metadata 8.5.1, gender pay gap.
 *
 * <h2>Inputs and units</h2>
 * {@code men}, {@code women}: mean earnings for an hour (or a month, said so), one currency in braces.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Negative when women earn more. Earnings of men of zero give not applicable. Hours, sector and age are not adjusted for.
 *
 * <h2>Published example</h2>
 * Men 950, women 837: 11.895 %.
 */
public final class PayGap extends ByPeriod {
    private static final Card CARD = Card.measure("pay-gap", 1)
            .source(
                    "ILO, SDG metadata",
                    "indicator 8.5.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-08-05-01.pdf")
            .input("men", UnitRule.any())
            .input("women", UnitRule.same("men"))
            .score("gap", "%", Direction.TOWARDS_PERFECT, Range.atMost(100), 0.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("gap", row.get("men") - row.get("women"), row.get("men"), 100, "men");
    }
}

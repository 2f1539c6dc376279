package org.darya.methods.work;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The gap between the rates of two groups in percentage points, r_m − r_w, and their ratio, r_w / r_m.
 *
 * <h2>Source</h2>
 * ILO, Key Indicators of the Labour Market, employment-to-population ratio by sex; SDG metadata 8.5.2 for unemployment.
 *
 * <h2>Inputs and units</h2>
 * {@code men}, {@code women}: rates of one kind, %.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Negative when the rate of women is higher. A rate of zero for men leaves the ratio without a value.
 *
 * <h2>Published example</h2>
 * Employment 75.5 % and 63.0 %: gap 12.5 points, ratio 0.8344.
 */
public final class EmploymentGap extends ByPeriod {
    private static final Card CARD = Card.measure("employment-gap", 1)
            .source(
                    "ILO, SDG metadata",
                    "indicator 8.5.2",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-08-05-02.pdf")
            .input("men", "%")
            .input("women", "%")
            .score("gap", "%", Direction.TOWARDS_PERFECT, Range.of(-100, 100), 0.0)
            .score("ratio", "1", Direction.TOWARDS_PERFECT, Range.NOT_NEGATIVE, 1.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double men = row.get("men");
        double women = row.get("women");
        Answer answer = Answer.of("gap", men - women);
        return men == 0 ? answer.without("ratio", Why.ZERO_DENOMINATOR, "men") : answer.and("ratio", women / men);
    }
}

package org.darya.methods.finance;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * Climate finance received for each inhabitant, F / P, and the share of it that serves adaptation, 100 · F_a / F.
 *
 * <h2>Source</h2>
 * UNFCCC, common tabular formats for support received, Decision 5/CMA.3, annex III, tables III.6 to III.13.
 *
 * <h2>Inputs and units</h2>
 * {@code finance}: a currency in braces, one kind of money; {@code population}: persons; {@code adaptation}: part of the
 * finance, same currency, may be left out.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * No population gives not applicable; no finance gives no share of adaptation.
 *
 * <h2>Published example</h2>
 * 120 million for 6 million people: 20 a head.
 */
public final class ClimateFinancePerHead extends ByPeriod {
    private static final Card CARD = Card.measure("climate-finance-per-head", 1)
            .source("Decision 5/CMA.3", "annex III, tables III.6 to III.13", "https://unfccc.int/decisions")
            .input("finance", UnitRule.any())
            .input("population", "{person}")
            .anyNumber("adaptation", UnitRule.same("finance"))
            .output("per-head", new UnitRule.Quotient("finance", "population"), Direction.UP, Range.NOT_NEGATIVE)
            .output("adaptation-share", "%", Direction.NEUTRAL, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double finance = row.get("finance");
        if (row.get("population") == 0) {
            return Answer.none(Why.ZERO_DENOMINATOR, "population");
        }
        Answer answer = Answer.of("per-head", finance / row.get("population"));
        if (!row.has("adaptation")) {
            return answer.without("adaptation-share", Why.INPUT_MISSING, "adaptation", row.period());
        }
        return finance == 0
                ? answer.without("adaptation-share", Why.ZERO_DENOMINATOR, "finance")
                : answer.and("adaptation-share", 100 * row.sum("adaptation") / finance);
    }
}

package org.darya.methods.climate;

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
 * The renewable share of total final energy consumption: 100 · (R + C_ele · s_ele + C_heat · s_heat) / C.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 7.2.1, method of computation.
 *
 * <h2>Inputs and units</h2>
 * {@code consumption}, {@code direct-renewable}, {@code electricity}, {@code heat}: energy in the unit of the first;
 * {@code electricity-share}, {@code heat-share}: renewable share of their generation, percent.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Heat may be left out where a country has none; when given, its share must be given too. Consumption of zero gives not
 * applicable.
 *
 * <h2>Published example</h2>
 * Consumption 100, direct 5, electricity 20 with 30 % renewable, heat 10 with none: 11.0 %.
 */
public final class RenewableConsumptionShare extends ByPeriod {
    private static final Card CARD = Card.measure("renewable-consumption-share", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 7.2.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-07-02-01.pdf")
            .input("consumption", UnitRule.any())
            .input("direct-renewable", UnitRule.same("consumption"))
            .input("electricity", UnitRule.same("consumption"))
            .input("electricity-share", "%")
            .anyNumber("heat", UnitRule.same("consumption"))
            .optional("heat-share", "%")
            .output("share", "%", Direction.UP, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        if (row.has("heat") && !row.has("heat-share")) {
            return Answer.none(Why.INPUT_MISSING, "heat-share", row.period());
        }
        double renewable = row.get("direct-renewable")
                + row.get("electricity") * row.get("electricity-share") / 100
                + row.sum("heat") * row.get("heat-share", 0) / 100;
        return Answer.quotient("share", renewable, row.get("consumption"), 100, "consumption");
    }
}

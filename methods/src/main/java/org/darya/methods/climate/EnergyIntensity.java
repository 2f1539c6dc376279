package org.darya.methods.climate;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * Energy supplied for each unit of gross domestic product: TES / GDP.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 7.3.1, method of computation.
 *
 * <h2>Inputs and units</h2>
 * {@code supply}: total energy supply, MJ; {@code gdp}: a currency in braces at constant prices and purchasing power
 * parity.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * GDP of zero gives not applicable. Currencies and price bases are never converted.
 *
 * <h2>Published example</h2>
 * 2.8 EJ for 480 billion USD: 5.833 MJ/USD.
 */
public final class EnergyIntensity extends ByPeriod {
    private static final Card CARD = Card.measure("energy-intensity", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 7.3.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-07-03-01.pdf")
            .input("supply", "MJ")
            .input("gdp", UnitRule.any())
            .output("intensity", new UnitRule.Quotient("supply", "gdp"), Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("intensity", row.get("supply"), row.get("gdp"), 1, "gdp");
    }
}

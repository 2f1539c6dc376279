package org.darya.methods.climate;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.Ucum;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * Greenhouse gas emissions for each unit of gross domestic product: Σ_g E_g · GWP_g / GDP.
 *
 * <h2>Source</h2>
 * UN Statistics Division, SDG metadata 9.4.1 (CO2 alone); the same with all gases.
 *
 * <h2>Inputs and units</h2>
 * {@code emissions}: one series for each gas, mass, tag {@code gas}; {@code gdp}: a currency in braces at constant
 * prices, such as {USD}. The result is in kg{CO2e}; carbon dioxide alone without that mark is the method ratio.
 *
 * <h2>Parameters and defaults</h2>
 * {@code gwp-set}: SAR, TAR, AR4, AR5 (default), AR5CCF, AR6; without effect for CO2 alone.
 *
 * <h2>Behaviour at edges</h2>
 * GDP of zero gives not applicable. The price base belongs to the indicator; currencies are never converted.
 *
 * <h2>Published example</h2>
 * 100 t CO2 and 1 t CH4 for 1 000 USD: 0.121 t/USD with SAR, 0.123 TAR, 0.125 AR4, 0.128 AR5, 0.134 AR5CCF, 0.1279 AR6.
 */
public final class GhgPerGdp extends ByPeriod {
    private static final Card CARD = Card.measure("ghg-per-gdp", 1)
            .source(
                    "UN Statistics Division, SDG metadata",
                    "indicator 9.4.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-09-04-01.pdf")
            .several("emissions", UnitRule.fixed("kg"))
            .input("gdp", UnitRule.any())
            .parameter(Gwp.SET)
            .output("intensity", new UnitRule.Per(new Ucum("kg{CO2e}"), "gdp"), Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.quotient("intensity", Co2Equivalent.sum(row), row.get("gdp"), 1, "gdp");
    }
}

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
 * The sum of masses of gases weighted by their warming potential over 100 years: Σ_g E_g · GWP_g.
 *
 * <h2>Source</h2>
 * IPCC assessment reports SAR to AR6 (tables named in the source of the set); Decision 18/CMA.1, annex, paragraph 37.
 *
 * <h2>Inputs and units</h2>
 * {@code emissions}: one series for each gas, mass, with the tag {@code gas} (CO2, CH4, N2O, SF6, NF3, HFC23 …).
 *
 * <h2>Parameters and defaults</h2>
 * {@code gwp-set}: SAR, TAR, AR4, AR5 (default), AR5CCF, AR6.
 *
 * <h2>Behaviour at edges</h2>
 * A gas unknown to the set is refused. A missing gas makes the sum missing. Sums of different sets must not be
 * compared.
 *
 * <h2>Published example</h2>
 * 2 692.8 t CO2, 0.048 t CH4 and 0.0048 t N2O with AR5: 2 695.416 t CO2e.
 */
public final class Co2Equivalent extends ByPeriod {
    private static final Card CARD = Card.measure("co2-equivalent", 1)
            .source("IPCC AR6 WG1", "Table 7.SM.7", "https://www.ipcc.ch/report/ar6/wg1/")
            .source("Decision 18/CMA.1", "annex, paragraph 37", "https://unfccc.int/decisions")
            .several("emissions", UnitRule.fixed("t"))
            .parameter(Gwp.SET)
            .output("co2e", "t{CO2e}", Direction.DOWN, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        return Answer.of("co2e", sum(row));
    }

    static double sum(Row row) {
        String set = row.call().get(Gwp.SET);
        return row.all("emissions").stream()
                .mapToDouble(part -> part.number() * Gwp.of(set, part.tag("gas")))
                .sum();
    }
}

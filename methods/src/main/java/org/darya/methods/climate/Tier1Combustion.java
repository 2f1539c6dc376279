package org.darya.methods.climate;

import java.util.HashMap;
import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Row;
import org.darya.methods.Ucum;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * Emissions of burning fuel from the energy in it: E_g = Σ_f A_f · EF_fg for CO2, CH4 and N2O, and their sum in CO2e.
 *
 * <h2>Source</h2>
 * IPCC 2006 Guidelines, Volume 2, Chapter 2, Equation 2.1 and Table 2.2 (energy industries); net calorific values:
 * Chapter 1, Table 1.2.
 *
 * <h2>Inputs and units</h2>
 * {@code energy}: one series for each fuel, net calorific, TJ; {@code mass}: one series for each fuel given by mass, Gg.
 * Both carry the tag {@code fuel}: natural-gas, diesel, gasoline, residual-fuel-oil, other-bituminous-coal,
 * sub-bituminous-coal, lignite.
 *
 * <h2>Parameters and defaults</h2>
 * {@code ef-co2}, {@code ef-ch4}, {@code ef-n2o}: kg/TJ by fuel, Table 2.2; {@code ncv}: TJ/Gg by fuel, Table 1.2;
 * {@code gwp-set}: AR5. National factors replace single entries.
 *
 * <h2>Behaviour at edges</h2>
 * A fuel without factor is refused. Oxidation is complete, as in Tier 1. The result is an estimate.
 *
 * <h2>Published example</h2>
 * 1 000 t of natural gas at 48.0 TJ/Gg: 2 692.8 t CO2, 0.048 t CH4, 0.0048 t N2O, 2 695.416 t CO2e.
 */
public final class Tier1Combustion extends ByPeriod {
    private static final String TABLE = "IPCC 2006, Volume 2, Chapter 2, Table 2.2";
    private static final Parameter.Table CO2 = factors("ef-co2", 56100, 74100, 69300, 77400, 94600, 96100, 101000);
    private static final Parameter.Table CH4 = factors("ef-ch4", 1, 3, 3, 3, 1, 1, 1);
    private static final Parameter.Table N2O = factors("ef-n2o", 0.1, 0.6, 0.6, 0.6, 1.5, 1.5, 1.5);
    private static final Parameter.Table NCV = new Parameter.Table(
            "ncv",
            fuels(48.0, 43.0, 44.3, 40.4, 25.8, 18.9, 11.9),
            new Ucum("TJ/Gg"),
            "IPCC 2006, Volume 2, Chapter 1, Table 1.2");

    private static final Card CARD = Card.model("tier1-combustion", 1)
            .source(
                    "IPCC 2006 Guidelines",
                    "Volume 2, Chapter 2, Equation 2.1, Table 2.2",
                    "https://www.ipcc-nggip.iges.or.jp/public/2006gl/vol2.html")
            .anyNumber("energy", UnitRule.fixed("TJ"))
            .anyNumber("mass", UnitRule.fixed("Gg"))
            .parameter(CO2)
            .parameter(CH4)
            .parameter(N2O)
            .parameter(NCV)
            .parameter(Gwp.SET)
            .output("co2e", "t{CO2e}", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("co2", "t", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("ch4", "t", Direction.DOWN, Range.NOT_NEGATIVE)
            .output("n2o", "t", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        Map<String, Double> energy = new HashMap<>();
        Map<String, Double> ncv = row.call().get(NCV);
        row.all("energy").forEach(part -> energy.merge(part.tag("fuel"), part.number(), Double::sum));
        row.all("mass")
                .forEach(part ->
                        energy.merge(part.tag("fuel"), part.number() * of(ncv, "ncv", part.tag("fuel")), Double::sum));
        double co2 = tonnes(row, CO2, energy);
        double ch4 = tonnes(row, CH4, energy);
        double n2o = tonnes(row, N2O, energy);
        String set = row.call().get(Gwp.SET);
        double co2e = co2 + ch4 * Gwp.of(set, "CH4") + n2o * Gwp.of(set, "N2O");
        return Answer.of("co2", co2).and("ch4", ch4).and("n2o", n2o).and("co2e", co2e);
    }

    private static double tonnes(Row row, Parameter.Table factors, Map<String, Double> energy) {
        Map<String, Double> table = row.call().get(factors);
        return energy.entrySet().stream()
                .mapToDouble(e -> e.getValue() * of(table, factors.name(), e.getKey()) / 1000)
                .sum();
    }

    private static double of(Map<String, Double> table, String name, String fuel) {
        Double factor = table.get(fuel);
        if (factor == null) {
            throw new IllegalArgumentException(
                    "The fuel (%s) has no factor in %s, which has %s.\nMaybe set the parameter %s: %s=..."
                            .formatted(fuel, name, table.keySet(), name, fuel));
        }
        return factor;
    }

    private static Parameter.Table factors(String name, double... values) {
        return new Parameter.Table(name, fuels(values), new Ucum("kg/TJ"), TABLE);
    }

    private static Map<String, Double> fuels(double... v) {
        return Map.of(
                "natural-gas", v[0],
                "diesel", v[1],
                "gasoline", v[2],
                "residual-fuel-oil", v[3],
                "other-bituminous-coal", v[4],
                "sub-bituminous-coal", v[5],
                "lignite", v[6]);
    }
}

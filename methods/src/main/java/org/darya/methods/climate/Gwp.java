package org.darya.methods.climate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.methods.Parameter;

/**
 * Global warming potentials over 100 years, by assessment report of the IPCC. Second report to sixth, the fifth also
 * with climate–carbon feedback. An empty cell means that the report gives none.
 *
 * <p>Sources: SAR, AR4, AR5 as compiled by the GHG Protocol (February 2016); TAR WG1 Table 6.7; AR5 Table 8.SM.16; AR6
 * WG1 Table 7.SM.7; collected under CC0 in openclimatedata/globalwarmingpotentials.
 */
final class Gwp {
    private static final String TABLE = """
            gas,SAR,TAR,AR4,AR5,AR5CCF,AR6
            CO2,1,1,1,1,1,1
            CH4,21,23,25,28,34,27.9
            N2O,310,296,298,265,298,273
            HFC23,11700,12000,14800,12400,13856,14600
            HFC32,650,550,675,677,817,771
            HFC125,2800,3400,3500,3170,3691,3740
            HFC134a,1300,1300,1430,1300,1549,1530
            HFC143a,3800,4300,4470,4800,5508,5810
            SF6,23900,22200,22800,23500,26087,25200
            NF3,,10800,17200,16100,17885,17400
            """;

    private static final Map<String, Map<String, Double>> SETS = read();

    /** Which set to use. The Paris rulebook asks for the fifth report. */
    static final Parameter.Choice SET = Parameter.choice(
            "gwp-set", "AR5", List.copyOf(SETS.keySet()), "Decision 18/CMA.1, annex, paragraph 37: fifth report");

    private Gwp() {}

    static double of(String set, String gas) {
        Double value = SETS.getOrDefault(set, Map.of()).get(gas);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The gas (%s) has no warming potential in the set %s, which has %s.\nMaybe the name is spelled otherwise, or the report did not treat the gas."
                            .formatted(
                                    gas, set, SETS.getOrDefault(set, Map.of()).keySet()));
        }
        return value;
    }

    private static Map<String, Map<String, Double>> read() {
        List<String> lines = TABLE.lines().toList();
        List<String> sets = new ArrayList<>(List.of(lines.getFirst().split(",", -1)));
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        sets.stream().skip(1).forEach(set -> all.put(set, new LinkedHashMap<>()));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            for (int i = 1; i < cells.length; i++) {
                Map<String, Double> set = all.get(sets.get(i));
                if (set != null && !cells[i].isEmpty()) {
                    set.put(cells[0], Double.parseDouble(cells[i]));
                }
            }
        }
        return all;
    }
}

package org.darya.basin.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/**
 * What a country planned to take in a season, what its limit was and what it got: a row of the table that basin
 * organisations publish. A step belongs to the season of the day that profiles go by.
 *
 * @param country the country
 * @param season {@code vegetation} or {@code non-vegetation}
 * @param year year in which the season began
 * @param planned volume that its demands wanted, mean over scenarios
 * @param limit volume that it was allowed, infinite if there is no limit
 * @param actual volume that its demands got, mean over scenarios
 */
public record Allocation(String country, String season, int year, double planned, double limit, double actual) {

    /** Unit of the volumes of a readable model: million cubic metres, in UCUM. */
    public static final String UNIT = "10*6.m3";

    /** What it got beyond (or, negative, short of) what it could expect: the plan, or the limit where that is less. */
    public double difference() {
        return actual - (planned > limit ? limit : planned);
    }

    /** The table of a run, by country, then season; empty if the model names no countries. */
    public static List<Allocation> of(Element model, Ledger ledger) {
        List<Allocation> rows = new ArrayList<>();
        if (!model.has("allocation")) {
            return rows;
        }
        Element about = model.get("allocation");
        int vegetation = about.need("vegetation").integer();
        int rest = about.need("non_vegetation").integer();
        about.need("countries").fields().forEach((country, given) -> {
            Map<String, double[]> sums = new LinkedHashMap<>();
            for (Step step : ledger.model().timeline().steps()) {
                int month = step.day().getMonthValue();
                boolean grows =
                        vegetation < rest ? month >= vegetation && month < rest : month >= vegetation || month < rest;
                int began = month >= (grows ? vegetation : rest) ? step.year() : step.year() - 1;
                double[] sum = sums.computeIfAbsent(began + (grows ? " v" : " n"), key -> new double[2]);
                for (String demand : given.need("demands").words()) {
                    int at = ledger.find(demand);
                    sum[0] += ledger.wanted(at)[step.index()] * step.days();
                    sum[1] += ledger.flow(at)[step.index()] * step.days();
                }
            }
            sums.forEach((key, sum) -> {
                String season = key.endsWith("v") ? "vegetation" : "non-vegetation";
                rows.add(new Allocation(
                        country,
                        season,
                        Integer.parseInt(key.substring(0, key.length() - 2)),
                        sum[0],
                        given.get(season).number(Double.POSITIVE_INFINITY),
                        sum[1]));
            });
        });
        return rows;
    }
}

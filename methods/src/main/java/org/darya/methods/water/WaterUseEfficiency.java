package org.darya.methods.water;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.darya.methods.UnitRule;

/**
 * <h2>What it computes</h2>
 * Value added for each cubic metre used, over irrigated agriculture, industry and services: Σ_s E_s · V_s / V with E_a =
 * GVA_a (1 − C_r) / V_a, where C_r = 1 / (1 + A_i / ((1 − A_i) r)) is the share of agriculture that rain feeds.
 *
 * <h2>Source</h2>
 * FAO, SDG metadata 6.4.1, method of computation; FAO AQUASTAT publishes r as its inverse, 1.778.
 *
 * <h2>Inputs and units</h2>
 * {@code agriculture-value}, {@code industry-value}, {@code services-value}: gross value added at constant prices, one
 * currency; {@code agriculture-water}, {@code industry-water}, {@code services-water}: m3; {@code irrigated}: irrigated
 * share of cultivated land, %.
 *
 * <h2>Parameters and defaults</h2>
 * {@code yield-ratio}: rainfed over irrigated yield r, 0.5625 = 1/1.778 as AQUASTAT uses it; older editions of the
 * metadata 0.375.
 *
 * <h2>Behaviour at edges</h2>
 * Land wholly irrigated: all agricultural value counts. None irrigated: none. A sector without water use has no
 * efficiency of its own and its value still counts. No water use at all gives not applicable.
 *
 * <h2>Published example</h2>
 * AQUASTAT 2017, Uzbekistan: 83.748 % irrigated gives 90.160 % of agricultural value from irrigation.
 */
public final class WaterUseEfficiency extends ByPeriod {
    private static final Parameter.Real YIELD_RATIO =
            Parameter.real("yield-ratio", 1 / 1.778, "1", Range.of(0.01, 1), "AQUASTAT, 1/1.778; older metadata 0.375");

    private static final Card CARD = Card.measure("water-use-efficiency", 1)
            .source(
                    "FAO, SDG metadata",
                    "indicator 6.4.1",
                    "https://unstats.un.org/sdgs/metadata/files/Metadata-06-04-01.pdf")
            .input("agriculture-value", UnitRule.any())
            .input("industry-value", UnitRule.same("agriculture-value"))
            .input("services-value", UnitRule.same("agriculture-value"))
            .input("agriculture-water", "m3")
            .input("industry-water", "m3")
            .input("services-water", "m3")
            .input("irrigated", "%")
            .parameter(YIELD_RATIO)
            .output("efficiency", quotient("agriculture-value", "agriculture-water"), Direction.UP, Range.NOT_NEGATIVE)
            .output("agriculture", quotient("agriculture-value", "agriculture-water"), Direction.UP, Range.NOT_NEGATIVE)
            .output("industry", quotient("industry-value", "industry-water"), Direction.UP, Range.NOT_NEGATIVE)
            .output("services", quotient("services-value", "services-water"), Direction.UP, Range.NOT_NEGATIVE)
            .output("irrigated-value-share", "%", Direction.NEUTRAL, Range.PERCENT)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double irrigated = row.get("irrigated") / 100;
        if (irrigated < 0 || irrigated > 1) {
            return Answer.none(Why.OUT_OF_RANGE, "irrigated", 100 * irrigated, 0, 100);
        }
        double byIrrigation =
                irrigated / (irrigated + (1 - irrigated) * row.call().get(YIELD_RATIO));
        double agriculture = row.get("agriculture-value") * byIrrigation;
        double value = agriculture + row.get("industry-value") + row.get("services-value");
        double water = row.get("agriculture-water") + row.get("industry-water") + row.get("services-water");
        if (water <= 0) {
            return Answer.none(Why.ZERO_DENOMINATOR, "agriculture-water");
        }
        Answer answer = Answer.of("efficiency", value / water).and("irrigated-value-share", 100 * byIrrigation);
        answer = sector(answer, "agriculture", agriculture, row.get("agriculture-water"));
        answer = sector(answer, "industry", row.get("industry-value"), row.get("industry-water"));
        return sector(answer, "services", row.get("services-value"), row.get("services-water"));
    }

    private static Answer sector(Answer answer, String name, double value, double water) {
        return water > 0
                ? answer.and(name, value / water)
                : answer.without(name, Why.ZERO_DENOMINATOR, name + "-water");
    }

    private static UnitRule quotient(String over, String under) {
        return new UnitRule.Quotient(over, under);
    }
}

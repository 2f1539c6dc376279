package org.darya.methods.lake;

import java.util.Map;
import java.util.TreeMap;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.darya.methods.Ucum;
import org.hipparchus.analysis.interpolation.LinearInterpolator;

/**
 * <h2>What it computes</h2>
 * Area and volume of a lake or reservoir at a level, A(h) and V(h), by straight lines between the points of its
 * bathymetric curve.
 *
 * <h2>Source</h2>
 * Crétaux et al. 2016, doi 10.1007/s10712-016-9362-6, hypsometric curves; the curve itself comes from the survey of
 * the lake.
 *
 * <h2>Inputs and units</h2>
 * {@code level}: m in the vertical datum of the curve.
 *
 * <h2>Parameters and defaults</h2>
 * {@code areas} (km2 by level in m) and {@code volumes} (km3 by level in m): the points of the curve, written {@code
 * 511.15=0.667; …}; empty by default. An output without points has no value.
 *
 * <h2>Behaviour at edges</h2>
 * A level outside the curve gives not applicable, never an extrapolation. Straight lines keep the curve monotone. A
 * curve with fewer than two points has no value.
 *
 * <h2>Published example</h2>
 * Small Aral: 18.5 km3 at 40.42 m and 19.7 km3 at 40.90 m, so 19.1 km3 at 40.66 m, half way.
 */
public final class LakeCurve extends ByPeriod {
    private static final Parameter.Table AREAS =
            new Parameter.Table("areas", Map.of(), new Ucum("km2"), "survey of the lake");
    private static final Parameter.Table VOLUMES =
            new Parameter.Table("volumes", Map.of(), new Ucum("km3"), "survey of the lake");

    private static final Card CARD = Card.model("lake-curve", 1)
            .source("Crétaux et al. 2016", "hypsometric curves", "https://doi.org/10.1007/s10712-016-9362-6")
            .input("level", "m")
            .parameter(AREAS)
            .parameter(VOLUMES)
            .output("volume", "km3", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("area", "km2", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double level = row.get("level");
        Answer answer = read(Answer.empty(), "volume", row.call().get(VOLUMES), level);
        return read(answer, "area", row.call().get(AREAS), level);
    }

    private static Answer read(Answer answer, String output, Map<String, Double> curve, double level) {
        TreeMap<Double, Double> points = new TreeMap<>();
        curve.forEach((h, value) -> points.put(Double.valueOf(h), value));
        if (points.size() < 2) {
            return answer.without(output, Why.TOO_FEW_VALUES, points.size(), 2);
        }
        if (level < points.firstKey() || level > points.lastKey()) {
            return answer.without(output, Why.OUT_OF_RANGE, "level", level, points.firstKey(), points.lastKey());
        }
        double[] levels =
                points.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values =
                points.values().stream().mapToDouble(Double::doubleValue).toArray();
        return answer.and(
                output, new LinearInterpolator().interpolate(levels, values).value(level));
    }
}

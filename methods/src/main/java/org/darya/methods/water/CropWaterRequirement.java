package org.darya.methods.water;

import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;
import org.darya.methods.Step;

/**
 * <h2>What it computes</h2>
 * What a crop evaporates, ETc = Kc · ET0; what irrigation must bring, max(ETc − Pe, 0); and what must be taken from the
 * source, that need over the efficiency.
 *
 * <h2>Source</h2>
 * Allen et al. 1998, FAO Irrigation and Drainage Paper 56, equation 58 and Table 12 (Kc); effective precipitation of the
 * USDA Soil Conservation Service as in FAO CROPWAT 8.0: P (125 − 0.2 P) / 125 up to 250 mm a month, 125 + 0.1 P above.
 *
 * <h2>Inputs and units</h2>
 * {@code et0}: sum of the period, mm; {@code kc}: crop coefficient, 1; {@code precipitation}: sum of the period, mm.
 *
 * <h2>Parameters and defaults</h2>
 * {@code efficiency}: no default, field times conveyance (0.75 · 0.65 in the Zarafshan data set).
 *
 * <h2>Behaviour at edges</h2>
 * The formula for effective precipitation is one of months; a decade is taken as a third of a month, other lengths give
 * not applicable. Salt leaching and water stored in the soil are not in it.
 *
 * <h2>Published example</h2>
 * Cotton, mid-season Kc 1.15, ET0 8 mm/d: 9.2 mm/d; Pe of 100 mm: 84 mm.
 */
public final class CropWaterRequirement extends ByPeriod {
    private static final Parameter.Real EFFICIENCY =
            Parameter.required("efficiency", "1", Range.of(0.05, 1), "the irrigation system");

    private static final Card CARD = Card.model("crop-water-requirement", 1)
            .source(
                    "Allen et al. 1998, FAO Irrigation and Drainage Paper 56",
                    "equation 58, Table 12",
                    "https://www.fao.org/4/x0490e/x0490e0b.htm")
            .source(
                    "FAO CROPWAT 8.0",
                    "USDA SCS effective rainfall",
                    "https://www.fao.org/land-water/databases-and-software/cropwat/")
            .input("et0", "mm")
            .input("kc", "1")
            .input("precipitation", "mm")
            .parameter(EFFICIENCY)
            .output("gross", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("net", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("etc", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .output("effective-precipitation", "mm", Direction.NEUTRAL, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        int parts = row.period().step() == Step.MONTH ? 1 : row.period().step() == Step.DECADE ? 3 : 0;
        if (parts == 0) {
            return Answer.none(Why.UNKNOWN_CODE, "step", row.period().step());
        }
        double effective = ofMonth(row.get("precipitation") * parts) / parts;
        double etc = row.get("kc") * row.get("et0");
        double net = Math.max(etc - effective, 0);
        return Answer.of("gross", net / row.call().get(EFFICIENCY))
                .and("net", net)
                .and("etc", etc)
                .and("effective-precipitation", effective);
    }

    private static double ofMonth(double p) {
        return p <= 250 ? p * (125 - 0.2 * p) / 125 : 125 + 0.1 * p;
    }
}

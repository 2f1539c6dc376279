package org.darya.methods.glacier;

import java.util.List;
import org.darya.methods.Answer;
import org.darya.methods.ByPeriod;
import org.darya.methods.Card;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Row;

/**
 * <h2>What it computes</h2>
 * The volume of one glacier from its area by a power law: V = c · A^γ.
 *
 * <h2>Source</h2>
 * Erasov 1968, V = 0.027 A^1.5; fit to the thickness of Farinotti et al. 2019 (doi 10.1038/s41561-019-0300-3) for RGI
 * region 13 in riversCentralAsia (Marti et al. 2023, doi 10.21105/joss.04805).
 *
 * <h2>Inputs and units</h2>
 * {@code area}: km2, of a single glacier.
 *
 * <h2>Parameters and defaults</h2>
 * {@code law}: region-13 (default; c 0.03881778, γ 1.26151631, about ±31 % for one glacier) or erasov.
 *
 * <h2>Behaviour at edges</h2>
 * The law is not linear: the volume of a sum of areas is not the sum of volumes. A negative area gives not applicable.
 *
 * <h2>Published example</h2>
 * 2.1367 km2 (Central Tuyuksu 2025): 0.101160 km3, by Erasov 0.084329 km3.
 */
public final class GlacierVolume extends ByPeriod {
    private static final Parameter.Choice LAW = Parameter.choice(
            "law", "region-13", List.of("region-13", "erasov"), "riversCentralAsia, doi 10.21105/joss.04805");

    private static final Card CARD = Card.model("glacier-volume", 1)
            .source(
                    "Marti et al. 2023",
                    "glacier functions of riversCentralAsia",
                    "https://doi.org/10.21105/joss.04805")
            .source("Farinotti et al. 2019", "RGI region 13", "https://doi.org/10.1038/s41561-019-0300-3")
            .input("area", "km2")
            .parameter(LAW)
            .output("volume", "km3", Direction.UP, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double area = row.get("area");
        if (area < 0) {
            return Answer.none(Why.NOT_POSITIVE, "area", area);
        }
        boolean erasov = row.call().get(LAW).equals("erasov");
        double volume = erasov ? 0.027 * Math.pow(area, 1.5) : 0.03881778 * Math.pow(area, 1.26151631);
        return Answer.of("volume", volume);
    }
}

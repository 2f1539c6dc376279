package org.darya.methods.skill;

import java.util.List;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.UnitRule;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The Kling–Gupta efficiency: 1 − √((r − 1)² + (α − 1)² + (β − 1)²) with correlation r, ratio of spreads α and ratio of
 * means β, each shown beside it.
 *
 * <h2>Source</h2>
 * Gupta et al. 2009, doi 10.1016/j.jhydrol.2009.08.003, equation 9; form of 2012 with the ratio of coefficients of
 * variation: Kling et al. 2012, doi 10.1016/j.jhydrol.2012.01.011.
 *
 * <h2>Inputs and units</h2>
 * {@code observed}, {@code simulated}: one quantity, the same periods.
 *
 * <h2>Parameters and defaults</h2>
 * {@code form}: 2009 (default) or 2012.
 *
 * <h2>Behaviour at edges</h2>
 * Observations that do not vary or have mean zero, and a simulation that does not vary, give not applicable. 1 is
 * perfect; the level that separates good from useless is −0.41, not 0.
 *
 * <h2>Published example</h2>
 * Khudaydod, decades 1932–2015, persistence as forecast: 0.938122; climatology: 0.823884 with r 0.875467.
 */
public final class KlingGupta extends Computation {
    private static final Parameter.Choice FORM =
            Parameter.choice("form", "2009", List.of("2009", "2012"), "Gupta et al. 2009");

    private static final Card CARD = Card.measure("kling-gupta", 1)
            .source("Gupta et al. 2009", "equation 9", "https://doi.org/10.1016/j.jhydrol.2009.08.003")
            .source("Kling et al. 2012", "modified form", "https://doi.org/10.1016/j.jhydrol.2012.01.011")
            .input("observed", UnitRule.any())
            .input("simulated", UnitRule.same("observed"))
            .parameter(FORM)
            .score("kge", "1", Direction.UP, Range.atMost(1), 1.0)
            .score("correlation", "1", Direction.UP, Range.of(-1, 1), 1.0)
            .score("spread-ratio", "1", Direction.TOWARDS_PERFECT, Range.ANY, 1.0)
            .score("mean-ratio", "1", Direction.TOWARDS_PERFECT, Range.ANY, 1.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Pairs pairs = Pairs.of(call);
        if (!pairs.refuse(report)) {
            boolean modified = call.get(FORM).equals("2012");
            report.answer(
                    pairs.last(),
                    answer(pairs.observed(), pairs.simulated(), modified),
                    pairs.status(),
                    pairs.coverage(),
                    pairs.used());
        }
    }

    private static Answer answer(double[] o, double[] s, boolean modified) {
        double mean = StatUtils.mean(o);
        double spread = StatUtils.populationVariance(s);
        if (mean == 0) {
            return Answer.none(Why.ZERO_DENOMINATOR, "observed");
        }
        if (spread == 0) {
            return Answer.none(Why.NO_VARIATION, "simulated");
        }
        double beta = StatUtils.mean(s) / mean;
        double alpha = FastMath.sqrt(spread / StatUtils.populationVariance(o));
        if (modified) {
            if (beta == 0) {
                return Answer.none(Why.ZERO_DENOMINATOR, "simulated");
            }
            alpha /= beta;
        }
        double r = Math.clamp(new PearsonsCorrelation().correlation(o, s), -1.0, 1.0);
        double distance = Math.pow(r - 1, 2) + Math.pow(alpha - 1, 2) + Math.pow(beta - 1, 2);
        return Answer.of("kge", 1 - FastMath.sqrt(distance))
                .and("correlation", r)
                .and("spread-ratio", alpha)
                .and("mean-ratio", beta);
    }
}

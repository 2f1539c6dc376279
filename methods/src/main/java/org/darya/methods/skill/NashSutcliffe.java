package org.darya.methods.skill;

import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Direction;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.UnitRule;
import org.hipparchus.stat.StatUtils;

/**
 * <h2>What it computes</h2>
 * The Nash–Sutcliffe efficiency: 1 − Σ(o − s)² / Σ(o − ō)².
 *
 * <h2>Source</h2>
 * Nash and Sutcliffe 1970, doi 10.1016/0022-1694(70)90255-6.
 *
 * <h2>Inputs and units</h2>
 * {@code observed}, {@code simulated}: one quantity, the same periods.
 *
 * <h2>Parameters and defaults</h2>
 * None.
 *
 * <h2>Behaviour at edges</h2>
 * Periods with one of the two drop out and lower the coverage. Fewer than two pairs, or observations that do not vary,
 * give not applicable. 1 is perfect; 0 is as good as the mean; a persistence forecast must be shown beside it.
 *
 * <h2>Published example</h2>
 * Observed 1, 2, 3, 4, simulated 1.1, 1.9, 3.2, 3.8: 0.98. Khudaydod, decades 1932–2015, persistence as forecast: 0.876248.
 */
public final class NashSutcliffe extends Computation {
    private static final Card CARD = Card.measure("nash-sutcliffe", 1)
            .source("Nash and Sutcliffe 1970", "equation 3", "https://doi.org/10.1016/0022-1694(70)90255-6")
            .input("observed", UnitRule.any())
            .input("simulated", UnitRule.same("observed"))
            .score("nse", "1", Direction.UP, Range.atMost(1), 1.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Pairs pairs = Pairs.of(call);
        if (pairs.refuse(report)) {
            return;
        }
        double[] o = pairs.observed();
        double[] s = pairs.simulated();
        double errors = 0;
        for (int i = 0; i < o.length; i++) {
            errors += Math.pow(o[i] - s[i], 2);
        }
        double spread = StatUtils.populationVariance(o) * o.length;
        report.answer(
                pairs.last(), Answer.of("nse", 1 - errors / spread), pairs.status(), pairs.coverage(), pairs.used());
    }
}

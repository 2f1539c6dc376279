package org.darya.methods.skill;

import java.util.List;
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
 * The continuous ranked probability score of an ensemble, mean |x_i − y| − ½ mean |x_i − x_j|, in the unit of the
 * quantity.
 *
 * <h2>Source</h2>
 * Hersbach 2000, doi 10.1175/1520-0434(2000)015&lt;0559:DOTCRP&gt;2.0.CO;2; fair form: Ferro 2014, doi 10.1002/qj.2270,
 * which divides the second mean by n(n − 1).
 *
 * <h2>Inputs and units</h2>
 * {@code observed}: any unit; {@code member}: one series for each member.
 *
 * <h2>Parameters and defaults</h2>
 * {@code form}: ensemble (default) or fair.
 *
 * <h2>Behaviour at edges</h2>
 * One member gives the absolute error; the fair form then is not applicable. A missing member makes the period missing:
 * another ensemble size is another forecast. The fair form may be negative.
 *
 * <h2>Published example</h2>
 * Members 1, 2, 4, observed 3: 0.666667; fair 0.333333.
 */
public final class EnsembleScore extends ByPeriod {
    private static final Parameter.Choice FORM =
            Parameter.choice("form", "ensemble", List.of("ensemble", "fair"), "Hersbach 2000");

    private static final Card CARD = Card.measure("crps", 1)
            .source(
                    "Hersbach 2000",
                    "equation 2",
                    "https://doi.org/10.1175/1520-0434(2000)015%3C0559:DOTCRP%3E2.0.CO;2")
            .source("Ferro 2014", "fair scores", "https://doi.org/10.1002/qj.2270")
            .input("observed", UnitRule.any())
            .several("member", UnitRule.same("observed"))
            .parameter(FORM)
            .score("crps", UnitRule.same("observed"), Direction.DOWN, Range.ANY, 0.0)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected Answer at(Row row) {
        double y = row.get("observed");
        double[] x = row.all("member").stream().mapToDouble(Row.Part::number).toArray();
        boolean fair = row.call().get(FORM).equals("fair");
        if (fair && x.length < 2) {
            return Answer.none(Why.TOO_FEW_VALUES, x.length, 2);
        }
        double errors = 0;
        double spread = 0;
        for (double a : x) {
            errors += Math.abs(a - y);
            for (double b : x) {
                spread += Math.abs(a - b);
            }
        }
        double pairs = (double) x.length * (fair ? x.length - 1 : x.length);
        return Answer.of("crps", errors / x.length - spread / (2 * pairs));
    }
}

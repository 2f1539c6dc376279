package org.darya.methods.climate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
import org.darya.methods.Range;
import org.darya.methods.Reason;
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Status;
import org.darya.methods.Step;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;
import org.hipparchus.util.FastMath;

/**
 * <h2>What it computes</h2>
 * The change of emissions since a base year split by the Kaya identity C = P · (G/P) · (E/G) · (C/E) with the additive
 * logarithmic mean Divisia index: ΔC_k = L(C_t, C_0) · ln(k_t / k_0), L(a, b) = (a − b) / ln(a / b). The four effects
 * add up to the change without a rest.
 *
 * <h2>Source</h2>
 * Ang 2005, doi 10.1016/j.enpol.2003.10.010, additive LMDI-I; Kaya and Yokobori 1997.
 *
 * <h2>Inputs and units</h2>
 * {@code emissions}, {@code energy}, {@code gdp}: any units; {@code population}: persons. All positive.
 *
 * <h2>Parameters and defaults</h2>
 * {@code base-year}: no default.
 *
 * <h2>Behaviour at edges</h2>
 * A value that is not positive gives not applicable: the logarithm does not exist. Equal emissions use the limit L = C.
 * A base year without all four values makes every outcome not reported.
 *
 * <h2>Published example</h2>
 * Kazakhstan 2000–2012 (CAIT): 122.2505 Mt = 20.331 population + 133.635 affluence − 31.293 energy intensity − 0.423
 * carbon intensity.
 */
public final class KayaDecomposition extends Computation {
    private static final List<String> INPUTS = List.of("emissions", "energy", "gdp", "population");
    private static final Parameter.Real BASE_YEAR =
            Parameter.required("base-year", "a", Range.of(1800, 2200), "the question asked");

    private static final Card CARD = Card.measure("kaya-decomposition", 1)
            .source("Ang 2005", "additive LMDI-I", "https://doi.org/10.1016/j.enpol.2003.10.010")
            .input("emissions", UnitRule.any())
            .input("energy", UnitRule.any())
            .input("gdp", UnitRule.any())
            .input("population", "{person}")
            .parameter(BASE_YEAR)
            .output("change", UnitRule.same("emissions"), Direction.DOWN, Range.ANY)
            .output("population-effect", UnitRule.same("emissions"), Direction.NEUTRAL, Range.ANY)
            .output("affluence-effect", UnitRule.same("emissions"), Direction.NEUTRAL, Range.ANY)
            .output("energy-intensity-effect", UnitRule.same("emissions"), Direction.DOWN, Range.ANY)
            .output("carbon-intensity-effect", UnitRule.same("emissions"), Direction.DOWN, Range.ANY)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        Map<String, Map<Period, Sample>> known = new HashMap<>();
        INPUTS.forEach(
                name -> known.put(name, call.one(name).stepwise(Step.YEAR).byPeriod()));
        Period base = Period.year((int) call.get(BASE_YEAR));
        for (Sample end : call.one("emissions").samples()) {
            Period year = end.period();
            if (year.compareTo(base) <= 0) {
                continue;
            }
            Status status = Status.OBSERVED;
            double[] then = new double[4];
            double[] now = new double[4];
            int present = 0;
            String lacking = "";
            for (int i = 0; i < 4; i++) {
                Map<Period, Sample> series = known.getOrDefault(INPUTS.get(i), Map.of());
                Sample a = series.get(base);
                Sample b = series.get(year);
                if (a != null && b != null) {
                    then[i] = a.number();
                    now[i] = b.number();
                    status = status.weaker(a.status()).weaker(b.status());
                    present++;
                } else {
                    lacking = INPUTS.get(i);
                }
            }
            List<Used> used = INPUTS.stream()
                    .map(name -> new Used(name, call.one(name).id(), base, year, 2))
                    .toList();
            Coverage coverage = new Coverage(present, 4);
            if (present < 4) {
                Reason reason = Reason.of(Why.INPUT_MISSING, lacking, base + ", " + year);
                report.missing(year, new Value.NotReported(reason), coverage, used);
            } else {
                report.answer(year, split(then, now), status, coverage, used);
            }
        }
    }

    private static Answer split(double[] then, double[] now) {
        for (int i = 0; i < 4; i++) {
            if (then[i] <= 0 || now[i] <= 0) {
                return Answer.none(Why.NOT_POSITIVE, INPUTS.get(i), Math.min(then[i], now[i]));
            }
        }
        double weight = now[0] == then[0] ? now[0] : (now[0] - then[0]) / FastMath.log(now[0] / then[0]);
        return Answer.of("change", now[0] - then[0])
                .and("population-effect", weight * FastMath.log(now[3] / then[3]))
                .and("affluence-effect", weight * FastMath.log(now[2] / now[3] / (then[2] / then[3])))
                .and("energy-intensity-effect", weight * FastMath.log(now[1] / now[2] / (then[1] / then[2])))
                .and("carbon-intensity-effect", weight * FastMath.log(now[0] / now[1] / (then[0] / then[1])));
    }
}

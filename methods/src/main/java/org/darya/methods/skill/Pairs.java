package org.darya.methods.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.methods.Call;
import org.darya.methods.Coverage;
import org.darya.methods.Period;
import org.darya.methods.Reason;
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Used;
import org.darya.methods.Value;
import org.hipparchus.stat.StatUtils;

/** Observed and simulated numbers of the periods that have both. */
record Pairs(
        List<Double> observedNumbers,
        List<Double> simulatedNumbers,
        Period last,
        Status status,
        Coverage coverage,
        List<Used> used) {

    static Pairs of(Call call) {
        Series o = call.one("observed");
        Series s = call.one("simulated");
        Map<Period, Sample> simulated = s.byPeriod();
        List<double[]> pairs = new ArrayList<>();
        List<Period> periods = new ArrayList<>();
        Status status = Status.OBSERVED;
        for (Sample x : o.samples()) {
            Sample y = simulated.get(x.period());
            if (y != null) {
                pairs.add(new double[] {x.number(), y.number()});
                periods.add(x.period());
                status = status.weaker(x.status()).weaker(y.status());
            }
        }
        Period last = periods.isEmpty() ? Period.year(1) : periods.getLast();
        Period first = periods.isEmpty() ? last : periods.getFirst();
        return new Pairs(
                pairs.stream().map(p -> p[0]).toList(),
                pairs.stream().map(p -> p[1]).toList(),
                last,
                status,
                new Coverage(pairs.size(), o.points().size()),
                List.of(
                        new Used("observed", o.id(), first, last, pairs.size()),
                        new Used("simulated", s.id(), first, last, pairs.size())));
    }

    double[] observed() {
        return observedNumbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] simulated() {
        return simulatedNumbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Says why there is no score when there are too few pairs or the observations do not vary. */
    boolean refuse(Report report) {
        Reason reason = null;
        if (observedNumbers.size() < 2) {
            reason = Reason.of(Why.TOO_FEW_VALUES, observedNumbers.size(), 2);
        } else if (StatUtils.populationVariance(observed()) == 0) {
            reason = Reason.of(Why.NO_VARIATION, "observed");
        }
        if (reason != null && !observedNumbers.isEmpty()) {
            report.missing(last, new Value.NotApplicable(reason), coverage, used);
        }
        return reason != null;
    }
}

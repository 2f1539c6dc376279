package org.darya.methods.general;

import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Computation;
import org.darya.methods.Parameter;
import org.darya.methods.Range;
import org.darya.methods.Report;
import org.darya.methods.Value;

/** The frame of the methods that join several members, such as countries, into one value. */
abstract class Aggregate extends Computation {
    static final Parameter.Real MINIMUM = Parameter.real(
            "minimum-coverage", 100, "%", Range.PERCENT, "an aggregate over fewer members is another quantity");

    private final String first;
    private final String second;

    Aggregate(String first, String second) {
        this.first = first;
        this.second = second;
    }

    abstract Answer of(Members members);

    @Override
    protected final void run(Call call, Report report) {
        for (Members members : Members.of(call, first, second)) {
            Value.Missing missing = members.coverage().shortfall(call.get(MINIMUM));
            if (missing != null) {
                report.missing(members.period(), missing, members.coverage(), members.used());
            } else {
                report.answer(members.period(), of(members), members.status(), members.coverage(), members.used());
            }
        }
    }
}

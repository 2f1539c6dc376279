package org.darya.methods;

/** The frame of every method: checks the call against the card, then computes. */
public abstract class Computation implements Method {

    @Override
    public final Result compute(Inputs inputs, Parameters parameters) {
        Call call = Call.of(card(), inputs, parameters);
        Report report = new Report(call);
        run(call, report);
        return report.build();
    }

    protected abstract void run(Call call, Report report);
}

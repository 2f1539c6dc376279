package org.darya.methods;

/** How a number is computed: a pure function of series and parameters, with the card that describes it. */
public interface Method {
    Card card();

    /** Computes every declared output. Missing data give missing values; a call that breaks the card is refused. */
    Result compute(Inputs inputs, Parameters parameters);
}

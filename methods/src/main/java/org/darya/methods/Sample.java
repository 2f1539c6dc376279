package org.darya.methods;

import java.util.List;

/** A known value of a series as a bare number in the unit that the method asked for. */
public record Sample(Period period, double number, Status status) {

    /** The status of what is computed from all of them. */
    public static Status weakest(List<Sample> samples) {
        return samples.stream().map(Sample::status).reduce(Status.OBSERVED, Status::weaker);
    }
}

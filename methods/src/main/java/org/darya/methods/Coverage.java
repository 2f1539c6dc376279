package org.darya.methods;

import org.jspecify.annotations.Nullable;

/** How many of the values that should be there are there. */
public record Coverage(int present, int expected) {
    public double share() {
        return expected == 0 ? 0 : (double) present / expected;
    }

    /** The absence that follows from too few values, or null when there are enough; none at all is never enough. */
    public Value.@Nullable Missing shortfall(double minimumPercent) {
        return present > 0 && share() * 100 >= minimumPercent
                ? null
                : new Value.NotReported(Reason.of(Reason.Why.COVERAGE_TOO_LOW, present, expected, minimumPercent));
    }
}

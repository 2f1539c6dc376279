package org.darya.methods;

import java.util.List;

/** One computed value with what stands behind it. */
public record Outcome(Period period, Value value, Coverage coverage, List<Used> used) {
    public Outcome {
        used = List.copyOf(used);
    }
}

package org.darya.evidence.indicator;

import java.util.List;
import java.util.Map;
import org.darya.evidence.Indicator;
import org.darya.evidence.Indicator.Refusal;
import org.darya.evidence.Period;
import org.jspecify.annotations.Nullable;

/** Which values a declaration keeps out. */
final class Refusals {
    private final List<Refusal> all;

    Refusals(Indicator indicator) {
        all = indicator.refused();
    }

    boolean none() {
        return all.isEmpty();
    }

    /** The refusal that keeps a value of a series with these dimensions out, or null. */
    @Nullable
    Refusal of(Map<String, String> dimensions, Period period) {
        for (Refusal refusal : all) {
            if (dimensions.entrySet().containsAll(refusal.where().entrySet())
                    && !period.first().isBefore(refusal.periods().first())
                    && !period.last().isAfter(refusal.periods().last())) {
                return refusal;
            }
        }
        return null;
    }
}

package org.darya.evidence.intake;

import java.math.BigDecimal;
import java.util.Map;
import org.darya.evidence.Period;
import org.darya.evidence.ValueStatus;
import org.jspecify.annotations.Nullable;

/** One row that can be stored. */
record Observation(
        SeriesKey series,
        Map<String, String> titles,
        Period period,
        @Nullable BigDecimal value,
        int power,
        ValueStatus status,
        @Nullable String flag,
        @Nullable String footnote,
        long line) {}

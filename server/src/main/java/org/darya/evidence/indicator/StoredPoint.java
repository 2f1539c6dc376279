package org.darya.evidence.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.darya.evidence.Explanation;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Period;
import org.darya.evidence.UsedValue;
import org.darya.evidence.ValueStatus;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** A value as it is kept in the column of points. */
record StoredPoint(
        Period period,
        @Nullable BigDecimal number,
        ValueStatus status,
        @Nullable StoredReason reason,
        IndicatorValue.@Nullable Coverage coverage,
        @Nullable LocalText refused) {
    static StoredPoint of(IndicatorValue value) {
        Explanation reason = value.reason();
        return new StoredPoint(
                value.period(),
                value.number(),
                value.status(),
                reason == null ? null : new StoredReason(reason.code(), reason.arguments()),
                value.coverage(),
                value.refused());
    }

    IndicatorValue value(List<UsedValue> used) {
        return new IndicatorValue(
                period, number, status, reason == null ? null : reason.explained(), coverage, refused, used);
    }
}

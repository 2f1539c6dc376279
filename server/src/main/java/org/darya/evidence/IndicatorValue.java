package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One computed value, or the reason why there is none.
 *
 * @param number in the unit of the version; null where the status says that there is none
 * @param reason why there is no number
 * @param coverage how many of the inputs were there; null where that has no meaning
 * @param refused why the number is shown and not used; null where it is used
 * @param used what went into it
 */
public record IndicatorValue(
        Period period,
        @Nullable BigDecimal number,
        ValueStatus status,
        @Nullable Explanation reason,
        @Nullable Coverage coverage,
        @Nullable LocalText refused,
        List<UsedValue> used) {

    /** How many of the values that should be there are there. */
    public record Coverage(int present, int expected) {}

    /** Whether it is a number that comparisons may use. */
    @JsonIgnore
    public boolean usable() {
        return number != null && refused == null;
    }
}

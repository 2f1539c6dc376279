package org.darya.register;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that was stated, with its unit.
 *
 * @param value the value, or the lower end of a range
 * @param upTo upper end where a range was stated
 * @param qualifier how exactly it was stated; null = as it stands
 * @param unit UCUM code
 */
public record Quantity(
        BigDecimal value,
        @Nullable BigDecimal upTo,
        @Nullable Qualifier qualifier,
        String unit) {}

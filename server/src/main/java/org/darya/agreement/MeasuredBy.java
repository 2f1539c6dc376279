package org.darya.agreement;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shows how far a commitment has come.
 *
 * @param indicator id of the indicator
 * @param line key of the line
 * @param target number to be reached, in the unit of the indicator; null: it follows from the commitment
 * @param baseYear year counted from; null: that of the commitment's baseline
 */
public record MeasuredBy(
        String indicator,
        Map<String, String> line,
        @Nullable BigDecimal target,
        @Nullable Integer baseYear) {}

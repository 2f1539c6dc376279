package org.darya.portal.chart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that is to be reached.
 *
 * @param line key of the line it is set for; null where it is set for all
 * @param year by which year; null where it holds at all times
 */
public record ChartTarget(
        @Nullable String line, BigDecimal value, @Nullable Integer year) {}

package org.darya.portal.measured;

import java.util.List;
import org.darya.evidence.Line;
import org.darya.portal.chart.ChartModel;
import org.darya.portal.chart.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an indicator that may stand on one pair of axes: one currency, or one country with its regions.
 *
 * @param code what addresses call it; null for the only part
 * @param heading null for the only part
 * @param lines in the order of the model's lines
 */
public record Part(
        @Nullable String code,
        @Nullable String heading,
        List<Line> lines,
        ChartModel model,
        Figure figure,
        List<ValueTable> tables) {}

package org.darya.portal.measured;

import java.util.List;
import org.darya.register.Theme;

/** Indicators by theme with their newest values. */
public record IndicatorsView(int count, List<Section> sections) {
    /** The indicators of a theme. */
    public record Section(Theme theme, Matrix matrix) {}
}

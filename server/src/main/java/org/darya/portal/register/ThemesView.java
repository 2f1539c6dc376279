package org.darya.portal.register;

import java.util.List;
import java.util.Map;
import org.darya.register.Kind;
import org.darya.register.Theme;

/** The themes with how many records of each kind stand under them. */
public record ThemesView(List<Theme> themes, Map<String, Map<Kind, Integer>> counts) {
    public int count(Theme theme, Kind kind) {
        return counts.getOrDefault(theme.id(), Map.of()).getOrDefault(kind, 0);
    }
}

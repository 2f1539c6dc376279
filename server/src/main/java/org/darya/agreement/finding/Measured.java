package org.darya.agreement.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Finding;
import org.darya.evidence.Indicators.AtAGlance;
import org.darya.evidence.Line;
import org.jspecify.annotations.Nullable;

/** The newest values of all indicators, by the keys of their lines. */
final class Measured {
    private final Map<String, AtAGlance> byId = new HashMap<>();

    Measured(List<AtAGlance> all) {
        all.forEach(one -> byId.put(one.indicator().id(), one));
    }

    /** The line of an indicator with this key, or null where there is none or nothing was computed. */
    @Nullable
    Line line(String indicator, Map<String, String> key) {
        AtAGlance found = byId.get(indicator);
        return found == null
                ? null
                : found.lines().stream()
                        .filter(line -> line.key().equals(key))
                        .findFirst()
                        .orElse(null);
    }

    /** The unit of its numbers; the unit 1 for an indicator nobody knows. */
    String unit(String indicator) {
        AtAGlance found = byId.get(indicator);
        return found == null ? "1" : found.indicator().unit();
    }

    /** The version that is current, or null where nothing was computed. */
    Finding.@Nullable VersionUsed version(String indicator) {
        AtAGlance found = byId.get(indicator);
        String version = found == null ? null : found.version();
        return version == null ? null : new Finding.VersionUsed(indicator, version);
    }
}

package org.darya.portal.home;

import java.util.List;
import java.util.Map;
import org.darya.agreement.Document;
import org.darya.agreement.Findings;
import org.darya.agreement.Meeting;
import org.darya.portal.map.RegionMap;
import org.darya.register.Country;
import org.darya.register.Kind;
import org.darya.register.Programme;
import org.darya.register.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the front page shows.
 *
 * @param next meetings after the summit, the nearest first
 * @param headlines findings that rest on measurements
 * @param found how many claims have a finding
 * @param assessed how many commitments are assessed
 */
public record HomeView(
        Programme programme,
        RegionMap map,
        List<Country> parties,
        Map<String, Map<Kind, Integer>> byCountry,
        List<Theme> themes,
        Map<String, Map<Kind, Integer>> byTheme,
        Map<Kind, Integer> counts,
        @Nullable Meeting summit,
        @Nullable Document declaration,
        List<Meeting> next,
        List<Findings.Headline> headlines,
        int found,
        int assessed,
        int disagreements) {
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public int ofCountry(String code, Kind kind) {
        return byCountry.getOrDefault(code, Map.of()).getOrDefault(kind, 0);
    }

    public int ofTheme(String id, Kind kind) {
        return byTheme.getOrDefault(id, Map.of()).getOrDefault(kind, 0);
    }
}

package org.darya.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.indicator.Recomputing;
import org.darya.evidence.indicator.VersionStore;
import org.darya.register.Catalogue;
import org.darya.register.EntryTable;
import org.darya.register.Filter;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Declared indicators and their computed values. */
@Service
public class Indicators {
    private final EntryTable<Indicator> table;
    private final VersionStore versions;
    private final Recomputing recomputing;

    Indicators(JdbcClient jdbc, JsonMapper json, Catalogue catalogue, VersionStore versions, Recomputing recomputing) {
        this.recomputing = recomputing;
        table = new EntryTable<>(Kind.INDICATOR, "evidence.indicator", Indicator.class, jdbc, json, catalogue);
        this.versions = versions;
    }

    /** The declarations. */
    public EntryTable<Indicator> table() {
        return table;
    }

    /** All declarations that pass, in the order of the programme. */
    public List<Indicator> list(Filter filter) {
        return table.list(filter);
    }

    public @Nullable Indicator find(String id) {
        return table.find(id);
    }

    /** The newest values of an indicator with everything that went into them, or null where nothing was computed. */
    public @Nullable IndicatorVersion current(String id) {
        String version = versions.current(id);
        return version == null ? null : versions.find(id, version, true);
    }

    /** A version of an indicator, also of one that is no longer declared, or null where there is none. */
    public @Nullable IndicatorVersion version(String id, String version) {
        return versions.find(id, version, version.equals(versions.current(id)));
    }

    /** Every version of an indicator, newest first. */
    public List<VersionEntry> versions(String id) {
        return versions.all(id);
    }

    /** The newest values of all indicators that pass, without what went into them: for overviews. Two queries. */
    public List<AtAGlance> atAGlance(Filter filter) {
        return joined(table.list(filter), null);
    }

    /** The lines of all indicators that belong to a country; an indicator that has none for it is left out. */
    public List<AtAGlance> latestByCountry(String country) {
        return joined(table.list(Filter.ALL), country).stream()
                .filter(one -> !one.lines().isEmpty())
                .toList();
    }

    /**
     * Computes every indicator whose declaration, method or inputs changed, and keeps what it gives as a new version.
     * Belongs in a transaction of the caller.
     */
    public void recompute() {
        recomputing.run(table.list(Filter.ALL));
    }

    /** Whether values that indicators are computed from changed since they were, by an import. */
    public boolean outdated() {
        return versions.outdated();
    }

    private List<AtAGlance> joined(List<Indicator> indicators, @Nullable String country) {
        List<VersionStore.CurrentLine> lines =
                versions.currentLines(indicators.stream().map(Indicator::id).toList(), country);
        Map<String, List<VersionStore.CurrentLine>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(line.indicator(), id -> new ArrayList<>())
                .add(line));
        return indicators.stream()
                .map(indicator -> {
                    var own = groups.getOrDefault(indicator.id(), List.of());
                    return new AtAGlance(
                            indicator,
                            own.isEmpty() ? null : own.getFirst().version(),
                            own.stream().map(VersionStore.CurrentLine::line).toList());
                })
                .toList();
    }

    /**
     * A version in a list.
     *
     * @param computedAt when it was computed here first, ISO 8601
     */
    public record VersionEntry(String id, String computedAt, String method, int methodVersion, boolean current) {}

    /**
     * An indicator with lines of its newest version.
     *
     * @param version id of that version; null where nothing was computed
     * @param lines values without what went into them ({@link IndicatorValue#used()} is empty)
     */
    public record AtAGlance(Indicator indicator, @Nullable String version, List<Line> lines) {}
}

package org.darya.evidence.indicator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.Datasets;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorSource;
import org.darya.evidence.IndicatorVersion;
import org.darya.register.Catalogue;
import org.darya.register.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings the versions of all indicators up to what is kept now. Nothing is computed where its version is there already. */
@Component
public class Recomputing {
    private static final Logger LOG = LoggerFactory.getLogger(Recomputing.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final VersionStore versions;
    private final Datasets datasets;
    private final Catalogue catalogue;
    private final Map<Indicator.Origin, IndicatorSource> sources = new HashMap<>();

    Recomputing(
            JdbcClient jdbc,
            JsonMapper json,
            VersionStore versions,
            Datasets datasets,
            Catalogue catalogue,
            List<IndicatorSource> sources) {
        this.jdbc = jdbc;
        this.json = json;
        this.versions = versions;
        this.datasets = datasets;
        this.catalogue = catalogue;
        sources.forEach(source -> this.sources.put(source.origin(), source));
    }

    /** Belongs in a transaction of the caller. An indicator that cannot be computed keeps the version it had. */
    public void run(List<Indicator> indicators) {
        Map<String, Computed> computed = new LinkedHashMap<>();
        Map<String, Set<String>> known = versions.known();
        Set<String> needed = new LinkedHashSet<>();
        indicators.forEach(indicator -> needed.addAll(Sequence.before(indicator)));
        List<Indicator> own = indicators.stream()
                .filter(one -> one.from() == Indicator.Origin.EVIDENCE)
                .toList();
        var frame = new Frame(
                datasets.members(), List.copyOf(catalogue.lines(Kind.COUNTRY).keySet()));
        var engine = new Engine(new SeriesStore(jdbc, json).pool(datasetsOf(own)), frame);
        for (Indicator indicator : Sequence.of(own)) {
            try {
                Engine.Prepared prepared = engine.prepare(indicator, computed);
                boolean there = known.getOrDefault(indicator.id(), Set.of()).contains(prepared.version());
                if (!there) {
                    Computed fresh = prepared.computed();
                    computed.put(indicator.id(), fresh);
                    versions.add(indicator, fresh);
                } else if (needed.contains(indicator.id())) {
                    computed.put(indicator.id(), stored(indicator.id(), prepared.version()));
                }
                versions.makeCurrent(indicator.id(), prepared.version());
            } catch (Faulty e) {
                e.faults()
                        .forEach(fault -> LOG.warn(
                                "{} keeps its former values: {} {}", indicator.id(), fault.message(), fault.maybe()));
            }
        }
        indicators.stream()
                .filter(one -> one.from() != Indicator.Origin.EVIDENCE)
                .forEach(one -> fromAbove(one, known));
        versions.forget(indicators.stream().map(Indicator::id).toList());
    }

    private void fromAbove(Indicator indicator, Map<String, Set<String>> known) {
        IndicatorSource source = sources.get(indicator.from());
        if (source == null || !source.methods().contains(indicator.method())) {
            LOG.warn("{} has no values: nobody knows the method {}", indicator.id(), indicator.method());
            return;
        }
        int method = source.version(indicator.method());
        var lines = source.lines(indicator);
        String version = VersionId.of(indicator, method, lines, json);
        if (!known.getOrDefault(indicator.id(), Set.of()).contains(version)) {
            versions.add(indicator, new Computed(version, method, indicator.unit(), List.of(), lines));
        }
        versions.makeCurrent(indicator.id(), version);
    }

    private Computed stored(String indicator, String version) {
        IndicatorVersion found = versions.find(indicator, version, true);
        if (found == null) {
            throw new IllegalStateException("no version " + version + " of " + indicator);
        }
        return new Computed(version, found.methodVersion(), found.unit(), List.of(), found.lines());
    }

    private static Set<String> datasetsOf(List<Indicator> indicators) {
        Set<String> all = new LinkedHashSet<>();
        indicators.forEach(indicator -> indicator
                .inputs()
                .values()
                .forEach(inputs -> inputs.forEach(input -> {
                    if (input.dataset() != null) {
                        all.add(input.dataset());
                    }
                })));
        return all;
    }
}

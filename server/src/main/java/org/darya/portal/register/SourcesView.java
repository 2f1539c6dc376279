package org.darya.portal.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.darya.platform.Language;
import org.darya.register.Level;
import org.darya.register.Source;

/**
 * The sources by level, then publisher.
 *
 * @param named how many records rest on each
 */
public record SourcesView(List<Source> sources, Map<String, Integer> named, Language language) {
    public Map<Level, List<Source>> byLevel() {
        return sources.stream()
                .sorted(Comparator.comparing(source -> source.publisher().in(language), String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.groupingBy(source -> source.head().level(), TreeMap::new, Collectors.toList()));
    }

    public int named(Source source) {
        return named.getOrDefault(source.id(), 0);
    }
}

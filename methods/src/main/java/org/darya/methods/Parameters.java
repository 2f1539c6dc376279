package org.darya.methods;

import java.util.Map;
import java.util.TreeMap;

/** The settings of one call, as text by name; what is absent takes its default. */
public record Parameters(Map<String, String> texts) {
    public static final Parameters DEFAULTS = new Parameters(Map.of());

    public Parameters {
        texts = Map.copyOf(texts);
    }

    public static Parameters of(String name, Object value) {
        return DEFAULTS.and(name, value);
    }

    public Parameters and(String name, Object value) {
        Map<String, String> more = new TreeMap<>(texts);
        more.put(name, value.toString());
        return new Parameters(more);
    }
}

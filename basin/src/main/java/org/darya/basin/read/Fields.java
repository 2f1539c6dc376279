package org.darya.basin.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, which remember what was asked for, so that a field that nobody reads can be refused instead of
 * being ignored.
 */
final class Fields extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> asked = ConcurrentHashMap.newKeySet(8);

    private Fields() {}

    /** The same tree with every object able to remember. */
    static @Nullable Object watching(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Fields fields = new Fields();
            map.forEach((key, value) -> fields.put(String.valueOf(key), watching(value)));
            // how pandas is to read may stand beside the rest or in a group of its own
            if (fields.remove("pandas_kwargs") instanceof Fields options) {
                options.forEach(fields::putIfAbsent);
            }
            return fields;
        }
        if (tree instanceof List<?> list) {
            // lists hold nulls, which List.copyOf refuses
            return list.stream().<@Nullable Object>map(Fields::watching).collect(java.util.stream.Collectors.toList());
        }
        return tree;
    }

    void ask(String field) {
        asked.add(field);
    }

    Set<String> asked() {
        return asked;
    }
}

package org.darya.programme.edit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.darya.programme.EditField;
import org.darya.programme.edit.YamlValue.Raw;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Between a record and the inputs of a form. An input is named by the key of its field, where it has parts with a dot and the
 * part behind it: {@code title.ru}, {@code quantity.unit}. An empty input is an absent value.
 */
public final class Inputs {
    private static final List<String> QUANTITY = List.of("value", "upTo", "qualifier", "unit");

    private Inputs() {}

    /** What the form of a record is filled in with. */
    public static Map<String, String> of(RecordFile file, String id, Kind kind, List<String> languages) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, Object> values = file.values(id);
        for (EditField field : Forms.of(kind)) {
            Object value = values.get(field.key());
            if (value == null) {
                continue;
            }
            switch (field.type()) {
                case TEXT, LONG_TEXT -> {
                    for (String language : languages) {
                        put(
                                inputs,
                                field.key() + "." + language,
                                value instanceof Map<?, ?> map ? map.get(language) : value);
                    }
                }
                case QUANTITY -> {
                    if (value instanceof Map<?, ?> map) {
                        QUANTITY.forEach(part -> put(inputs, field.key() + "." + part, map.get(part)));
                    }
                }
                case REFERENCES, LINES ->
                    put(
                            inputs,
                            field.key(),
                            value instanceof List<?> list
                                    ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                                    : value);
                case STRUCTURE -> put(inputs, field.key(), file.raw(id, field.key()));
                default -> put(inputs, field.key(), value);
            }
        }
        return inputs;
    }

    private static void put(Map<String, String> inputs, String key, @Nullable Object value) {
        if (value != null) {
            inputs.put(key, value.toString());
        }
    }

    /** The value of a field as the file has it, or null where nothing was filled in. */
    public static @Nullable Object value(EditField field, Map<String, String> inputs, List<String> languages) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> {
                Map<String, Object> map = parts(field, inputs, languages);
                // a proper name is written once
                boolean name = field.key().equals("publisher")
                        && map.values().stream().distinct().count() == 1;
                yield map.isEmpty() ? null : name ? map.values().iterator().next() : map;
            }
            case QUANTITY -> {
                Map<String, Object> map = parts(field, inputs, QUANTITY);
                yield map.isEmpty() ? null : map;
            }
            case REFERENCES, LINES -> {
                List<Object> list = Arrays.stream(
                                inputs.getOrDefault(field.key(), "").split("[\\s,;]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .map(Object.class::cast)
                        .toList();
                yield list.isEmpty() ? null : list;
            }
            case STRUCTURE -> {
                String text = inputs.getOrDefault(field.key(), "");
                yield text.isBlank() ? null : new Raw(text.strip().equals(text) ? text : text.stripTrailing());
            }
            case VISIBILITY -> {
                String text = inputs.getOrDefault(field.key(), "").strip();
                yield text.isEmpty() || text.equals("public") ? null : text;
            }
            default -> {
                String text = inputs.getOrDefault(field.key(), "").strip();
                yield text.isEmpty() ? null : text;
            }
        };
    }

    private static Map<String, Object> parts(EditField field, Map<String, String> inputs, List<String> names) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : names) {
            String text = inputs.getOrDefault(field.key() + "." + name, "")
                    .replace("\r\n", "\n")
                    .strip();
            if (!text.isEmpty()) {
                map.put(name, text);
            }
        }
        return map;
    }
}

package org.darya.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import org.darya.platform.Words;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record as a form shows it.
 *
 * @param key as in the file
 * @param kind whose ids it holds, for references
 * @param choices what it may be, for a choice
 */
public record EditField(
        String key,
        Type type,
        boolean required,
        @Nullable Kind kind,
        @Nullable Class<? extends Enum<?>> choices) {
    /** How a field is asked for. */
    public enum Type {
        /** One line in each language. */
        TEXT,
        /** Several lines in each language. */
        LONG_TEXT,
        /** One line. */
        STRING,
        DATE,
        URL,
        CHOICE,
        /** Who may see the record. */
        VISIBILITY,
        /** The id of one record. */
        REFERENCE,
        /** The ids of several. */
        REFERENCES,
        /** Several words, one to a line. */
        LINES,
        /** Value, upper end, qualifier and unit. */
        QUANTITY,
        /** Lists with fields of their own, as in the file. */
        STRUCTURE
    }

    public static EditField optional(String key, Type type) {
        return new EditField(key, type, false, null, null);
    }

    public static EditField required(String key, Type type) {
        return new EditField(key, type, true, null, null);
    }

    public static EditField optional(String key, Type type, Kind kind) {
        return new EditField(key, type, false, kind, null);
    }

    /** What a choice may be, by its word; nothing for other fields. */
    public Map<String, Enum<?>> options() {
        Map<String, Enum<?>> options = new LinkedHashMap<>();
        if (choices != null) {
            for (Enum<?> constant : choices.getEnumConstants()) {
                options.put(Words.of(constant), constant);
            }
        }
        return options;
    }
}

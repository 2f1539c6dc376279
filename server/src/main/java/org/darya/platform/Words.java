package org.darya.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words by which files, addresses and messages call the constants of a closed set. */
public final class Words {
    private static final ClassValue<Map<String, Enum<?>>> ALL = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            Map<String, Enum<?>> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(word((Enum<?>) constant), (Enum<?>) constant);
            }
            return words;
        }
    };

    private Words() {}

    /** The word of a constant: its {@link JsonProperty}, or its name. */
    public static String of(Enum<?> constant) {
        return word(constant);
    }

    /** Words and constants of a set, in its order. */
    @SuppressWarnings("unchecked")
    public static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        return (Map<String, E>) (Map<String, ?>) ALL.get(type);
    }

    private static String word(Enum<?> constant) {
        try {
            JsonProperty property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}

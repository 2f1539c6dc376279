package org.darya.portal.page;

import java.util.Map;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;

/** Values of filters in an address. An empty value is no filter; a value that cannot be is said, never passed over. */
public final class Choice {
    private Choice() {}

    /** A constant by its word. */
    public static <E extends Enum<E>> @Nullable E of(Class<E> type, String name, @Nullable String value) {
        return of(Words.of(type), name, value);
    }

    /**
     * A value by its word.
     *
     * @throws PageProblem where there is none
     */
    public static <T> @Nullable T of(Map<String, T> words, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        T chosen = words.get(value);
        if (chosen == null) {
            throw PageProblem.badFilter(name, value, words.keySet());
        }
        return chosen;
    }
}

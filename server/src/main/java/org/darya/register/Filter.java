package org.darya.register;

import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted. A null condition lets everything through.
 *
 * @param theme id of a theme
 * @param country alpha-3 code
 */
public record Filter(
        @Nullable String theme,
        @Nullable String country,
        @Nullable Level level) {
    public static final Filter ALL = new Filter(null, null, null);

    public static Filter theme(String theme) {
        return new Filter(theme, null, null);
    }

    public static Filter country(String country) {
        return new Filter(null, country, null);
    }
}

package org.darya.register;

import java.util.List;
import org.darya.platform.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What every record has.
 *
 * @param id lower-case letters, digits and hyphens (countries: ISO 3166-1 alpha-3), unique in its kind, never reused
 * @param level level of the record as a whole
 * @param sources ids of the sources it rests on
 * @param themes ids of themes
 * @param countries alpha-3 codes of countries concerned
 * @param organisations ids of organisations concerned
 * @param unknown what is known not to be known
 * @param related addresses such as {@code meetings/summit}
 * @param visibility who may see it; null means everybody
 */
public record Head(
        String id,
        LocalText title,
        @Nullable LocalText summary,
        Level level,
        List<String> sources,
        List<String> themes,
        List<String> countries,
        List<String> organisations,
        List<Fact> facts,
        List<Disagreement> disagreements,
        List<LocalText> unknown,
        List<String> related,
        @Nullable Visibility visibility) {
    /** Who may see the record. */
    public Visibility seenBy() {
        return visibility == null ? Visibility.PUBLIC : visibility;
    }
}

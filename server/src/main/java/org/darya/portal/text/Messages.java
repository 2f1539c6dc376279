package org.darya.portal.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.darya.platform.Language;
import org.darya.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the pages in one language. A missing key is an error, never an empty place or another language: people
 * would take the gap for a fact.
 */
public final class Messages {
    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        Language.OF_PAGES.forEach(language -> ALL.put(language, new Messages(language)));
    }

    private final Language language;
    private final Texts texts;

    private Messages(Language language) {
        this.language = language;
        this.texts = Texts.of("messages", language);
    }

    /**
     * @throws IllegalArgumentException for a language the pages are not written in
     */
    public static Messages in(Language language) {
        Messages messages = ALL.get(language);
        if (messages == null) {
            throw new IllegalArgumentException("The pages are not written in " + language.tag());
        }
        return messages;
    }

    /** The text with {@code {0}}, {@code {1}} ... replaced. Plain replacement: texts hold apostrophes. */
    public String get(String key, Object... values) {
        return texts.get(key, values);
    }

    /** The text, or null where there is none: only for open sets such as units. */
    @Nullable
    String find(String key) {
        return texts.find(key);
    }

    /** All keys, sorted. */
    Set<String> keys() {
        return texts.keys();
    }
}

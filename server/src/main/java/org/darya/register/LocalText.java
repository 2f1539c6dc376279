package org.darya.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.darya.platform.Language;

/** One text in every language of its programme. A language that is missing is an error at loading, never a fallback. */
public record LocalText(@JsonValue Map<String, String> byLanguage) {
    @JsonCreator
    public LocalText(Map<String, String> byLanguage) {
        // in a fixed order, so that the same record gives the same bytes at every start
        this.byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /** Same words in all languages: proper names. */
    public static LocalText same(String text, Iterable<String> languages) {
        Map<String, String> all = new TreeMap<>();
        languages.forEach(language -> all.put(language, text));
        return new LocalText(all);
    }

    /**
     * @throws IllegalArgumentException where the text is not given in the language
     */
    public String in(Language language) {
        String text = byLanguage.get(language.tag());
        if (text == null) {
            throw new IllegalArgumentException("no %s text in %s".formatted(language.tag(), byLanguage));
        }
        return text;
    }
}

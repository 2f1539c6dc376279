package org.darya.portal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.darya.platform.Language;
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
    private final Properties texts = new Properties();

    private Messages(Language language) {
        this.language = language;
        String file = "/messages/messages_%s.properties".formatted(language.tag());
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no file of messages " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        String text = find(key);
        if (text == null) {
            throw new IllegalStateException("There is no message \"%s\" in %s".formatted(key, language.tag()));
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text, or null where there is none: only for open sets such as units. */
    @Nullable
    String find(String key) {
        return texts.getProperty(key);
    }

    /** All keys, sorted. */
    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}

package org.darya.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Texts of one file in one language, by key. Places are {@code {0}}, {@code {1}} …; a text may hold apostrophes. */
public final class Texts {
    private static final Map<String, Texts> ALL = new ConcurrentHashMap<>();

    private final String file;
    private final Properties texts = new Properties();

    private Texts(String file) {
        this.file = file;
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no file of texts " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The texts of {@code messages/<name>_<language>.properties}.
     *
     * @throws IllegalStateException where there is no such file
     */
    public static Texts of(String name, Language language) {
        return ALL.computeIfAbsent("/messages/%s_%s.properties".formatted(name, language.tag()), Texts::new);
    }

    /**
     * The text with its places filled in order.
     *
     * @throws IllegalStateException where there is none
     */
    public String get(String key, Object... values) {
        String text = find(key);
        if (text == null) {
            throw new IllegalStateException("There is no text \"%s\" in %s".formatted(key, file));
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text, or null where there is none: only for open sets such as units. */
    public @Nullable String find(String key) {
        return texts.getProperty(key);
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}

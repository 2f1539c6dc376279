package org.darya.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a record: everybody, the parties among themselves, or one country until it releases it.
 *
 * @param text {@code public}, {@code shared} or {@code national XXX} with an ISO 3166-1 alpha-3 code
 */
public record Visibility(@JsonValue String text) {
    private static final String NATIONAL = "national ";
    private static final Pattern FORM = Pattern.compile("public|shared|national [A-Z]{3}");

    public static final Visibility PUBLIC = new Visibility("public");
    public static final Visibility SHARED = new Visibility("shared");

    /**
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator
    public Visibility {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no visibility");
        }
    }

    /** Seen by one country. */
    public static Visibility national(String country) {
        return new Visibility(NATIONAL + country);
    }

    /** The country that alone sees the record, or null. */
    public @Nullable String country() {
        return text.startsWith(NATIONAL) ? text.substring(NATIONAL.length()) : null;
    }

    /** Whether everybody who sees a record of the other visibility sees one of this. */
    public boolean atLeastAsWideAs(Visibility other) {
        return equals(other) || equals(PUBLIC) || (equals(SHARED) && other.country() != null);
    }

    @Override
    public String toString() {
        return text;
    }
}

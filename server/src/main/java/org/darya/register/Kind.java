package org.darya.register;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The kinds of record, by the word used in files and addresses. */
public enum Kind {
    THEME("themes"),
    COUNTRY("countries"),
    ORGANISATION("organisations"),
    SOURCE("sources"),
    MEETING("meetings"),
    DOCUMENT("documents"),
    COMMITMENT("commitments"),
    CLAIM("claims"),
    INITIATIVE("initiatives"),
    PROJECT("projects"),
    INDICATOR("indicators");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** Plural word of files and addresses, such as {@code meetings}. */
    @JsonValue
    public String word() {
        return word;
    }

    public static @Nullable Kind ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }
}

package org.darya.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language people read Darya in. All of them are equal; a text is given in every language of its programme. */
public enum Language {
    RU("ru", "Русский"),
    KK("kk", "Қазақша"),
    EN("en", "English"),
    KY("ky", "Кыргызча"),
    TG("tg", "Тоҷикӣ"),
    TK("tk", "Türkmençe"),
    UZ("uz", "O‘zbekcha");

    /** The languages the pages themselves are written in. */
    public static final List<Language> OF_PAGES = List.of(RU, KK, EN);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** BCP 47 tag, as in the address. */
    @JsonValue
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    public static @Nullable Language ofTag(@Nullable String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        return null;
    }

    /** The page language that suits an {@code Accept-Language} header best; Russian where none does. */
    public static Language ofHeader(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return RU;
        }
        try {
            var tags = OF_PAGES.stream().map(Language::tag).toList();
            String best = Locale.lookupTag(Locale.LanguageRange.parse(header), tags);
            Language found = ofTag(best);
            return found == null ? RU : found;
        } catch (IllegalArgumentException e) {
            return RU; // a header nobody can read is no reason to refuse a page
        }
    }
}

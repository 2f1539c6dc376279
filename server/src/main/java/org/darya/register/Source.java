package org.darya.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Where facts come from. Its title says in our words what the source is about.
 *
 * @param publisher name of who publishes it, in each language
 * @param language BCP 47 tag of the source's own language
 * @param published date of publication where known
 * @param url address where it has one
 * @param note a caution to the reader
 */
public record Source(
        @JsonUnwrapped Head head,
        LocalText publisher,
        Type type,
        String language,
        @Nullable Edtf published,
        @Nullable String url,
        @Nullable LocalText note)
        implements Entry {
    /** What sort of source it is. */
    public enum Type {
        @JsonProperty("bulletin")
        BULLETIN,
        @JsonProperty("official-site")
        OFFICIAL_SITE,
        @JsonProperty("government")
        GOVERNMENT,
        @JsonProperty("un")
        UN,
        @JsonProperty("bank")
        BANK,
        @JsonProperty("press")
        PRESS,
        @JsonProperty("agency")
        AGENCY,
        @JsonProperty("research")
        RESEARCH,
        @JsonProperty("ngo")
        NGO,
        @JsonProperty("repository")
        REPOSITORY,
        @JsonProperty("database")
        DATABASE,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("event-page")
        EVENT_PAGE
    }
}

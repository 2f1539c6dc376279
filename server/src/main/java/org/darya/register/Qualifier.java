package org.darya.register;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How exactly a number was stated. */
public enum Qualifier {
    @JsonProperty("about")
    ABOUT,
    @JsonProperty("more-than")
    MORE_THAN,
    @JsonProperty("at-least")
    AT_LEAST,
    @JsonProperty("up-to")
    UP_TO,
    @JsonProperty("less-than")
    LESS_THAN
}

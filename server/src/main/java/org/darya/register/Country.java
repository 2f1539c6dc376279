package org.darya.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Set;

/**
 * A state. Its id is the ISO 3166-1 alpha-3 code, its title the short name.
 *
 * @param official full official name
 */
public record Country(@JsonUnwrapped Head head, Role role, LocalText official) implements Entry {
    @Override
    public Set<String> countries() {
        return Set.of(id());
    }

    /** What the state is to the programme. */
    public enum Role {
        /** Agrees the programme. */
        @JsonProperty("party")
        PARTY,
        /** Took part in its meetings. */
        @JsonProperty("participant")
        PARTICIPANT,
        /** Is named in projects or meetings only. */
        @JsonProperty("neighbour")
        NEIGHBOUR,
        /** A meeting took place there. */
        @JsonProperty("host")
        HOST
    }
}

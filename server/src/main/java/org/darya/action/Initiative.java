package org.darya.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Set;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.jspecify.annotations.Nullable;

/**
 * A line of the programme of action, or a proposal on its subjects that is not shown to be in it.
 *
 * @param number as in the list it comes from
 * @param meeting id of the meeting where it arose
 */
public record Initiative(
        @JsonUnwrapped Head head,
        String number,
        Type type,
        Standing standing,
        Proposers proposedBy,
        @Nullable Edtf date,
        @Nullable String meeting)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(proposedBy.countries());
    }

    /** Whether it is linked with the programme. */
    public enum Type {
        @JsonProperty("initiative")
        INITIATIVE,
        @JsonProperty("proposal")
        PROPOSAL
    }

    /** How far it has come, as far as is known. */
    public enum Standing {
        /** A named strand of the programme of action. */
        @JsonProperty("strand")
        STRAND,
        /** Arose in the consultations. */
        @JsonProperty("process")
        PROCESS,
        /** Presented at or for the summit. */
        @JsonProperty("presented")
        PRESENTED,
        @JsonProperty("proposed")
        PROPOSED
    }
}

package org.darya.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.LocalText;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Something with money and an end.
 *
 * @param number as in the list it comes from
 * @param years when it runs
 * @param partners ids of organisations that carry or finance it
 * @param initiatives ids of initiatives it serves
 * @param partOf id of the project whose money contains this one's
 */
public record Project(
        @JsonUnwrapped Head head,
        String number,
        Group group,
        State state,
        @Nullable LocalText place,
        @Nullable Edtf years,
        List<Size> size,
        List<String> partners,
        List<String> initiatives,
        @Nullable String partOf,
        List<Money> money)
        implements Entry {
    /** Which list of the register it stands in. */
    public enum Group {
        @JsonProperty("summit-day")
        SUMMIT_DAY,
        @JsonProperty("regional")
        REGIONAL,
        @JsonProperty("national")
        NATIONAL
    }

    /** How far it has come, as far as the sources say. */
    public enum State {
        @JsonProperty("announced")
        ANNOUNCED,
        @JsonProperty("signed")
        SIGNED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("considered")
        CONSIDERED,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** A measure of how big it is, such as installed power. */
    public record Size(LocalText label, Quantity quantity) {}
}

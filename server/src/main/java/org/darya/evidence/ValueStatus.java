package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a value came to be, or why there is none. */
public enum ValueStatus {
    @JsonProperty("observed")
    OBSERVED,
    @JsonProperty("estimated")
    ESTIMATED,
    @JsonProperty("imputed")
    IMPUTED,
    @JsonProperty("not-reported")
    NOT_REPORTED,
    @JsonProperty("not-applicable")
    NOT_APPLICABLE;

    /** Whether there is no number: known not to be known, or a number that cannot be. */
    public boolean missing() {
        return this == NOT_REPORTED || this == NOT_APPLICABLE;
    }
}

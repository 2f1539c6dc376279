package org.darya.action;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of promise a sum is. Sums of two kinds are never added. */
public enum MoneyKind {
    /** The deciding body of the giver has approved it. */
    @JsonProperty("approved")
    APPROVED,
    /** An agreement or contract is signed. */
    @JsonProperty("signed")
    SIGNED,
    /** A memorandum names the sum; nobody is bound yet. */
    @JsonProperty("memorandum")
    MEMORANDUM,
    /** The giver says that it is considering it. */
    @JsonProperty("considered")
    CONSIDERED,
    /** Somebody expects it. */
    @JsonProperty("expected")
    EXPECTED,
    /** What is to be raised. */
    @JsonProperty("target")
    TARGET,
    /** Set aside in a budget. */
    @JsonProperty("allocated")
    ALLOCATED,
    /** The source gives the sum without saying what kind it is. */
    @JsonProperty("announced")
    ANNOUNCED
}

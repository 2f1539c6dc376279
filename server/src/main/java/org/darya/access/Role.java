package org.darya.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is to the programme. */
public enum Role {
    /** Has not signed in. */
    @JsonProperty("anonymous")
    ANONYMOUS,
    /** Reads; what the parties share too where the account belongs to a country. */
    @JsonProperty("reader")
    READER,
    /** Speaks for one organisation. */
    @JsonProperty("partner")
    PARTNER,
    /** Sends the observations of one service. */
    @JsonProperty("hydromet-operator")
    HYDROMET_OPERATOR,
    /** Speaks for one country. */
    @JsonProperty("focal-point")
    FOCAL_POINT,
    /** Keeps the programme. */
    @JsonProperty("secretariat")
    SECRETARIAT,
    /** Keeps accounts. */
    @JsonProperty("administrator")
    ADMINISTRATOR
}

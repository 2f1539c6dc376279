package org.darya.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Anyone but a state who takes part.
 *
 * @param country alpha-3 code where it belongs to one state
 * @param site address of its own site
 * @param namedBy who names it as a partner of the programme, and as what
 */
public record Organisation(
        @JsonUnwrapped Head head,
        Type type,
        @Nullable LocalText acronym,
        @Nullable String country,
        @Nullable String site,
        List<Naming> namedBy)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(Stream.ofNullable(country));
    }

    /** What sort of organisation it is. */
    public enum Type {
        @JsonProperty("un")
        UN,
        @JsonProperty("bank")
        BANK,
        @JsonProperty("intergovernmental")
        INTERGOVERNMENTAL,
        @JsonProperty("bilateral")
        BILATERAL,
        @JsonProperty("fund")
        FUND,
        @JsonProperty("government")
        GOVERNMENT,
        @JsonProperty("research")
        RESEARCH,
        @JsonProperty("ngo")
        NGO,
        @JsonProperty("company")
        COMPANY,
        @JsonProperty("initiative")
        INITIATIVE
    }

    /** As what a source names the organisation. */
    public enum PartnerRole {
        @JsonProperty("main-partner")
        MAIN_PARTNER,
        @JsonProperty("partner")
        PARTNER,
        @JsonProperty("participant")
        PARTICIPANT,
        @JsonProperty("organiser")
        ORGANISER
    }

    /**
     * One source that names it.
     *
     * @param as the printed form where it differs from the name
     */
    public record Naming(
            String source, PartnerRole role, @Nullable String as) {}
}

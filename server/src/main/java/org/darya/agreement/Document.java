package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A text that states agree or publish. What was planned and what was adopted are stages of their own.
 *
 * @param parties alpha-3 codes of the states that agree it
 * @param strands parts of a programme document
 */
public record Document(
        @JsonUnwrapped Head head, Type type, List<String> parties, List<Stage> stages, List<Strand> strands)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(parties);
    }

    /** What sort of document it is. */
    public enum Type {
        @JsonProperty("declaration")
        DECLARATION,
        @JsonProperty("resolution")
        RESOLUTION,
        @JsonProperty("programme")
        PROGRAMME,
        @JsonProperty("protocol")
        PROTOCOL,
        @JsonProperty("concept")
        CONCEPT,
        @JsonProperty("ndc")
        NDC,
        @JsonProperty("statement")
        STATEMENT,
        @JsonProperty("bulletin")
        BULLETIN,
        @JsonProperty("law")
        LAW,
        @JsonProperty("strategy")
        STRATEGY,
        @JsonProperty("report")
        REPORT,
        @JsonProperty("pledge")
        PLEDGE,
        @JsonProperty("memorandum")
        MEMORANDUM
    }

    /** States a document passes. */
    public enum State {
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("drafted")
        DRAFTED,
        @JsonProperty("presented")
        PRESENTED,
        @JsonProperty("supported")
        SUPPORTED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("adopted")
        ADOPTED,
        @JsonProperty("in-force")
        IN_FORCE,
        @JsonProperty("superseded")
        SUPERSEDED
    }

    /**
     * One state with its own source.
     *
     * @param title the title at that stage where it is known
     * @param meeting id of the meeting where it was reached
     */
    public record Stage(
            State state,
            @Nullable LocalText title,
            @Nullable Edtf date,
            @Nullable String meeting,
            @Nullable LocalText text,
            Level level,
            List<String> sources) {}

    /**
     * A part of a programme document.
     *
     * @param initiative id of the initiative that carries it
     */
    public record Strand(LocalText title, @Nullable String initiative) {}
}

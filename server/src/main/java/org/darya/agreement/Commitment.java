package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.LocalText;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a state promised. Numbers with unlike base years or measures are never compared.
 *
 * @param country alpha-3 code of the state that promises
 * @param measure what is measured
 * @param quantity how much; null for a promise without a number
 * @param by when it is to be reached
 * @param document id of the document it stands in
 * @param group promises on the same subject that disagree share a group
 * @param measuredBy what shows how far it has come
 * @param notMeasured why nothing here shows it
 * @param assessment how far it has come; not kept with the record, null where nobody asked for it or it has no number
 */
public record Commitment(
        @JsonUnwrapped Head head,
        String country,
        Topic topic,
        Condition condition,
        Change change,
        LocalText measure,
        @Nullable Quantity quantity,
        @Nullable Baseline baseline,
        @Nullable Edtf by,
        @Nullable String document,
        State state,
        @Nullable String group,
        @Nullable MeasuredBy measuredBy,
        @Nullable LocalText notMeasured,
        @Nullable Assessment assessment)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(List.of(country));
    }

    /** The same with how far it has come. */
    public Commitment with(@Nullable Assessment assessed) {
        return new Commitment(
                head,
                country,
                topic,
                condition,
                change,
                measure,
                quantity,
                baseline,
                by,
                document,
                state,
                group,
                measuredBy,
                notMeasured,
                assessed);
    }

    /** Subject of the promise. */
    public enum Topic {
        @JsonProperty("ndc-2025")
        NDC_2025,
        @JsonProperty("ndc-2030")
        NDC_2030,
        @JsonProperty("ndc-2035")
        NDC_2035,
        @JsonProperty("net-zero")
        NET_ZERO,
        @JsonProperty("emissions")
        EMISSIONS,
        @JsonProperty("renewables")
        RENEWABLES,
        @JsonProperty("power-mix")
        POWER_MIX,
        @JsonProperty("energy-efficiency")
        ENERGY_EFFICIENCY,
        @JsonProperty("methane")
        METHANE,
        @JsonProperty("trees")
        TREES,
        @JsonProperty("forest")
        FOREST,
        @JsonProperty("nature")
        NATURE,
        @JsonProperty("water")
        WATER,
        @JsonProperty("waste")
        WASTE
    }

    /** On what it depends. */
    public enum Condition {
        @JsonProperty("unconditional")
        UNCONDITIONAL,
        @JsonProperty("conditional")
        CONDITIONAL,
        @JsonProperty("collective")
        COLLECTIVE,
        @JsonProperty("not-stated")
        NOT_STATED
    }

    /** Which way the measure is to go. */
    public enum Change {
        @JsonProperty("reduce")
        REDUCE,
        @JsonProperty("increase")
        INCREASE,
        @JsonProperty("reach")
        REACH,
        @JsonProperty("limit")
        LIMIT,
        @JsonProperty("join")
        JOIN
    }

    /** Whether it binds today. */
    public enum State {
        @JsonProperty("in-force")
        IN_FORCE,
        @JsonProperty("adopted")
        ADOPTED,
        @JsonProperty("announced")
        ANNOUNCED,
        @JsonProperty("superseded")
        SUPERSEDED,
        @JsonProperty("unclear")
        UNCLEAR
    }

    /**
     * What the change is counted from: a year or a scenario.
     *
     * @param value level in that year where it is known, in {@code unit} (UCUM)
     */
    public record Baseline(
            @Nullable Integer year,
            @Nullable LocalText scenario,
            @Nullable BigDecimal value,
            @Nullable String unit) {}
}

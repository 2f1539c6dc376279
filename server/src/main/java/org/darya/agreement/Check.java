package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.darya.register.Edtf;
import org.darya.register.LocalText;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One part of a claim, and the rule by which it is compared with what is measured.
 *
 * @param says which part of the claim is meant
 * @param indicator id of the indicator; null for rules that need none
 * @param line key of the line, such as {@code {country: KAZ}}
 * @param period what the claim speaks of; null: everything that is measured
 * @param expects the number of the claim; a range where it was stated as one
 * @param tolerance how far off still counts as holding; null where the rule has none
 * @param of what {@code at-least} and {@code at-most} compare
 * @param years over how many years a change is told where the claim speaks of another span than is measured
 * @param reaches for {@code years}: the value that is reached first in the year expected
 * @param statements for {@code claims-disagree}: numbers that ought to agree
 * @param reason for {@code cannot} and {@code not-yet}: why nothing measured decides it
 * @param decisive whether the claim as a whole is contradicted where this part fails
 */
public record Check(
        String id,
        LocalText says,
        Rule rule,
        @Nullable String indicator,
        Map<String, String> line,
        @Nullable Edtf period,
        @Nullable Quantity expects,
        @Nullable Tolerance tolerance,
        @Nullable Measure of,
        @Nullable Integer years,
        @Nullable Threshold reaches,
        List<Statement> statements,
        @Nullable LocalText reason,
        boolean decisive) {

    /** What of the line is compared; null for rules that compare no number of a line with one. */
    public @Nullable Measure measure() {
        return switch (rule) {
            case VALUE -> Measure.VALUE;
            case RATE -> Measure.RATE;
            case CHANGE -> Measure.CHANGE;
            case SHARE_CHANGE -> Measure.SHARE_CHANGE;
            case AT_LEAST, AT_MOST -> of == null ? Measure.VALUE : of;
            case YEARS, CLAIMS_DISAGREE, CANNOT, NOT_YET -> null;
        };
    }

    /** How a part of a claim is compared. */
    public enum Rule {
        /** The value of the period, or the newest before its end. */
        @JsonProperty("value")
        VALUE,
        /** The yearly change over the period: slope of the least-squares line. */
        @JsonProperty("rate")
        RATE,
        /** The change over the period: slope of the least-squares line times the years. */
        @JsonProperty("change")
        CHANGE,
        /** The change from the first to the last value of the period, in percent of the first. */
        @JsonProperty("share-change")
        SHARE_CHANGE,
        /** Whether what is measured is no less than the number. */
        @JsonProperty("at-least")
        AT_LEAST,
        /** Whether what is measured is no more than the number. */
        @JsonProperty("at-most")
        AT_MOST,
        /** The first year in which a value is reached. */
        @JsonProperty("years")
        YEARS,
        /** Whether statements of several sources agree with each other. */
        @JsonProperty("claims-disagree")
        CLAIMS_DISAGREE,
        /** Nothing measured can decide it. */
        @JsonProperty("cannot")
        CANNOT,
        /** The time it speaks of has not come. */
        @JsonProperty("not-yet")
        NOT_YET
    }

    /** What of a line is compared. */
    public enum Measure {
        @JsonProperty("value")
        VALUE,
        @JsonProperty("rate")
        RATE,
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("share-change")
        SHARE_CHANGE
    }

    /** How far off still counts: a share of the claimed number, or a number with its unit. One of the two is given. */
    public record Tolerance(
            @Nullable BigDecimal share,
            @Nullable BigDecimal value,
            @Nullable String unit) {
        /** A tenth of the claimed number. */
        public static final Tolerance USUAL = new Tolerance(new BigDecimal("0.1"), null, null);
    }

    /** A value from below or from above. One of the two is given. */
    public record Threshold(
            @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost, String unit) {}

    /**
     * A number of a claim that is laid beside others.
     *
     * @param claim id of the claim
     * @param value which of its values, from 1
     * @param years over how many years it counts, to make it a yearly number; null where it is one
     */
    public record Statement(
            String claim, int value, @Nullable Integer years) {}
}

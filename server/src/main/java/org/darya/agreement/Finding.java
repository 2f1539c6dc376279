package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What comparing a claim with what is measured gives.
 *
 * @param claim id of the claim
 * @param sentence the finding in words, with numbers
 * @param results one to each check, in their order
 * @param versions the indicator versions it rests on
 * @param evaluatedAt when it came out like this first, ISO 8601
 */
public record Finding(
        String claim,
        Verdict verdict,
        LocalText sentence,
        List<Result> results,
        List<VersionUsed> versions,
        String evaluatedAt) {

    /** The same, made at this time. */
    public Finding evaluated(String at) {
        return new Finding(claim, verdict, sentence, results, versions, at);
    }

    /** What is found of the claim as a whole. */
    public enum Verdict {
        /** Every part holds. */
        @JsonProperty("supported")
        SUPPORTED,
        /** Some parts hold; others do not, or cannot be decided. */
        @JsonProperty("partly")
        PARTLY,
        /** No part that can be decided holds, or a decisive one fails. */
        @JsonProperty("contradicted")
        CONTRADICTED,
        /** The time it speaks of has not come. */
        @JsonProperty("too-early")
        TOO_EARLY,
        /** Nothing that is kept here decides any part. */
        @JsonProperty("not-verifiable")
        NOT_VERIFIABLE
    }

    /** What is found of one part. */
    public enum Outcome {
        @JsonProperty("holds")
        HOLDS,
        @JsonProperty("fails")
        FAILS,
        @JsonProperty("too-early")
        TOO_EARLY,
        @JsonProperty("no-data")
        NO_DATA
    }

    /**
     * One part of the claim.
     *
     * @param check id of the check
     * @param says which part of the claim is meant
     * @param rule by which it was compared
     * @param ruleText the rule in words, with its tolerance
     * @param sentence what came out, with numbers
     * @param expected the claimed number; null for rules without one
     * @param measured what stands against it; null where there is none
     * @param indicator id of the indicator; null for rules without one
     * @param line key of its line
     * @param from first period that was looked at
     * @param to last period that was looked at
     * @param used the values that were looked at
     */
    public record Result(
            String check,
            LocalText says,
            Check.Rule rule,
            LocalText ruleText,
            Outcome outcome,
            LocalText sentence,
            @Nullable Amount expected,
            @Nullable Amount measured,
            @Nullable String indicator,
            Map<String, String> line,
            @Nullable String from,
            @Nullable String to,
            List<Point> used) {}

    /** A number in a unit; {@code upTo} where a range was stated. */
    public record Amount(BigDecimal value, @Nullable BigDecimal upTo, String unit) {}

    /** A value that was looked at. */
    public record Point(String period, BigDecimal number) {}

    /** A version of an indicator that something rests on. */
    public record VersionUsed(String indicator, String version) {}
}

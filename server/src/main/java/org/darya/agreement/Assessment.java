package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * How far a commitment with a number has come. All numbers are in {@code unit}.
 *
 * @param commitment id of the commitment
 * @param sentence the outcome in words, with numbers
 * @param rule the rule in words
 * @param reason why nothing can be told; null where something can
 * @param indicator id of the indicator; null where nothing measures it
 * @param version id of the version
 * @param line key of the line
 * @param unit UCUM code; null where nothing measures it
 * @param base where it is counted from
 * @param latest the newest value
 * @param target where it is to be; for a range the end that is reached first
 * @param needed yearly change from the newest value that leads to the target
 * @param observed yearly change that was seen: Theil–Sen slope of the last ten years, or since the base where that is less
 * @param observedFrom first year of that stretch
 * @param expected value in the target year where the observed change goes on
 * @param evaluatedAt when it came out like this first, ISO 8601
 */
public record Assessment(
        String commitment,
        Course course,
        LocalText sentence,
        LocalText rule,
        @Nullable LocalText reason,
        @Nullable String indicator,
        @Nullable String version,
        Map<String, String> line,
        @Nullable String unit,
        @Nullable YearValue base,
        @Nullable YearValue latest,
        @Nullable YearValue target,
        @Nullable BigDecimal needed,
        @Nullable BigDecimal observed,
        @Nullable Integer observedFrom,
        @Nullable BigDecimal expected,
        String evaluatedAt) {

    /** The same, made at this time. */
    public Assessment evaluated(String at) {
        return new Assessment(
                commitment,
                course,
                sentence,
                rule,
                reason,
                indicator,
                version,
                line,
                unit,
                base,
                latest,
                target,
                needed,
                observed,
                observedFrom,
                expected,
                at);
    }

    /** Whether the pace leads to the target. */
    public enum Course {
        @JsonProperty("reached")
        REACHED,
        @JsonProperty("on-course")
        ON_COURSE,
        @JsonProperty("not-on-course")
        NOT_ON_COURSE,
        /** Too few years since the base to speak of a pace. */
        @JsonProperty("too-early")
        TOO_EARLY,
        @JsonProperty("cannot-be-told")
        CANNOT_BE_TOLD
    }

    /** A number of a year. */
    public record YearValue(int year, BigDecimal value) {}
}

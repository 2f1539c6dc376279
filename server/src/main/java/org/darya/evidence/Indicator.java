package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The declared use of a method on inputs. Its values are not here: {@link Indicators#current} gives them.
 *
 * @param codes codes of frameworks that mean the same number, such as {@code SDG 6.4.2}
 * @param from what it is computed from
 * @param method id of a method: one of {@code org.darya.methods}, or of the room that {@code from} names
 * @param parameters settings of the method by name, as its card writes them
 * @param output which output of the method is shown
 * @param unit UCUM code in which values are shown
 * @param direction which way is better
 * @param by dimensions that tell the lines apart; may be empty for a single line
 * @param inputs what the method takes, by the name its card gives
 * @param least least share of the inputs that must be there for a value to be shown, 0 to 1; null: as the method says
 * @param uncertainty what is known of it
 * @param refused what is kept and shown, and not used
 */
public record Indicator(
        @JsonUnwrapped Head head,
        List<String> codes,
        @JsonProperty("computedFrom") Origin from,
        String method,
        Map<String, String> parameters,
        String output,
        String unit,
        Direction direction,
        List<String> by,
        Map<String, List<Input>> inputs,
        @Nullable BigDecimal least,
        Aggregation aggregation,
        @Nullable LocalText uncertainty,
        List<Refusal> refused,
        List<Target> targets,
        Chart chart)
        implements Entry {
    @Override
    public Set<String> countries() {
        Set<String> all = new LinkedHashSet<>(head.countries());
        targets.forEach(target -> {
            if (target.country() != null) {
                all.add(target.country());
            }
        });
        return all;
    }

    /** What the values are computed from. */
    public enum Origin {
        /** Series that are kept here. */
        @JsonProperty("evidence")
        EVIDENCE,
        /** Records of the action room: initiatives, projects, money. */
        @JsonProperty("action")
        ACTION
    }

    /** Which way is better. */
    public enum Direction {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN,
        /** Neither way is good or bad in itself. */
        @JsonProperty("neutral")
        NEUTRAL
    }

    /** How the values read best. */
    public enum Chart {
        @JsonProperty("line")
        LINE,
        @JsonProperty("bars")
        BARS,
        /** A small chart for each line, all on one scale. */
        @JsonProperty("lines-small")
        LINES_SMALL
    }

    /**
     * Which series an input of the method is: those of a dataset, or the lines of another indicator.
     *
     * @param dataset id of the dataset; null where another indicator is meant
     * @param series code in the column {@code indicator} of the dataset
     * @param indicator id of another indicator whose values go in
     * @param where dimensions that are fixed, with their codes
     * @param across dimensions over which the input takes several series at once; they become their tags
     * @param by dimensions in which the input is matched with a line; null: all of the indicator's
     * @param tags further tags the method asks for, such as {@code gas: CH4}
     */
    public record Input(
            @Nullable String dataset,
            @Nullable String series,
            @Nullable String indicator,
            Map<String, String> where,
            List<String> across,
            @Nullable List<String> by,
            Map<String, String> tags) {}

    /**
     * How a value of the region comes from those of its countries.
     *
     * @param members how many countries must have every value; null where nothing is aggregated
     * @param weight input by which a mean is weighted; null for other rules
     */
    public record Aggregation(
            Rule rule, @Nullable Integer members, @Nullable String weight) {
        /** Never the mean of ratios. */
        public enum Rule {
            @JsonProperty("none")
            NONE,
            /** The inputs are summed over the countries, then the method runs: a ratio becomes a ratio of sums. */
            @JsonProperty("sum-inputs")
            SUM_INPUTS,
            @JsonProperty("weighted-mean")
            WEIGHTED_MEAN
        }

        public static final Aggregation NONE = new Aggregation(Rule.NONE, null, null);
    }

    /**
     * Values that are kept and shown, and not used.
     *
     * @param where dimensions of the lines that are meant; empty for all
     */
    public record Refusal(Edtf periods, Map<String, String> where, LocalText reason, List<String> sources) {}

    /**
     * A number somebody wants to reach.
     *
     * @param country alpha-3 code; null where it is one for the whole region
     * @param value in the unit of the indicator
     * @param commitment id of the commitment it comes from
     */
    public record Target(
            @Nullable String country,
            BigDecimal value,
            int year,
            List<String> sources,
            @Nullable String commitment) {}
}

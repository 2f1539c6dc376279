package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an indicator for one combination of dimensions.
 *
 * @param key code by dimension; a dimension that is not there means all of it ({@code sex}: women and men). Empty for the
 *     only line of an indicator without dimensions
 * @param country alpha-3 code of the country it belongs to, from the key or from the word for a code (a glacier lies in a
 *     country); null for none and for regional values
 * @param aggregate whether it is the value of the region, computed from those of its countries
 * @param values in the order of time
 */
public record Line(Map<String, String> key, @Nullable String country, boolean aggregate, List<IndicatorValue> values) {

    /** The newest value that is a number and is used, or null where there is none. */
    @JsonIgnore
    public @Nullable IndicatorValue latest() {
        return values.reversed().stream()
                .filter(IndicatorValue::usable)
                .findFirst()
                .orElse(null);
    }

    /** The values that are numbers and are used. */
    public List<IndicatorValue> known() {
        return values.stream().filter(IndicatorValue::usable).toList();
    }
}

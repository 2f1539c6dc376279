package org.darya.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series as an office gives it.
 *
 * @param id same wherever the same series is imported: a hash of office, indicator, dimensions and unit
 * @param office whose numbers these are
 * @param indicator code of the indicator in the words of the office
 * @param dimensions what the series is of: area, sex, age … as the office codes them; what is not named means all
 * @param unit code of the office; null where the office names none
 * @param titles by language, where the office gives one; {@code und} where it does not say which language
 * @param values how many values it has now
 * @param from first day of the first value
 * @param to last day of the last value
 */
public record Series(
        String id,
        String office,
        String indicator,
        Map<String, String> dimensions,
        @Nullable String unit,
        Map<String, String> titles,
        int values,
        @Nullable String from,
        @Nullable String to) {}

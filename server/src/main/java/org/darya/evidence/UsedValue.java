package org.darya.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What went into a value: one value of a series, or a stretch of them.
 *
 * @param input name of the input in the method
 * @param series id of a series under {@code /api/v1/series}; of another indicator ({@code indicators/…}) or record
 *     ({@code projects/…}) where the value comes from those
 * @param first period of the first value
 * @param last period of the last value; the same as first for one value
 * @param count how many values
 * @param number the value in the unit of its series; null for a stretch
 * @param unit UCUM code of the series
 * @param file the file it stands in; null where it comes from another indicator or a record
 * @param line line of the file; null for a stretch
 */
public record UsedValue(
        String input,
        String series,
        String first,
        String last,
        int count,
        @Nullable BigDecimal number,
        @Nullable String unit,
        @Nullable String file,
        @Nullable Long line) {}

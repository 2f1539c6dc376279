package org.darya.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a series for a period, and where it came from.
 *
 * @param value as the office printed it; null where the status says that there is none
 * @param power the printed number counts tens to this power of the unit: 3 for thousands, 6 for millions
 * @param flag the office's own mark for the status
 * @param footnote what the office says beside the number
 * @param source which file of which import
 * @param former what held before, latest first
 */
public record SeriesValue(
        Period period,
        @Nullable BigDecimal value,
        int power,
        ValueStatus status,
        @Nullable String flag,
        @Nullable String footnote,
        Source source,
        List<Former> former) {

    /** Where a value stands: line {@code line} of a file whose bytes have this SHA-256. */
    public record Source(long importId, String importedAt, String file, String sha256, long line) {}

    /** A value that held before, and the import that put another in its place. */
    public record Former(
            @Nullable BigDecimal value,
            int power,
            ValueStatus status,
            @Nullable String flag,
            @Nullable String footnote,
            Source source,
            long replacedBy) {}

    /** The number in the unit of the series itself; null where there is none. */
    @JsonIgnore
    public @Nullable BigDecimal amount() {
        return value == null ? null : value.scaleByPowerOfTen(power);
    }
}

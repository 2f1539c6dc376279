package org.darya.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A series with all its values, to compute with.
 *
 * @param id the same as that of {@link Series}
 * @param indicator code in the words of its office
 * @param unit UCUM code
 * @param rows in the order of time
 */
public record SeriesData(String id, String indicator, Map<String, String> dimensions, String unit, List<Row> rows) {
    /**
     * A value and where it stands.
     *
     * @param amount in the unit of the series; null where the status says that there is none
     */
    public record Row(Period period, @Nullable BigDecimal amount, ValueStatus status, String file, long line) {}
}

package org.darya.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an indicator as they were computed once. The same inputs, method and declaration give the same version
 * on every machine; a version is never changed and never deleted.
 *
 * @param id hash of the computing part of the declaration, the method and its version, and every input value
 * @param computedAt when it was computed here first, ISO 8601
 * @param current whether it is the newest
 * @param unit UCUM code of all its numbers
 * @param notes what the method has to say beside the values
 * @param lines one to a combination of dimensions, in the order of the words for their codes; regional values last
 */
public record IndicatorVersion(
        String indicator,
        String id,
        String computedAt,
        boolean current,
        String method,
        int methodVersion,
        String unit,
        List<Explanation> notes,
        List<Line> lines) {

    /** The line with exactly this key, or null. */
    public @Nullable Line line(Map<String, String> key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst().orElse(null);
    }
}

package org.darya.evidence.sensorthings.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query options of an address or of an expansion.
 *
 * @param select names; empty for all
 * @param top null where it was not given
 * @param after the place where a page begins, as the server wrote it into a nextLink; null for the first page
 * @param asOf microseconds; null for now
 * @param bucket null for no aggregation
 */
public record Options(
        List<String> select,
        boolean distinct,
        List<Expand> expand,
        @Nullable Expr filter,
        List<OrderBy> orderBy,
        @Nullable Integer top,
        long skip,
        Count count,
        Format format,
        @Nullable String after,
        @Nullable Long asOf,
        @Nullable Bucket bucket) {
    public static final Options NONE =
            new Options(List.of(), false, List.of(), null, List.of(), null, 0, Count.NO, Format.JSON, null, null, null);

    /** Entities of a page where {@code $top} is not given. */
    public static final int USUAL_TOP = 100;
    /** Entities of a page at most; the nextLink leads on. */
    public static final int LARGEST_TOP = 10_000;

    /** How a set is counted. */
    public enum Count {
        NO,
        EXACT,
        /** by the planner's estimate, only when asked for */
        ESTIMATE
    }

    /** How the answer is written. */
    public enum Format {
        JSON,
        DATA_ARRAY,
        CSV,
        GEOJSON
    }

    /** A relation to follow, with options of its own. @param text the options as they were written */
    public record Expand(String name, Options options, List<String> text) {
        public Expand {
            text = List.copyOf(text);
        }
    }

    /**
     * Aggregation over time.
     *
     * @param period ISO 8601, such as PT1H or P1M
     * @param zone whose days and months are meant
     * @param functions among mean, min, max, sum, count
     */
    public record Bucket(String period, String zone, List<String> functions) {
        public Bucket {
            functions = List.copyOf(functions);
        }
    }

    /** How many entities a page has. */
    public int page() {
        return top == null ? USUAL_TOP : Math.min(top, LARGEST_TOP);
    }

    public boolean selects(String name) {
        return select.isEmpty() || select.contains(name);
    }
}

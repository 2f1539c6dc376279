package org.darya.portal.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.darya.register.Kind;
import org.darya.register.Search;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param only the kind that is shown; null for all
 * @param counts how many records of each kind were found
 * @param total how many records are found in what is shown
 */
public record SearchView(
        String question,
        @Nullable Kind only,
        Map<Kind, Integer> counts,
        List<Search.Hit> hits,
        int total,
        int page,
        int lastPage) {
    /** A stretch of an excerpt, marked where it was looked for. */
    public record Piece(String text, boolean marked) {}

    public int all() {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    /** The address of a page of results, from {@code search} on. */
    public String address(@Nullable Kind kind, int number) {
        return "search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)
                + (kind == null ? "" : "&kind=" + kind.word())
                + (number == 1 ? "" : "&page=" + number);
    }

    /** The excerpt cut at the marks of {@link Search}. */
    public static List<Piece> pieces(String excerpt) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < excerpt.length()) {
            int begin = excerpt.indexOf(Search.BEGIN, from);
            int end = begin < 0 ? -1 : excerpt.indexOf(Search.END, begin);
            if (begin < 0 || end < 0) {
                break;
            }
            pieces.add(new Piece(excerpt.substring(from, begin), false));
            pieces.add(new Piece(excerpt.substring(begin + 1, end), true));
            from = end + 1;
        }
        pieces.add(new Piece(excerpt.substring(from), false));
        return pieces;
    }
}

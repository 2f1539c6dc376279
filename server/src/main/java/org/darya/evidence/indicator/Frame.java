package org.darya.evidence.indicator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.Member;
import org.jspecify.annotations.Nullable;

/** Which codes there are, in which order, and in which country they lie. */
final class Frame {
    static final String COUNTRY = "country";

    private final Map<String, Map<String, Integer>> order = new HashMap<>();
    private final Map<String, Map<String, String>> lying = new HashMap<>();

    /** @param countries alpha-3 codes in the order of the programme */
    Frame(List<Member> members, List<String> countries) {
        countries.forEach(code -> add(COUNTRY, code));
        for (Member member : members) {
            add(member.dimension(), member.code());
            if (member.country() != null) {
                lying.computeIfAbsent(member.dimension(), dimension -> new HashMap<>())
                        .put(member.code(), member.country());
            }
        }
    }

    private void add(String dimension, String code) {
        Map<String, Integer> codes = order.computeIfAbsent(dimension, word -> new HashMap<>());
        codes.putIfAbsent(code, codes.size());
    }

    @Nullable
    String country(Map<String, String> key) {
        String own = key.get(COUNTRY);
        return own != null
                ? own
                : key.entrySet().stream()
                        .map(entry ->
                                lying.getOrDefault(entry.getKey(), Map.of()).get(entry.getValue()))
                        .filter(country -> country != null)
                        .sorted()
                        .findFirst()
                        .orElse(null);
    }

    /** By the order of dimensions, then of their codes; what stands for all of a dimension comes first. */
    Comparator<Map<String, String>> inOrder(List<String> by) {
        Comparator<Map<String, String>> all = (a, b) -> 0;
        for (String dimension : by) {
            all = all.thenComparing(key -> place(dimension, key.get(dimension)))
                    .thenComparing(key -> key.getOrDefault(dimension, ""));
        }
        return all;
    }

    private int place(String dimension, @Nullable String code) {
        return code == null ? -1 : order.getOrDefault(dimension, Map.of()).getOrDefault(code, Integer.MAX_VALUE);
    }
}

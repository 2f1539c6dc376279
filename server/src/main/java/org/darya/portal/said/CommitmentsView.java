package org.darya.portal.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Assessment;
import org.darya.agreement.Commitment;
import org.jspecify.annotations.Nullable;

/** Commitments of each country by subject; those that disagree stand together. */
public record CommitmentsView(int count, Map<String, List<Block>> byCountry, Map<String, Assessment> assessments) {
    /** How many commitments are on each course. */
    public Map<Assessment.Course, Integer> courses() {
        Map<Assessment.Course, Integer> counts = new EnumMap<>(Assessment.Course.class);
        assessments.values().forEach(one -> counts.merge(one.course(), 1, Integer::sum));
        return counts;
    }

    /**
     * Rows of a table that belong together.
     *
     * @param group what they disagree on, null for a row of its own
     */
    public record Block(@Nullable String group, List<Commitment> rows) {
        public boolean disagrees() {
            return rows.size() > 1;
        }
    }

    public static CommitmentsView of(List<Commitment> commitments) {
        return of(commitments, Map.of());
    }

    static CommitmentsView of(List<Commitment> commitments, Map<String, Assessment> assessments) {
        Map<String, List<Block>> countries = new LinkedHashMap<>();
        commitments.stream()
                .sorted(Comparator.comparing(Commitment::topic))
                .forEach(commitment ->
                        add(countries.computeIfAbsent(commitment.country(), country -> new ArrayList<>()), commitment));
        Map<String, List<Block>> inOrder = new LinkedHashMap<>();
        commitments.forEach(commitment ->
                inOrder.putIfAbsent(commitment.country(), countries.getOrDefault(commitment.country(), List.of())));
        return new CommitmentsView(commitments.size(), inOrder, assessments);
    }

    private static void add(List<Block> blocks, Commitment commitment) {
        for (Block block : blocks) {
            if (commitment.group() != null && commitment.group().equals(block.group())) {
                block.rows().add(commitment);
                return;
            }
        }
        List<Commitment> rows = new ArrayList<>();
        rows.add(commitment);
        blocks.add(new Block(commitment.group(), rows));
    }
}

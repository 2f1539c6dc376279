package org.darya.action;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Honest totals: one for each kind of money and currency, each with the rows in it and the rows left out with the reason.
 * Sums of two kinds or currencies are never added.
 */
public record Totals(List<Total> totals, int projects, List<Project> withoutMoney) {
    /**
     * One total.
     *
     * @param amount millions of the currency; lower ends of ranges
     * @param upTo millions, with the upper ends of ranges; equals amount where there is none
     */
    public record Total(
            MoneyKind kind,
            String currency,
            BigDecimal amount,
            BigDecimal upTo,
            List<Row> rows,
            List<LeftOut> leftOut) {
        /** Whether a sum in it was stated as "about" or "more than": then the total is no more exact. */
        public boolean approximate() {
            return rows.stream().anyMatch(row -> row.money().qualifier() != null);
        }
    }

    /** A sum of a project. */
    public record Row(Project project, Money money) {}

    /** A sum that is not in the total. */
    public record LeftOut(Project project, Money money, Reason reason) {}

    /** Why a sum is left out. */
    public sealed interface Reason {
        /** The register says that it must not be counted. */
        record Stated(LocalText text) implements Reason {}

        /** The sum is inside that of another project of the same total. */
        record InsideOf(Project parent) implements Reason {}
    }

    private record Key(MoneyKind kind, String currency) {}

    /** Totals over exactly these projects. */
    public static Totals over(List<Project> projects) {
        Map<String, Project> byId = new LinkedHashMap<>();
        projects.forEach(project -> byId.put(project.id(), project));
        Map<Key, List<Row>> groups = new LinkedHashMap<>();
        for (Project project : projects) {
            for (Money money : project.money()) {
                groups.computeIfAbsent(new Key(money.kind(), money.currency()), key -> new ArrayList<>())
                        .add(new Row(project, money));
            }
        }
        List<Total> totals = groups.entrySet().stream()
                .map(group -> total(group.getKey(), group.getValue(), byId))
                .sorted(Comparator.comparing(Total::kind).thenComparing(Total::currency))
                .toList();
        return new Totals(
                totals,
                projects.size(),
                projects.stream().filter(project -> project.money().isEmpty()).toList());
    }

    private static Total total(Key key, List<Row> candidates, Map<String, Project> byId) {
        List<Row> rows = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Row row : candidates) {
            LocalText stated = row.money().leftOut();
            Project parent = stated == null ? countedParent(row, candidates, byId) : null;
            if (stated != null) {
                leftOut.add(new LeftOut(row.project(), row.money(), new Reason.Stated(stated)));
            } else if (parent != null) {
                leftOut.add(new LeftOut(row.project(), row.money(), new Reason.InsideOf(parent)));
            } else {
                rows.add(row);
            }
        }
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal upTo = BigDecimal.ZERO;
        for (Row row : rows) {
            amount = amount.add(row.money().amount());
            upTo = upTo.add(
                    row.money().upTo() == null
                            ? row.money().amount()
                            : row.money().upTo());
        }
        return new Total(key.kind(), key.currency(), amount, upTo, List.copyOf(rows), List.copyOf(leftOut));
    }

    /** The nearest project above whose own sum is counted in the same total. */
    private static @Nullable Project countedParent(Row row, List<Row> candidates, Map<String, Project> byId) {
        String parentId = row.project().partOf();
        for (int steps = 0; parentId != null && steps < byId.size(); steps++) {
            Project parent = byId.get(parentId);
            if (parent == null) {
                return null; // outside the chosen projects: nothing is counted twice
            }
            if (candidates.stream()
                    .anyMatch(
                            other -> other.project() == parent && other.money().leftOut() == null)) {
                return parent;
            }
            parentId = parent.partOf();
        }
        return null;
    }
}

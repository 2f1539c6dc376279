package org.darya.action.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.darya.action.Project;
import org.darya.action.Totals;
import org.darya.evidence.Indicator;
import org.darya.evidence.IndicatorValue;
import org.darya.evidence.Line;
import org.darya.evidence.Period;
import org.darya.evidence.UsedValue;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Sums of one currency by kind, by the rules of {@link Totals}. By country, only projects of that country alone count: a sum
 * of several countries cannot be divided among them.
 */
final class MoneyLines {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private MoneyLines() {}

    static List<Line> of(Indicator indicator, List<Project> projects, Period period) {
        String currency = indicator.parameters().getOrDefault("currency", "USD");
        if (!indicator.by().contains("country")) {
            return lines(projects, currency, null, period);
        }
        Set<String> countries = new LinkedHashSet<>(indicator.head().countries());
        List<Line> all = new ArrayList<>();
        for (String country : countries) {
            List<Project> own = projects.stream()
                    .filter(project -> project.head().countries().equals(List.of(country)))
                    .toList();
            all.addAll(lines(own, currency, country, period));
        }
        return all;
    }

    private static List<Line> lines(List<Project> projects, String currency, @Nullable String country, Period period) {
        List<Line> lines = new ArrayList<>();
        for (Totals.Total total : Totals.over(projects).totals()) {
            if (total.currency().equals(currency) && !total.rows().isEmpty()) {
                Map<String, String> key = new TreeMap<>(Map.of("kind", Words.of(total.kind())));
                if (country != null) {
                    key.put("country", country);
                }
                lines.add(new Line(key, country, false, List.of(value(total, period))));
            }
        }
        return lines;
    }

    /** A total with a sum that was stated as "about", or a range of which the lower end is taken, is an estimate. */
    private static IndicatorValue value(Totals.Total total, Period period) {
        boolean exact = !total.approximate() && total.amount().compareTo(total.upTo()) == 0;
        return new IndicatorValue(
                period,
                units(total.amount()),
                exact ? ValueStatus.OBSERVED : ValueStatus.ESTIMATED,
                null,
                new IndicatorValue.Coverage(
                        total.rows().size(),
                        total.rows().size() + total.leftOut().size()),
                null,
                total.rows().stream().map(row -> used(row, period)).toList());
    }

    /** Without the zeros behind the point that the multiplication leaves. */
    private static BigDecimal units(BigDecimal millions) {
        BigDecimal plain = millions.multiply(MILLION).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static UsedValue used(Totals.Row row, Period period) {
        return new UsedValue(
                "money",
                Kind.PROJECT.word() + "/" + row.project().id(),
                period.text(),
                period.text(),
                1,
                units(row.money().amount()),
                "{" + row.money().currency() + "}",
                null,
                null);
    }
}

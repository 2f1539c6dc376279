package org.darya.portal.measured;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.darya.evidence.Datasets;
import org.darya.evidence.Line;
import org.darya.evidence.Period;
import org.darya.portal.page.Page;
import org.darya.register.Edtf;
import org.darya.register.LocalText;

/** What lines and periods are called in the language of the page. */
public final class Naming {
    private static final String COUNTRY = "country";

    private final Page page;
    private final Datasets.Words words;

    public Naming(Page page, Datasets.Words words) {
        this.page = page;
        this.words = words;
    }

    /** The word for a code of a dimension; the code where nobody gave one. */
    String member(String dimension, String code) {
        if (dimension.equals(COUNTRY)) {
            return page.country(code);
        }
        LocalText word = words.of(dimension, code);
        return word == null ? code : page.t(word);
    }

    /** A line by some of its dimensions. Where none of them is fixed, it is the whole. */
    String line(Line line, List<String> dimensions) {
        String name = dimensions.stream()
                .map(dimension -> Map.entry(dimension, line.key().getOrDefault(dimension, "")))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? page.t("indicator.whole") : name;
    }

    /** A line by all its dimensions; the region where it stands for all countries. */
    public String line(Line line) {
        return line.aggregate() && line.country() == null && !line.key().containsKey(COUNTRY)
                ? Stream.concat(
                                Stream.of(page.t("indicator.region")),
                                line.key().entrySet().stream().map(entry -> member(entry.getKey(), entry.getValue())))
                        .collect(Collectors.joining(", "))
                : key(line.key());
    }

    /** The key of a line in words; empty for the only line of an indicator. */
    public String key(Map<String, String> key) {
        return Stream.concat(
                        Stream.of(COUNTRY).filter(key::containsKey),
                        key.keySet().stream().filter(dimension -> !dimension.equals(COUNTRY)))
                .map(dimension -> member(dimension, Objects.requireNonNull(key.get(dimension))))
                .collect(Collectors.joining(", "));
    }

    /** What addresses call a line. */
    static String slug(Line line) {
        String text = line.key().values().stream()
                .map(code -> code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .collect(Collectors.joining("-"));
        return text.isEmpty() ? (line.aggregate() ? "region" : "all") : line.aggregate() ? "region-" + text : text;
    }

    /** A period as people write it: a year, a month, a day, a span of years. */
    public String period(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        if (first.getDayOfYear() == 1 && last.plusDays(1).getDayOfYear() == 1) {
            return first.getYear() == last.getYear()
                    ? String.valueOf(first.getYear())
                    : first.getYear() + "–" + last.getYear();
        }
        if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
            return page.date(new Edtf(first.toString().substring(0, 7)));
        }
        return page.date(new Edtf(first.equals(last) ? first.toString() : first + "/" + last));
    }
}

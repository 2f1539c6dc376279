package org.darya.portal.measured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.darya.evidence.Indicator;
import org.darya.methods.Card;
import org.darya.methods.Input;
import org.darya.methods.Parameter;
import org.darya.methods.Source;
import org.darya.methods.UnitRule;
import org.darya.methods.registry.Methods;
import org.darya.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The card of a method as the page shows it, always under the same six headings.
 *
 * @param example the published example; null for methods that count records
 */
public record MethodCard(
        String title,
        String description,
        List<Source> sources,
        List<Named> inputs,
        List<Named> parameters,
        @Nullable String edges,
        @Nullable String example) {
    /** A name with what is said of it. */
    public record Named(String name, String value) {}

    /** The card of an indicator's method with the settings it uses. */
    static MethodCard of(Indicator indicator, Page page) {
        if (indicator.from() == Indicator.Origin.ACTION) {
            return new MethodCard(
                    page.t("method." + indicator.method()),
                    page.t("method." + indicator.method() + ".text"),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null);
        }
        ResourceBundle words =
                ResourceBundle.getBundle(Card.BUNDLE, page.language().locale());
        Card card = Methods.get(indicator.method()).card();
        return new MethodCard(
                words.getString(card.id() + ".title"),
                words.getString(card.id() + ".description"),
                card.sources(),
                card.inputs().stream()
                        .map(input -> new Named(word(words, "input.", input.name()), unit(input, words, page)))
                        .toList(),
                parameters(card, indicator.parameters(), words, page),
                words.getString(card.id() + ".edges"),
                words.getString(card.id() + ".example"));
    }

    private static String unit(Input input, ResourceBundle words, Page page) {
        return switch (input.unit()) {
            case UnitRule.Fixed(var unit) ->
                page.phrases().unitOf(unit.code(), 0).isEmpty()
                        ? page.t("method.unit-one")
                        : page.phrases().unitOf(unit.code(), 0);
            case UnitRule.SameAs(var other) -> page.t("method.unit-same", word(words, "input.", other));
            case UnitRule.Quotient(var over, var under) ->
                page.t("method.unit-quotient", word(words, "input.", over), word(words, "input.", under));
            case UnitRule.Per(var over, var under) ->
                page.t("method.unit-quotient", page.phrases().unitOf(over.code(), 0), word(words, "input.", under));
            case UnitRule.PerYear(var other) -> page.t("method.unit-yearly", word(words, "input.", other));
            case UnitRule.Any() -> page.t("method.unit-any");
        };
    }

    private static List<Named> parameters(Card card, Map<String, String> settings, ResourceBundle words, Page page) {
        List<Named> named = new ArrayList<>();
        for (Parameter<?> parameter : card.parameters()) {
            String set = settings.get(parameter.name());
            Object standard = parameter.standard();
            String value = set != null
                    ? set
                    : standard == null ? page.t("none") : page.t("method.standard", text(standard, page));
            named.add(new Named(word(words, "parameter.", parameter.name()), value));
        }
        return named;
    }

    private static String text(Object standard, Page page) {
        return switch (standard) {
            case Double number -> page.phrases().number(BigDecimal.valueOf(number));
            case Parameter.Years.Span span -> span.first() + "–" + span.last();
            case Map<?, ?> table ->
                table.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + text(Objects.requireNonNull(entry.getValue()), page))
                        .sorted()
                        .collect(Collectors.joining("; "));
            default -> standard.toString();
        };
    }

    static String word(ResourceBundle words, String kind, String name) {
        return words.containsKey(kind + name) ? Objects.requireNonNull(words.getString(kind + name)) : name;
    }

    /** The name of an input in the language of the page. */
    static String input(String name, Page page) {
        return word(ResourceBundle.getBundle(Card.BUNDLE, page.language().locale()), "input.", name);
    }
}

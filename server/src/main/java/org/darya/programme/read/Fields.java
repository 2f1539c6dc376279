package org.darya.programme.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.darya.platform.Words;
import org.darya.register.Edtf;
import org.darya.register.Kind;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one mapping in a file. A value that is missing or wrong is noted with its place and replaced by an empty
 * one, so that one reading finds all problems.
 */
final class Fields {
    private final Entries entries;
    private final References references;

    Fields(String file, MappingNode mapping, Findings findings) {
        this(new Entries(file, mapping, findings));
    }

    private Fields(Entries entries) {
        this.entries = entries;
        this.references = new References(entries);
    }

    Place place() {
        return entries.place();
    }

    Place place(String key) {
        return entries.place(key);
    }

    Findings findings() {
        return entries.findings();
    }

    boolean has(String key) {
        return entries.has(key);
    }

    void problem(String key, String message, String maybe) {
        entries.problem(key, message, maybe);
    }

    /** To be called when everything is asked: a field that nobody asked for is a mistake. */
    void finish() {
        entries.finish();
    }

    // ---- texts

    /** A single value without any complaint. */
    @Nullable
    String plain(String key) {
        return entries.plain(key);
    }

    @Nullable
    String stringOrNull(String key) {
        return entries.single(key);
    }

    String string(String key) {
        String value = stringOrNull(key);
        return value == null ? entries.missing(key, "") : value;
    }

    LocalText text(String key) {
        LocalText text = textOrNull(key);
        return text == null ? entries.missing(key, new LocalText(Map.of())) : text;
    }

    @Nullable
    LocalText textOrNull(String key) {
        Node node = entries.node(key);
        return node == null ? null : text(node, key);
    }

    private LocalText text(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            entries.problem(
                    node,
                    "\"%s\" must be given in each language.".formatted(key),
                    "Maybe write it as %s: each on a line of its own."
                            .formatted(String.join(", ", findings().languages())));
            return new LocalText(Map.of());
        }
        var fields = new Fields(entries.inside(mapping));
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : findings().languages()) {
            String words = fields.stringOrNull(language);
            if (words == null) {
                entries.problem(
                        node,
                        "\"%s\" has no text in the language \"%s\".".formatted(key, language),
                        "Maybe the translation is still to be written; Darya never falls back to another language.");
            } else {
                byLanguage.put(language, words);
            }
        }
        fields.finish();
        return new LocalText(byLanguage);
    }

    /** A name: one word for all languages where it is not translated, or a text in each. */
    LocalText name(String key) {
        if (entries.plain(key) != null) {
            return LocalText.same(string(key), findings().languages());
        }
        return text(key);
    }

    List<LocalText> texts(String key) {
        return entries.items(key).stream().map(node -> text(node, key)).toList();
    }

    // ---- numbers, dates, words of a closed set

    @Nullable
    BigDecimal numberOrNull(String key) {
        String value = stringOrNull(key);
        if (value == null) {
            return null;
        }
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            problem(
                    key,
                    "\"%s\" is not a number: \"%s\".".formatted(key, value),
                    "Maybe it has a comma, a space or a unit; write 2111.6 and the unit in its own field.");
            return BigDecimal.ONE; // keeps the rules about values quiet: one mistake, one problem
        }
    }

    BigDecimal number(String key) {
        BigDecimal value = numberOrNull(key);
        return value == null ? entries.missing(key, BigDecimal.ONE) : value;
    }

    int integer(String key) {
        BigDecimal value = number(key);
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            problem(key, "\"%s\" is not a whole number: %s.".formatted(key, value), "Maybe drop the fraction.");
            return 0;
        }
    }

    @Nullable
    Edtf dateOrNull(String key) {
        String value = stringOrNull(key);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return new Edtf(value);
        } catch (DateTimeException e) {
            problem(
                    key,
                    "\"%s\" is no date: \"%s\" (%s).".formatted(key, value, e.getMessage()),
                    "Maybe write it as 2026, 2026-04, 2026-04-22 or 2026-04-22/2026-04-24.");
            return null;
        }
    }

    Edtf date(String key) {
        Edtf date = dateOrNull(key);
        return date == null ? has(key) ? new Edtf("2000") : entries.missing(key, new Edtf("2000")) : date;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E value = choiceOrNull(key, type);
        E first = type.getEnumConstants()[0];
        return value == null ? has(key) ? first : entries.missing(key, first) : value;
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String key, Class<E> type) {
        String word = stringOrNull(key);
        if (word == null) {
            return null;
        }
        Map<String, E> words = Words.of(type);
        E value = words.get(word);
        if (value == null) {
            String near = Nearest.to(word, words.keySet());
            problem(
                    key,
                    "\"%s\" may not be \"%s\".".formatted(key, word),
                    near == null
                            ? "Maybe one of these is meant: %s.".formatted(String.join(", ", words.keySet()))
                            : "Maybe \"%s\" is meant.".formatted(near));
        }
        return value;
    }

    // ---- other records

    /** The record's own id, declared as existing. */
    String id(Kind kind) {
        return references.own(kind);
    }

    @Nullable
    String ref(String key, Kind kind) {
        return references.optional(key, kind);
    }

    String requiredRef(String key, Kind kind) {
        return references.one(key, kind);
    }

    List<String> refs(String key, Kind kind) {
        return references.many(key, kind);
    }

    /** Addresses such as {@code meetings/summit}. */
    List<String> related(String key) {
        return references.addresses(key);
    }

    // ---- inner structures

    List<String> strings(String key) {
        return entries.items(key).stream()
                .map(node -> entries.scalar(node, key))
                .toList();
    }

    <T> List<T> list(String key, Function<Fields, T> read) {
        List<T> all = new ArrayList<>();
        for (Node node : entries.items(key)) {
            Fields fields = inner(node, key);
            if (fields != null) {
                all.add(read.apply(fields));
                fields.finish();
            }
        }
        return List.copyOf(all);
    }

    <T> @Nullable T object(String key, Function<Fields, T> read) {
        Node node = entries.node(key);
        Fields fields = node == null ? null : inner(node, key);
        if (fields == null) {
            return null;
        }
        T value = read.apply(fields);
        fields.finish();
        return value;
    }

    /** Single words by name, such as the codes of dimensions; empty where the field is absent. */
    Map<String, String> words(String key) {
        Map<String, String> words = new LinkedHashMap<>();
        Node node = entries.node(key);
        Fields fields = node == null ? null : inner(node, key);
        if (fields != null) {
            fields.entries.each((name, value) -> words.put(name, fields.entries.scalar(value, name)));
        }
        return words;
    }

    /** One structure or a list of them under each name. */
    <T> Map<String, List<T>> named(String key, Function<Fields, T> read) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        Node node = entries.node(key);
        Fields fields = node == null ? null : inner(node, key);
        if (fields != null) {
            fields.entries.each((name, value) -> all.put(
                    name,
                    value instanceof SequenceNode
                            ? fields.list(name, read)
                            : Optional.ofNullable(fields.object(name, read)).stream()
                                    .toList()));
        }
        return all;
    }

    boolean flag(String key) {
        String word = stringOrNull(key);
        if (word != null && !word.equals("true") && !word.equals("false")) {
            problem(key, "\"%s\" may not be \"%s\".".formatted(key, word), "Maybe write true, or leave it out.");
        }
        return "true".equals(word);
    }

    @Nullable
    Integer integerOrNull(String key) {
        return has(key) ? (Integer) integer(key) : null;
    }

    private @Nullable Fields inner(Node node, String key) {
        Entries inner = entries.mapping(node, key);
        return inner == null ? null : new Fields(inner);
    }
}

package org.darya.programme.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.darya.platform.Words;
import org.darya.register.Edtf;
import org.darya.register.Kind;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one mapping in a file. A value that is missing or wrong is noted with its place and replaced by an empty
 * one, so that one reading finds all problems.
 */
final class Fields {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}");

    private final String file;
    private final Place place;
    private final Findings findings;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    Fields(String file, MappingNode mapping, Findings findings) {
        this.file = file;
        this.place = Place.of(file, mapping);
        this.findings = findings;
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Place at = Place.of(file, key);
                if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                    findings.problem(
                            at, "The field \"%s\" stands twice.".formatted(key.getValue()), "Maybe join the two.");
                }
                keys.putIfAbsent(key.getValue(), at);
            } else {
                findings.problem(
                        Place.of(file, tuple.getKeyNode()),
                        "A field name must be a single word.",
                        "Maybe a dash or a quotation mark is missing.");
            }
        }
    }

    Place place() {
        return place;
    }

    Place place(String key) {
        Node node = values.get(key);
        return node == null ? place : Place.of(file, node);
    }

    Findings findings() {
        return findings;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    // ---- texts

    String string(String key) {
        String value = stringOrNull(key);
        return value == null ? missing(key, "") : value;
    }

    @Nullable
    String stringOrNull(String key) {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(key, "\"%s\" must be a single value.".formatted(key), "Maybe it is empty or indented too far.");
        return "";
    }

    LocalText text(String key) {
        LocalText text = textOrNull(key);
        return text == null ? missing(key, new LocalText(Map.of())) : text;
    }

    @Nullable
    LocalText textOrNull(String key) {
        Node node = node(key);
        return node == null ? null : text(node, key);
    }

    private LocalText text(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            findings.problem(
                    Place.of(file, node),
                    "\"%s\" must be given in each language.".formatted(key),
                    "Maybe write it as %s: each on a line of its own."
                            .formatted(String.join(", ", findings.languages())));
            return new LocalText(Map.of());
        }
        var fields = new Fields(file, mapping, findings);
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : findings.languages()) {
            String words = fields.stringOrNull(language);
            if (words == null) {
                findings.problem(
                        Place.of(file, node),
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
        if (values.get(key) instanceof ScalarNode) {
            return LocalText.same(string(key), findings.languages());
        }
        return text(key);
    }

    List<LocalText> texts(String key) {
        return items(key).stream().map(node -> text(node, key)).toList();
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
        return value == null ? missing(key, BigDecimal.ONE) : value;
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
        return date == null ? has(key) ? new Edtf("2000") : missing(key, new Edtf("2000")) : date;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E value = choiceOrNull(key, type);
        E first = type.getEnumConstants()[0];
        return value == null ? has(key) ? first : missing(key, first) : value;
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
        String id = string("id");
        checkId(id, place("id"));
        findings.declare(kind, id, place("id"));
        return id;
    }

    @Nullable
    String ref(String key, Kind kind) {
        String id = stringOrNull(key);
        if (id != null) {
            findings.name(kind, id, place(key));
        }
        return id;
    }

    String requiredRef(String key, Kind kind) {
        String id = ref(key, kind);
        return id == null ? missing(key, "") : id;
    }

    List<String> refs(String key, Kind kind) {
        List<String> ids = new ArrayList<>();
        for (Node node : items(key)) {
            String id = scalar(node, key);
            findings.name(kind, id, Place.of(file, node));
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    /** Addresses such as {@code meetings/summit}. */
    List<String> related(String key) {
        List<String> addresses = new ArrayList<>();
        for (Node node : items(key)) {
            String address = scalar(node, key);
            int slash = address.indexOf('/');
            Kind kind = slash < 0 ? null : Kind.ofWord(address.substring(0, slash));
            if (kind == null) {
                findings.problem(
                        Place.of(file, node),
                        "\"%s\" is no address of a record.".formatted(address),
                        "Maybe write kind and id, such as meetings/summit.");
            } else {
                findings.name(kind, address.substring(slash + 1), Place.of(file, node));
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }

    // ---- inner structures

    List<String> strings(String key) {
        return items(key).stream().map(node -> scalar(node, key)).toList();
    }

    <T> List<T> list(String key, Function<Fields, T> read) {
        List<T> all = new ArrayList<>();
        for (Node node : items(key)) {
            Fields fields = mapping(node, key);
            if (fields != null) {
                all.add(read.apply(fields));
                fields.finish();
            }
        }
        return List.copyOf(all);
    }

    <T> @Nullable T object(String key, Function<Fields, T> read) {
        Node node = node(key);
        Fields fields = node == null ? null : mapping(node, key);
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
        Node node = node(key);
        Fields fields = node == null ? null : mapping(node, key);
        if (fields != null) {
            fields.values.forEach((name, value) -> words.put(name, fields.scalar(value, name)));
        }
        return words;
    }

    /** One structure or a list of them under each name. */
    <T> Map<String, List<T>> named(String key, Function<Fields, T> read) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        Node node = node(key);
        Fields fields = node == null ? null : mapping(node, key);
        if (fields != null) {
            fields.values.forEach((name, value) -> all.put(
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

    /** To be called when everything is asked: a field that nobody asked for is a mistake. */
    void finish() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                String near = Nearest.to(key, asked);
                findings.problem(
                        at,
                        "The field \"%s\" is unknown here.".formatted(key),
                        near == null
                                ? "Maybe it belongs to another record; the fields are in docs/guide/programme-folder.md."
                                : "Maybe \"%s\" is meant.".formatted(near));
            }
        });
    }

    void problem(String key, String message, String maybe) {
        findings.problem(place(key), message, maybe);
    }

    private <T> T missing(String key, T empty) {
        if (!has(key)) {
            findings.problem(
                    place,
                    "The field \"%s\" is missing.".formatted(key),
                    "Maybe it is misspelt or indented too far; docs/guide/programme-folder.md lists the fields.");
        }
        return empty;
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private List<Node> items(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "\"%s\" must be a list.".formatted(key), "Maybe write it as [one, two] or with dashes.");
        return List.of();
    }

    private @Nullable Fields mapping(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            return new Fields(file, mapping, findings);
        }
        findings.problem(
                Place.of(file, node),
                "\"%s\" must have fields of its own.".formatted(key),
                "Maybe a colon or a line is missing.");
        return null;
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        findings.problem(
                Place.of(file, node), "\"%s\" must hold single words.".formatted(key), "Maybe a comma is missing.");
        return "";
    }

    private void checkId(String id, Place at) {
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            findings.problem(
                    at,
                    "\"%s\" cannot be an id.".formatted(id),
                    "Maybe use lower-case letters, digits and hyphens only.");
        }
    }
}

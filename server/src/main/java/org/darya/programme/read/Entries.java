package org.darya.programme.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What stands in one mapping of a file: under which keys, where, and which of them were asked for. Whatever is not as it
 * must be is noted with its place.
 */
final class Entries {
    private final String file;
    private final Place place;
    private final Findings findings;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    Entries(String file, MappingNode mapping, Findings findings) {
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

    /** The place of an item. */
    Place place(Node node) {
        return Place.of(file, node);
    }

    Findings findings() {
        return findings;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    void each(BiConsumer<String, Node> to) {
        values.forEach(to);
    }

    /** A single value without any complaint. */
    @Nullable
    String plain(String key) {
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** A single value; null for nothing, and empty, and noted, where it is none. */
    @Nullable
    String single(String key) {
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

    void problem(Node node, String message, String maybe) {
        findings.problem(Place.of(file, node), message, maybe);
    }

    /** The empty value in place of one that has to be there, which is noted. */
    <T> T missing(String key, T empty) {
        if (!has(key)) {
            findings.problem(
                    place,
                    "The field \"%s\" is missing.".formatted(key),
                    "Maybe it is misspelt or indented too far; docs/guide/programme-folder.md lists the fields.");
        }
        return empty;
    }

    /** What stands under a key; null for nothing. */
    @Nullable
    Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** The items of a list; none where there is no list. */
    List<Node> items(String key) {
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

    /** The mapping in an item or under a key; null, and noted, where it is none. */
    @Nullable
    Entries mapping(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            return inside(mapping);
        }
        problem(node, "\"%s\" must have fields of its own.".formatted(key), "Maybe a colon or a line is missing.");
        return null;
    }

    /** The word an item or a key holds; empty, and noted, where it is none. */
    String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(node, "\"%s\" must hold single words.".formatted(key), "Maybe a comma is missing.");
        return "";
    }

    Entries inside(MappingNode mapping) {
        return new Entries(file, mapping, findings);
    }
}

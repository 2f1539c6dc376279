package org.darya.programme.read;

import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as a tree with places. Only plain mappings, lists and values: what a reviewer sees is what is read. */
final class YamlText {
    private YamlText() {}

    /** The root, or null where the text is empty or no YAML (then a problem is noted). */
    static @Nullable Node parse(String file, String text, Findings findings) {
        var options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root != null) {
                refuseAnchors(file, root, findings, new IdentityHashMap<>());
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            findings.problem(
                    new Place(file, mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1),
                    "This is no YAML: %s.".formatted(e.getProblem()),
                    "Maybe a text with a colon or a quotation mark must stand in quotation marks, or the indent is off.");
            return null;
        } catch (YAMLException e) {
            findings.problem(
                    new Place(file, 1, 1),
                    "This is no YAML: %s.".formatted(e.getMessage()),
                    "Maybe the file holds a character that is not text.");
            return null;
        }
    }

    /** Whether a problem stands against the file already. */
    static boolean failed(String file, Findings findings) {
        return findings.problems().stream().anyMatch(problem -> problem.file().equals(file));
    }

    private static void refuseAnchors(String file, Node node, Findings findings, Map<Node, Boolean> seen) {
        if (seen.put(node, true) != null) {
            return;
        }
        if (node.getAnchor() != null) {
            findings.problem(
                    Place.of(file, node),
                    "Anchors are not used here: &%s.".formatted(node.getAnchor()),
                    "Maybe write the value out; a reviewer should see it where it stands.");
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> refuseAnchors(file, tuple.getValueNode(), findings, seen));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> refuseAnchors(file, item, findings, seen));
        }
    }
}

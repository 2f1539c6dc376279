package org.darya.programme.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Values of a file as texts, lists and maps, and how they are written. */
public final class YamlValue {
    private YamlValue() {}

    /**
     * A piece of YAML as somebody wrote it, without indent.
     *
     * @param text with line feeds only
     */
    public record Raw(String text) {
        public Raw {
            text = text.replace("\r\n", "\n").stripTrailing();
        }
    }

    static Node compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        options.setMaxAliasesForCollections(0);
        Node root = new Yaml(options).compose(new java.io.StringReader(text));
        if (root == null) {
            throw new YAMLException("there is nothing");
        }
        return root;
    }

    /** Texts stay texts, whatever they look like. */
    static Object of(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> {
                List<Object> list = new ArrayList<>();
                sequence.getValue().forEach(item -> list.add(of(item)));
                yield list;
            }
            case MappingNode mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(tuple -> map.put(String.valueOf(of(tuple.getKeyNode())), of(tuple.getValueNode())));
                yield map;
            }
            default -> throw new IllegalArgumentException("neither a text nor a list nor a map: " + node.getNodeId());
        };
    }

    /** What the value says, where a raw piece is read first. */
    public static Object meaning(Object value) {
        return value instanceof Raw raw ? of(compose(raw.text())) : value;
    }

    /** A field as lines without indent. */
    public static String field(String key, Object value) {
        return switch (value) {
            case Raw raw ->
                raw.text().startsWith("[")
                                || raw.text().startsWith("{")
                                || !raw.text().contains("\n") && scalar(raw)
                        ? key + ": " + raw.text().replace("\n", "\n  ")
                        : key + ":\n" + indent(raw.text(), 2);
            case Map<?, ?> map when !texts(map) -> key + ": " + flow(map);
            case Map<?, ?> map -> {
                var lines = new StringBuilder(key).append(':');
                map.forEach((name, inner) ->
                        lines.append("\n  ").append(name).append(": ").append(scalar(String.valueOf(inner))));
                yield lines.toString();
            }
            case List<?> list -> key + ": " + flow(list);
            default -> key + ": " + scalar(value.toString());
        };
    }

    private static boolean scalar(Raw raw) {
        return compose(raw.text()) instanceof ScalarNode;
    }

    /** A text in each language stands on a line of its own. */
    private static boolean texts(Map<?, ?> map) {
        return map.containsKey("ru") || map.containsKey("en");
    }

    static String flow(Object value) {
        return switch (value) {
            case List<?> list -> {
                var all = new ArrayList<String>();
                list.forEach(item -> all.add(flow(item)));
                yield "[" + String.join(", ", all) + "]";
            }
            case Map<?, ?> map -> {
                var all = new ArrayList<String>();
                map.forEach((key, inner) -> all.add(key + ": " + flow(inner)));
                yield "{" + String.join(", ", all) + "}";
            }
            default -> {
                String text = value.toString();
                yield plain("[" + text + "]", List.of(text)) ? text : quoted(text);
            }
        };
    }

    /** Plain where that is read back as the same text, else in quotation marks. */
    static String scalar(String text) {
        return plain("k: " + text + "\nz: z", Map.of("k", text, "z", "z")) ? text : quoted(text);
    }

    private static boolean plain(String yaml, Object meaning) {
        try {
            Node root = compose(yaml);
            return !yaml.contains(" #") && of(root).equals(meaning) && unquoted(root);
        } catch (YAMLException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean unquoted(Node root) {
        Node inner = root instanceof SequenceNode sequence
                ? sequence.getValue().getFirst()
                : ((MappingNode) root).getValue().getFirst().getValueNode();
        return inner instanceof ScalarNode scalar && scalar.isPlain();
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case 0x85, 0x2028, 0x2029, 0xFEFF -> out.append("\\u%04X".formatted(c));
                default -> out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    static String indent(String text, int by) {
        return text.lines()
                .map(line -> line.isBlank() ? "" : " ".repeat(by) + line)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    /** The text without the indent that its later lines have. */
    static String dedent(String text, int by) {
        @Nullable String[] lines = text.split("\n", -1);
        var out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            String line = String.valueOf(lines[i]);
            int cut = 0;
            while (i > 0 && cut < by && cut < line.length() && line.charAt(cut) == ' ') {
                cut++;
            }
            out.append(i == 0 ? "" : "\n").append(line.substring(cut));
        }
        return out.toString();
    }
}

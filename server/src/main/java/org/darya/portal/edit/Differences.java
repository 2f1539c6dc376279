package org.darya.portal.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two states of a record, value by value. */
final class Differences {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Differences() {}

    /** Between two records as JSON. */
    static List<DifferenceView> of(@Nullable String before, @Nullable String after) {
        return between(leaves(before), leaves(after));
    }

    /** Between two sets of inputs, by the name of the input. */
    static List<DifferenceView> between(Map<String, String> old, Map<String, String> young) {
        Set<String> paths = new LinkedHashSet<>(old.keySet());
        paths.addAll(young.keySet());
        List<DifferenceView> all = new ArrayList<>();
        for (String path : paths) {
            String was = empty(old.get(path));
            String is = empty(young.get(path));
            if (was == null ? is != null : !was.equals(is)) {
                int dot = path.indexOf('.');
                all.add(new DifferenceView(
                        dot < 0 ? path : path.substring(0, dot), dot < 0 ? "" : path.substring(dot + 1), was, is));
            }
        }
        return all;
    }

    /** Names of inputs that differ, with the second state. */
    static Map<String, String> inputs(Map<String, String> mine, Map<String, String> theirs) {
        Map<String, String> differing = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(theirs.keySet());
        names.addAll(mine.keySet());
        for (String name : names) {
            String own = plain(mine.getOrDefault(name, ""));
            String other = plain(theirs.getOrDefault(name, ""));
            if (!own.equals(other) && !(everybody(name, own) && everybody(name, other))) {
                differing.put(name, other);
            }
        }
        return differing;
    }

    /** A form says what a file leaves out: that everybody sees the record. */
    private static boolean everybody(String name, String text) {
        return name.equals("visibility") && (text.isEmpty() || text.equals("public"));
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || plain(text).isEmpty() ? null : plain(text);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static Map<String, String> leaves(@Nullable String json) {
        Map<String, String> leaves = new LinkedHashMap<>();
        if (json != null) {
            walk("", JSON.readTree(json), leaves);
        }
        return leaves;
    }

    private static void walk(String path, JsonNode node, Map<String, String> leaves) {
        String inner = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach(field -> walk(inner + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            leaves.put(
                    path,
                    String.join(", ", node.valueStream().map(JsonNode::asString).toList()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(inner + (i + 1), node.get(i), leaves);
            }
        } else if (!node.isNull()) {
            leaves.put(path, node.asString());
        }
    }
}

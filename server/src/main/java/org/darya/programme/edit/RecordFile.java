package org.darya.programme.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.programme.edit.YamlValue.Raw;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a file of records. A change touches the characters of the value that changed and no other, so that comments,
 * order and the way people write stay; each change is read back and compared before it is given out.
 */
public final class RecordFile {
    private final String text;
    private final Places places;
    private final String kind;
    private final List<Item> items = new ArrayList<>();

    /** A record with its place: of the dash before it, of its first letter, and behind its last. */
    private record Item(String id, MappingNode node, int dash, int start, int end) {}

    /** Characters to be replaced. */
    private record Cut(int from, int to, String by) {}

    /**
     * @param text of a file that the reader found in order
     */
    public RecordFile(String text) {
        this.text = text;
        this.places = new Places(text);
        NodeTuple only = ((MappingNode) YamlValue.compose(text)).getValue().getFirst();
        this.kind = ((ScalarNode) only.getKeyNode()).getValue();
        for (Node item : ((SequenceNode) only.getValueNode()).getValue()) {
            MappingNode node = (MappingNode) item;
            int start = places.start(node);
            items.add(new Item(
                    String.valueOf(id(node)), node, text.lastIndexOf('-', start - 1), start, places.end(node)));
        }
    }

    /** A new file of one kind with nothing in it yet is begun by {@link #with}. */
    public static String begin(String kind, String record) {
        return kind + ":\n" + asItem(record, 2) + "\n";
    }

    public String kind() {
        return kind;
    }

    public List<String> ids() {
        return items.stream().map(Item::id).toList();
    }

    /** The record as it is written, without the dash and the indent. */
    public String record(String id) {
        Item item = need(id);
        return YamlValue.dedent(lf(text.substring(item.start(), item.end())), places.column(item.start()));
    }

    /** What the record says. */
    public Map<String, Object> values(String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        need(id).node().getValue().forEach(tuple -> values.put(key(tuple), YamlValue.of(tuple.getValueNode())));
        return values;
    }

    /** A field as it is written, or null where the record has none. */
    public @Nullable String raw(String id, String key) {
        NodeTuple tuple = tuple(need(id).node(), key);
        if (tuple == null) {
            return null;
        }
        int start = places.start(tuple.getValueNode());
        return YamlValue.dedent(lf(text.substring(start, places.end(tuple.getValueNode()))), places.column(start));
    }

    /**
     * The text with other values in a record. Null takes a field out.
     *
     * @param order keys in the order in which people write them
     */
    public String with(String id, Map<String, @Nullable Object> values, List<String> order) {
        Item item = need(id);
        Map<String, Object> expected = values(id);
        List<Cut> cuts = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value == null) {
                expected.remove(key);
            } else {
                expected.put(key, YamlValue.meaning(value));
            }
        });
        if (item.node().getFlowStyle() == FlowStyle.FLOW) {
            cuts.add(new Cut(item.start(), item.end(), YamlValue.flow(expected)));
        } else {
            Map<NodeTuple, StringBuilder> behind = new LinkedHashMap<>();
            values.forEach((key, value) -> change(item, key, value, order, cuts, behind));
            behind.forEach((tuple, lines) -> {
                int at = places.lineEnd(places.end(tuple.getValueNode()));
                cuts.add(new Cut(at, at, lines.toString()));
            });
        }
        return checked(apply(cuts), id, expected);
    }

    private void change(
            Item item,
            String key,
            @Nullable Object value,
            List<String> order,
            List<Cut> cuts,
            Map<NodeTuple, StringBuilder> behind) {
        NodeTuple tuple = tuple(item.node(), key);
        if (tuple == null) {
            if (value != null) {
                behind.computeIfAbsent(before(item.node(), key, order), one -> new StringBuilder())
                        .append(places.lineEnd)
                        .append(places.lines(YamlValue.field(key, value), places.column(item.start())));
            }
        } else if (value == null) {
            cuts.add(takeOut(item.node(), tuple));
        } else if (value instanceof Raw raw) {
            if (!raw.text().equals(String.valueOf(raw(item.id(), key)).stripTrailing())) {
                cuts.add(rewrite(tuple, key, value, places.column(item.start())));
            }
        } else {
            merge(tuple, key, value, places.column(item.start()), cuts);
        }
    }

    private void merge(NodeTuple tuple, String key, Object value, int column, List<Cut> cuts) {
        Node old = tuple.getValueNode();
        if (YamlValue.of(old).equals(value)) {
            return;
        }
        if (value instanceof String words && old instanceof ScalarNode scalar && !block(scalar)) {
            cuts.add(new Cut(
                    places.start(old),
                    places.end(old),
                    scalar.isPlain() ? YamlValue.scalar(words) : YamlValue.quoted(words)));
        } else if (value instanceof Map<?, ?> map
                && old instanceof MappingNode mapping
                && mapping.getFlowStyle() == FlowStyle.BLOCK
                && map.keySet().equals(((Map<?, ?>) YamlValue.of(old)).keySet())) {
            map.forEach((inner, one) -> {
                NodeTuple deeper = tuple(mapping, String.valueOf(inner));
                if (deeper != null) {
                    merge(deeper, String.valueOf(inner), one, places.column(places.start(deeper.getKeyNode())), cuts);
                }
            });
        } else if (old instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW) {
            cuts.add(new Cut(places.start(old), places.end(old), YamlValue.flow(value)));
        } else {
            cuts.add(rewrite(tuple, key, value, column));
        }
    }

    private Cut rewrite(NodeTuple tuple, String key, Object value, int column) {
        return new Cut(
                places.start(tuple.getKeyNode()),
                places.end(tuple.getValueNode()),
                places.lines(YamlValue.field(key, value), column).substring(column));
    }

    private Cut takeOut(MappingNode record, NodeTuple tuple) {
        int index = record.getValue().indexOf(tuple);
        int start = places.start(tuple.getKeyNode());
        if (index == 0) {
            return new Cut(start, places.start(record.getValue().get(1).getKeyNode()), "");
        }
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        return new Cut(
                lineStart,
                Math.min(text.length(), places.lineEnd(places.end(tuple.getValueNode())) + places.lineEnd.length()),
                "");
    }

    /** The field behind which a new one is written. */
    private static NodeTuple before(MappingNode record, String key, List<String> order) {
        NodeTuple found = record.getValue().getFirst();
        int place = order.indexOf(key);
        for (NodeTuple tuple : record.getValue()) {
            int other = order.indexOf(key(tuple));
            if (other < place) {
                found = tuple;
            }
        }
        return found;
    }

    /** The text with a record more at its end. */
    public String add(String id, String record) {
        Item last = items.getLast();
        int at = places.lineEnd(last.end());
        String more =
                places.lineEnd + asItem(record, places.column(last.dash())).replace("\n", places.lineEnd);
        String changed = text.substring(0, at) + more + text.substring(at);
        @SuppressWarnings("unchecked")
        var expected = (Map<String, Object>) YamlValue.of(YamlValue.compose(record));
        return checked(changed, id, expected);
    }

    /** The text with this record written otherwise. */
    public String replace(String id, String record) {
        Item item = need(id);
        @SuppressWarnings("unchecked")
        var expected = (Map<String, Object>) YamlValue.of(YamlValue.compose(record));
        int column = places.column(item.start());
        return checked(
                text.substring(0, item.start())
                        + places.lines(record, column).substring(column)
                        + text.substring(item.end()),
                id,
                expected);
    }

    /** The text without this record, or null where nothing would be left. */
    public @Nullable String without(String id) {
        Item item = need(id);
        if (items.size() == 1) {
            return null;
        }
        int from = text.lastIndexOf('\n', item.dash()) + 1;
        int to = Math.min(text.length(), places.lineEnd(item.end()) + places.lineEnd.length());
        String changed = text.substring(0, from) + text.substring(to);
        if (!new RecordFile(changed)
                .ids()
                .equals(ids().stream().filter(one -> !one.equals(id)).toList())) {
            throw new IllegalStateException("taking out " + id + " took out more");
        }
        return changed;
    }

    /** Every other record still says the same, and this one says what it should. */
    private String checked(String changed, String id, Map<String, Object> expected) {
        var after = new RecordFile(changed);
        for (Item item : items) {
            if (!item.id().equals(id) && !after.values(item.id()).equals(values(item.id()))) {
                throw new IllegalStateException("changing " + id + " would change " + item.id());
            }
        }
        String now = String.valueOf(expected.getOrDefault("id", id));
        if (!after.values(now).equals(expected) || after.items.size() != items.size() + (ids().contains(now) ? 0 : 1)) {
            throw new IllegalStateException("the change of " + id + " would not be read back");
        }
        return changed;
    }

    private String apply(List<Cut> cuts) {
        var out = new StringBuilder(text);
        cuts.stream()
                .sorted(Comparator.comparingInt(Cut::from)
                        .thenComparingInt(Cut::to)
                        .reversed())
                .forEach(cut -> out.replace(cut.from(), cut.to(), cut.by()));
        return out.toString();
    }

    private static String asItem(String record, int column) {
        String lines = YamlValue.indent(record, column + 2);
        return " ".repeat(column) + "- " + lines.substring(column + 2);
    }

    private Item need(String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record " + id));
    }

    private static @Nullable String id(MappingNode record) {
        NodeTuple tuple = tuple(record, "id");
        return tuple != null && tuple.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static @Nullable NodeTuple tuple(MappingNode record, String key) {
        return record.getValue().stream()
                .filter(tuple -> key(tuple).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    private static boolean block(ScalarNode scalar) {
        return switch (scalar.getScalarStyle()) {
            case LITERAL, FOLDED -> true;
            default -> false;
        };
    }

    private static String lf(String text) {
        return text.replace("\r\n", "\n");
    }
}

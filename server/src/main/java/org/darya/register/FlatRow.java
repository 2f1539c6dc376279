package org.darya.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A record as one row: inner fields joined by an underscore, lists of words by a semicolon, lists of records as JSON. */
final class FlatRow {
    private FlatRow() {}

    static Map<String, String> of(JsonNode record) {
        Map<String, String> row = new LinkedHashMap<>();
        record.properties().forEach(field -> put(row, field.getKey(), field.getValue()));
        return row;
    }

    private static void put(Map<String, String> row, String column, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> put(row, column + '_' + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            boolean words = value.valueStream().allMatch(JsonNode::isValueNode);
            row.put(
                    column,
                    value.isEmpty()
                            ? ""
                            : words
                                    ? value.valueStream()
                                            .map(JsonNode::asString)
                                            .collect(Collectors.joining("; "))
                                    : value.toString());
        } else if (value.isString()) {
            row.put(column, harmless(value.asString()));
        } else if (!value.isNull()) {
            row.put(column, value.asString());
        }
    }

    /** A text that a spreadsheet would take for a formula gets a mark before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

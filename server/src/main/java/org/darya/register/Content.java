package org.darya.register;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.darya.platform.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words of a record in each language and the records it names, read from its JSON form. */
final class Content {
    private static final Map<String, Kind> NAMING = Map.ofEntries(
            Map.entry("source", Kind.SOURCE),
            Map.entry("sources", Kind.SOURCE),
            Map.entry("themes", Kind.THEME),
            Map.entry("country", Kind.COUNTRY),
            Map.entry("countries", Kind.COUNTRY),
            Map.entry("parties", Kind.COUNTRY),
            Map.entry("organisations", Kind.ORGANISATION),
            Map.entry("organisers", Kind.ORGANISATION),
            Map.entry("partners", Kind.ORGANISATION),
            Map.entry("from", Kind.ORGANISATION),
            Map.entry("meeting", Kind.MEETING),
            Map.entry("document", Kind.DOCUMENT),
            Map.entry("documents", Kind.DOCUMENT),
            Map.entry("madeIn", Kind.DOCUMENT),
            Map.entry("initiative", Kind.INITIATIVE),
            Map.entry("initiatives", Kind.INITIATIVE),
            Map.entry("commitment", Kind.COMMITMENT),
            Map.entry("indicator", Kind.INDICATOR));
    private static final Set<String> NAMES = Set.of("publisher", "cites", "number", "as", "url", "id", "codes");

    private final Kind own;
    private final Map<Language, StringBuilder> texts = new EnumMap<>(Language.class);
    private final StringBuilder names = new StringBuilder();
    private final Set<Target> targets = new LinkedHashSet<>();

    private Content(Kind own) {
        this.own = own;
        Language.OF_PAGES.forEach(language -> texts.put(language, new StringBuilder()));
    }

    /** A record that is named. */
    record Target(Kind kind, String id) {}

    static Content of(Kind kind, JsonNode record) {
        var content = new Content(kind);
        content.walk(null, record);
        return content;
    }

    String text(Language language) {
        StringBuilder text = texts.get(language);
        return text == null ? "" : text.toString();
    }

    /** Ids, addresses and proper names: the same in every language. */
    String names() {
        return names.toString();
    }

    Set<Target> targets() {
        return targets;
    }

    private void walk(@Nullable String key, JsonNode node) {
        if (node.isObject()) {
            if (isLocalText(node)) {
                texts.forEach((language, text) ->
                        append(text, node.path(language.tag()).asString("")));
            } else {
                node.properties().forEach(field -> walk(field.getKey(), field.getValue()));
            }
        } else if (node.isArray()) {
            node.forEach(item -> walk(key, item));
        } else if (node.isString() && key != null) {
            leaf(key, node.asString());
        }
    }

    private void leaf(String key, String value) {
        if (NAMES.contains(key)) {
            append(names, value);
        }
        Kind kind = key.equals("partOf") ? own : NAMING.get(key);
        if (kind != null) {
            targets.add(new Target(kind, value));
        } else if (key.equals("related")) {
            int slash = value.indexOf('/');
            targets.add(new Target(Catalogue.kind(value.substring(0, slash)), value.substring(slash + 1)));
        }
    }

    private static boolean isLocalText(JsonNode node) {
        return node.has(Language.RU.tag()) && node.has(Language.EN.tag());
    }

    private static void append(StringBuilder text, String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
    }
}

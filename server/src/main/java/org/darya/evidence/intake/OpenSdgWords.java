package org.darya.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Titles and units of indicators, which Open SDG keeps as keys in settings and as texts in folders of translations. */
final class OpenSdgWords {
    private static final List<String> TITLES =
            List.of("indicator_available", "graph_title", "indicator_name", "indicator_name_national");
    private static final String UNIT = "computation_units";

    /** By language, then by group and key as in {@code national_indicators.8-5-2-title}. */
    private final Map<String, Map<String, String>> translations = new TreeMap<>();

    /** By indicator, what its settings and its metadata say. */
    private final Map<String, Map<String, String>> settings = new HashMap<>();

    void read(SourceFile file) throws IOException, Unreadable {
        String[] parts = file.name().split("/");
        Map<String, String> texts = parse(file.path());
        if (parts[0].equals("translations") && parts.length == 3) {
            Map<String, String> language = translations.computeIfAbsent(parts[1], l -> new HashMap<>());
            texts.forEach((key, text) -> language.put(file.stem() + '.' + key, text));
        } else if (parts.length == 2) {
            Map<String, String> known = settings.computeIfAbsent(file.stem(), s -> new HashMap<>());
            texts.forEach((key, text) -> {
                if (key.equals(UNIT) || TITLES.contains(key)) {
                    known.putIfAbsent(key, text);
                }
            });
        }
    }

    Map<String, String> titles(String indicator) {
        Map<String, String> known = settings.getOrDefault(indicator, Map.of());
        for (String field : TITLES) {
            String key = known.get(field);
            if (key == null || key.isBlank()) {
                continue;
            }
            Map<String, String> titles = new TreeMap<>();
            translations.forEach((language, texts) -> {
                String text = texts.get(key);
                if (text != null && !text.isBlank()) {
                    titles.put(language, text.strip());
                }
            });
            if (!titles.isEmpty()) {
                return titles;
            }
            if (key.indexOf(' ') > 0) {
                return Map.of("und", key.strip()); // the text itself, in a language nobody names
            }
        }
        return Map.of();
    }

    /** Unit of an indicator whose rows name none. */
    @Nullable
    String unit(String indicator) {
        String unit = settings.getOrDefault(indicator, Map.of()).get(UNIT);
        return unit == null || unit.isBlank() ? null : unit.strip().replaceFirst("^UNIT_MEASURE\\.", "");
    }

    private static Map<String, String> parse(Path path) throws IOException, Unreadable {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        Map<String, String> texts = new HashMap<>();
        try (InputStream in = Files.newInputStream(path)) {
            Object content = new Yaml(new SafeConstructor(options)).load(in);
            if (content instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    if (value instanceof String text) {
                        texts.put(String.valueOf(key), text);
                    }
                });
            }
            return texts;
        } catch (YAMLException e) {
            long line = e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? marked.getProblemMark().getLine() + 1
                    : 0;
            throw new Unreadable(
                    line,
                    "This is no YAML: %s."
                            .formatted(e instanceof MarkedYAMLException m ? m.getProblem() : e.getMessage()),
                    "Maybe a quotation mark is missing, or a line is indented too far.");
        }
    }
}

package org.darya.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of ours, read for its numbers: all of them, and those that nothing accounts for yet. */
final class Document {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What stands in code is an example or an address, not a statement. */
    private static final Pattern CODE =
            Pattern.compile("(?s)```.*?```|<!--.*?-->|`[^`]{1,200}`|\\]\\([^)]*\\)|(?m)^(?:# )?\\d+\\. ");

    /** Digits that are part of a name: standards, licences, versions, identifiers, chemistry, powers, dates. */
    private static final Pattern NAMES = Pattern.compile(String.join(
            "|",
            "(?:RFC|JEP|ISO|WMO-No\\.|SHA-|IPv|decisions?|CMA\\.) ?\\d[\\d-]*(?::\\d+)?(?: alpha-\\d)?",
            "Argon2id|alpha-\\d|(?:CC BY[-A-Z]*|PDDL|Apache License|Open Font License|BSD-|CC) ?\\d(?:\\.\\d)?(?:-Clause)?",
            "(?:JDK|Java|Maven|Debian|PostgreSQL|Temurin|FROST|ets-sta10|API|MQTT|SDMX-(?:ML|CSV)|WhatWaste|What a Waste|systems-ucum"
                    + "|systems-quantity|Moquette|embedded|netty-codec-mqtt|CROPWAT|Pywr) \\d[\\d.]*(?:x|\\b)(?:, \\d\\.\\d\\.\\d)?(?: (?:and|или|or|и) \\d\\b)?",
            "(?:SDG|ЦУР) \\d+(?:\\.[\\da-z]+)*(?: and \\d+\\.\\d+\\.\\d+)?|\\b18-088\\b|doi \\S+|C\\.UTF-8|UTF-8|PM2\\.5|CO2e?|CH4|N2O|NO2|ET0|N1\\b|hm3|km2|km3|m[23]\\b",
            "\\b[12]:\\d+m\\b|\\b127\\.0\\.0\\.1\\b|\\b10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+",
            "\\b\\d{1,2}(?:–\\d{1,2})? (?:January|April|July|November|апреля)\\b|\\b(?:1[89]|20)\\d\\d\\b"));

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d|\\d");

    private final String name;
    private final String text;
    private final boolean[] accounted;

    Document(String name) throws IOException {
        this.name = name;
        text = Files.readString(ROOT.resolve(name));
        accounted = new boolean[text.length()];
        account(CODE.matcher(text));
        account(NAMES.matcher(text));
    }

    /** Every page of the repository that people read, as paths from its root. */
    static List<String> all() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("docs", "bench", "basin/models")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")
                                && !file.toString().contains("/target/"))
                        .forEach(file -> found.add(ROOT.relativize(file).toString()));
            }
        }
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .forEach(file -> found.add(ROOT.relativize(file).toString()));
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** A phrase without the digits that are part of a name. */
    static String withoutNames(String phrase) {
        return NAMES.matcher(phrase).replaceAll("");
    }

    /** Takes note that the numbers of a phrase are accounted for; false where the page does not hold the phrase. */
    boolean account(String phrase) {
        int at = text.indexOf(phrase);
        for (int from = at; from >= 0; from = text.indexOf(phrase, from + 1)) {
            Arrays.fill(accounted, from, from + phrase.length(), true);
        }
        return at >= 0;
    }

    /** The same for a whole table, known by how its first line begins. */
    boolean table(String header) {
        int from = text.indexOf("\n" + header);
        if (from < 0) return false;
        int to = text.indexOf("\n\n", from);
        Arrays.fill(accounted, from, to < 0 ? text.length() : to, true);
        return true;
    }

    /** The same for a column of every table that has it; gives its cells by the code in the first cell of their row. */
    Map<String, String> column(String title) {
        Map<String, String> cells = new TreeMap<>();
        int start = 0;
        int column = -1;
        for (String line : text.split("\n", -1)) {
            List<String> parts = List.of(line.split("\\|", -1));
            if (parts.stream().map(String::strip).anyMatch(title::equals)) {
                column = parts.stream().map(String::strip).toList().indexOf(title);
            } else if (!line.startsWith("|")) {
                column = -1;
            } else if (column > 0 && column < parts.size() && !line.startsWith("|--")) {
                int from = start + String.join("|", parts.subList(0, column)).length() + 1;
                Arrays.fill(accounted, from, from + parts.get(column).length(), true);
                cells.put(key(parts.get(1)), parts.get(column).strip());
            }
            start += line.length() + 1;
        }
        return cells;
    }

    /** Numbers that nothing accounts for, each with its line. */
    List<String> unaccounted() {
        List<String> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            if (!accounted[numbers.start()]) {
                int line = (int) text.substring(0, numbers.start()).lines().count();
                found.add("%s:%d  %s  in  %s".formatted(name, Math.max(1, line), numbers.group(), around(numbers)));
            }
        }
        return found;
    }

    private String around(Matcher number) {
        int from = Math.max(text.lastIndexOf('\n', number.start()) + 1, number.start() - 40);
        int to = text.indexOf('\n', number.end());
        return text.substring(from, Math.min(to < 0 ? text.length() : to, number.end() + 40));
    }

    private void account(Matcher found) {
        while (found.find()) Arrays.fill(accounted, found.start(), found.end(), true);
    }

    private static String key(String cell) {
        Matcher code = Pattern.compile("`([^`]*)`").matcher(cell);
        return code.find() ? code.group(1) : cell.strip();
    }
}

package org.darya.evidence.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.darya.evidence.Indicator;
import org.darya.evidence.Line;
import org.darya.evidence.SeriesData;
import org.darya.platform.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The id of a version: a hash of all that the numbers depend on and of nothing else. Wordings, the order of rows and of
 * files, and the machine have no part in it.
 */
final class VersionId {
    private static final int BYTES = 6;

    private final MessageDigest digest;

    private VersionId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Indicator indicator, int methodVersion, List<Chosen> chosen) {
        var id = new VersionId();
        id.add(indicator.id());
        id.add(indicator.method());
        id.add(methodVersion);
        declaration(indicator).forEach((name, part) -> {
            id.add(name);
            id.add(part);
        });
        chosen.stream()
                .sorted(Comparator.comparing(Chosen::input)
                        .thenComparing(one -> one.series().id())
                        .thenComparing(Chosen::label))
                .forEach(id::add);
        return HexFormat.of().formatHex(id.digest.digest(), 0, BYTES);
    }

    /** The same for values that a room above computes from its records: those values stand for the records. */
    static String of(Indicator indicator, int methodVersion, List<Line> lines, JsonMapper json) {
        var id = new VersionId();
        id.add(indicator.id());
        id.add(indicator.method());
        id.add(methodVersion);
        id.add(declaration(indicator).toString());
        id.add(json.writeValueAsString(lines));
        return HexFormat.of().formatHex(id.digest.digest(), 0, BYTES);
    }

    /** The part of a declaration that computing depends on, in a fixed order. */
    static Map<String, String> declaration(Indicator indicator) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("parameters", new TreeMap<>(indicator.parameters()).toString());
        parts.put("output", indicator.output());
        parts.put("unit", indicator.unit());
        parts.put("by", indicator.by().toString());
        parts.put(
                "least",
                indicator.least() == null
                        ? ""
                        : indicator.least().stripTrailingZeros().toPlainString());
        parts.put(
                "aggregation",
                "%s %s %s"
                        .formatted(
                                Words.of(indicator.aggregation().rule()),
                                indicator.aggregation().members(),
                                indicator.aggregation().weight()));
        parts.put("countries", new TreeSet<>(indicator.head().countries()).toString());
        Map<String, String> inputs = new TreeMap<>();
        indicator
                .inputs()
                .forEach((name, all) -> inputs.put(
                        name,
                        all.stream()
                                .map(input -> "%s %s %s %s %s %s %s"
                                        .formatted(
                                                input.dataset(),
                                                input.series(),
                                                input.indicator(),
                                                new TreeMap<>(input.where()),
                                                input.across(),
                                                input.by(),
                                                new TreeMap<>(input.tags())))
                                .toList()
                                .toString()));
        parts.put("inputs", inputs.toString());
        parts.put(
                "refused",
                indicator.refused().stream()
                        .map(refusal -> refusal.periods().text() + " " + new TreeMap<>(refusal.where()))
                        .toList()
                        .toString());
        return parts;
    }

    private void add(Chosen chosen) {
        add(chosen.input());
        add(chosen.series().id());
        add(chosen.label());
        add(chosen.series().unit());
        add(new TreeMap<>(chosen.tags()).toString());
        chosen.series().rows().stream()
                .sorted(Comparator.comparing(
                                (SeriesData.Row row) -> row.period().first())
                        .thenComparing(row -> row.period().last()))
                .forEach(this::add);
    }

    private void add(SeriesData.Row row) {
        add(row.period().first());
        add(row.period().last());
        add(Words.of(row.status()));
        add(row.amount() == null ? "" : row.amount().stripTrailingZeros().toPlainString());
    }

    /** Each part with its length, so that no two sequences of parts look alike. */
    private void add(Object part) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}

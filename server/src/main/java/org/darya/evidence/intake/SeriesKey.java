package org.darya.evidence.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What makes a series this one and no other, within its office. */
record SeriesKey(
        String indicator,
        SortedMap<String, String> dimensions,
        @Nullable String unit) {
    SeriesKey(String indicator, Map<String, String> dimensions, @Nullable String unit) {
        this(indicator, new TreeMap<>(dimensions), unit);
    }

    /** Same on every machine and at every import: the first half of a SHA-256 over the parts, each with its length. */
    String id(String office) {
        var text = new StringBuilder();
        append(text, office);
        append(text, indicator);
        append(text, unit == null ? "" : unit);
        dimensions.forEach((name, value) -> {
            append(text, name);
            append(text, value);
        });
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}

package org.darya.methods.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.methods.Inputs;
import org.darya.methods.Parameters;
import org.darya.methods.Period;
import org.darya.methods.Point;
import org.darya.methods.Reason;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Ucum;
import org.darya.methods.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the published examples: cases.json with its provenance.json, one folder for each method. */
public final class Cases {
    public static final Path ROOT = Path.of("src/test/resources/org/darya/methods/cases");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cases() {}

    public static JsonNode read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Inputs inputs(JsonNode node) {
        Map<String, List<Series>> all = new LinkedHashMap<>();
        node.properties().forEach(input -> {
            List<Series> series = new ArrayList<>();
            input.getValue().forEach(one -> series.add(series(input.getKey(), one)));
            all.put(input.getKey(), series);
        });
        return new Inputs(all);
    }

    public static Parameters parameters(JsonNode node) {
        Parameters[] parameters = {Parameters.DEFAULTS};
        node.properties()
                .forEach(p -> parameters[0] =
                        parameters[0].and(p.getKey(), p.getValue().asString()));
        return parameters[0];
    }

    private static Series series(String input, JsonNode node) {
        Ucum unit = new Ucum(node.get("unit").asString());
        List<Point> points = new ArrayList<>();
        node.path("values")
                .properties()
                .forEach(v -> points.add(new Point(
                        Period.parse(v.getKey()), Value.observed(v.getValue().asDouble(), unit))));
        node.path("missing").properties().forEach(v -> {
            Status status =
                    v.getValue().asString().equals("not-applicable") ? Status.NOT_APPLICABLE : Status.NOT_REPORTED;
            points.add(new Point(Period.parse(v.getKey()), Value.missing(Reason.of(Reason.Why.NO_VALUE), status)));
        });
        Map<String, String> tags = new LinkedHashMap<>();
        node.path("tags")
                .properties()
                .forEach(t -> tags.put(t.getKey(), t.getValue().asString()));
        String id = node.has("id") ? node.get("id").asString() : input;
        return new Series(id, tags, unit, points);
    }
}

package org.darya.programme.read;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The region's map: a GeoJSON feature collection (RFC 7946). */
final class MapFile {
    private static final JsonMapper JSON = new JsonMapper();

    private MapFile() {}

    static String checked(String name, String text, Findings findings) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("type").asString("").equals("FeatureCollection")
                    || root.path("features").isEmpty()) {
                findings.problem(
                        new Place(name, 1, 1),
                        "The map is no GeoJSON feature collection, or an empty one.",
                        "Maybe a single geometry was saved; wrap it in a FeatureCollection.");
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            findings.problem(
                    new Place(name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()),
                    "The map is no JSON: %s.".formatted(e.getOriginalMessage()),
                    "Maybe a comma or a bracket is missing.");
        }
        return text;
    }
}

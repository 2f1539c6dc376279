package org.darya.portal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws the GeoJSON of a programme. The same text is drawn once. */
@Component
public class MapDrawing {
    private static final double WIDTH = 800;
    private static final double EDGE = 6;

    private final JsonMapper json;
    private final AtomicReference<@Nullable Drawn> last = new AtomicReference<>();

    MapDrawing(JsonMapper json) {
        this.json = json;
    }

    private record Drawn(String text, RegionMap map) {}

    private record Outline(
            String kind,
            String id,
            LocalText name,
            @Nullable LocalText note,
            boolean closed,
            List<List<Lambert.Point>> lines) {}

    /** The drawing of a FeatureCollection. */
    public RegionMap draw(String geoJson) {
        Drawn drawn = last.get();
        if (drawn == null || !drawn.text().equals(geoJson)) {
            drawn = new Drawn(geoJson, fresh(geoJson));
            last.set(drawn);
        }
        return drawn.map();
    }

    private RegionMap fresh(String geoJson) {
        List<Outline> outlines = new ArrayList<>();
        for (JsonNode feature : json.readTree(geoJson).path("features")) {
            outlines.add(outline(feature));
        }
        var points = outlines.stream()
                .flatMap(o -> o.lines().stream())
                .flatMap(List::stream)
                .toList();
        if (points.isEmpty()) {
            return new RegionMap(0, 0, List.of(), new RegionMap.Sheet(0, 0, 0, 0));
        }
        double west = points.stream().mapToDouble(Lambert.Point::x).min().orElseThrow();
        double east = points.stream().mapToDouble(Lambert.Point::x).max().orElseThrow();
        double north = points.stream().mapToDouble(Lambert.Point::y).min().orElseThrow();
        double south = points.stream().mapToDouble(Lambert.Point::y).max().orElseThrow();
        double scale = (WIDTH - 2 * EDGE) / (east - west);
        var sheet = new RegionMap.Sheet(west, north, scale, EDGE);
        return new RegionMap(
                (int) WIDTH,
                (int) Math.ceil((south - north) * scale + 2 * EDGE),
                outlines.stream().map(outline -> shape(outline, sheet)).toList(),
                sheet);
    }

    private Outline outline(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        JsonNode geometry = feature.path("geometry");
        String type = geometry.path("type").asString("");
        List<List<Lambert.Point>> lines = new ArrayList<>();
        collect(geometry.path("coordinates"), lines);
        return new Outline(
                properties.path("kind").asString(""),
                properties.path("id").asString(""),
                json.treeToValue(properties.path("name"), LocalText.class),
                properties.has("note") ? json.treeToValue(properties.path("note"), LocalText.class) : null,
                type.endsWith("Polygon"),
                lines);
    }

    /** Every list of positions, however deep the geometry nests them. */
    private static void collect(JsonNode coordinates, List<List<Lambert.Point>> lines) {
        if (coordinates.path(0).path(0).isNumber()) {
            List<Lambert.Point> line = new ArrayList<>();
            for (JsonNode position : coordinates) {
                line.add(Lambert.project(
                        position.path(0).asDouble(), position.path(1).asDouble()));
            }
            lines.add(line);
        } else {
            coordinates.forEach(part -> collect(part, lines));
        }
    }

    private static RegionMap.Shape shape(Outline outline, RegionMap.Sheet sheet) {
        var path = new StringBuilder();
        double largest = -1;
        double x = 0;
        double y = 0;
        for (List<Lambert.Point> line : outline.lines()) {
            double area = 0;
            double cx = 0;
            double cy = 0;
            for (int i = 0; i < line.size(); i++) {
                Lambert.Point from = line.get(i);
                Lambert.Point to = line.get((i + 1) % line.size());
                double cross = sheet.x(from) * sheet.y(to) - sheet.x(to) * sheet.y(from);
                area += cross / 2;
                cx += (sheet.x(from) + sheet.x(to)) * cross / 6;
                cy += (sheet.y(from) + sheet.y(to)) * cross / 6;
                path.append(i == 0 ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%.1f %.1f", sheet.x(from), sheet.y(from)));
            }
            path.append(outline.closed() ? "Z" : "");
            if (outline.closed() && Math.abs(area) > largest && area != 0) {
                largest = Math.abs(area);
                x = cx / area;
                y = cy / area;
            }
        }
        return new RegionMap.Shape(
                outline.kind(), outline.id(), outline.name(), path.toString(), (int) x, (int) y, outline.note());
    }
}

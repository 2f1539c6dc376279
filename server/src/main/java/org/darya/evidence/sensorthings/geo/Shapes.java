package org.darya.evidence.sensorthings.geo;

import java.util.ArrayList;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometries of GeoJSON (RFC 7946) and of well-known text, in longitude and latitude of WGS 84. */
public final class Shapes {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_WKT = 200_000;

    private Shapes() {}

    /** Reads well-known text in any case, with or without {@code SRID=4326;}. */
    public static Geometry ofText(String wkt) {
        if (wkt.length() > LONGEST_WKT) {
            throw StaProblem.bad("The geometry has more than 200,000 characters.", "Maybe simplify it.");
        }
        try {
            Geometry geometry = new WKTReader(FACTORY).read(wkt.replaceFirst("(?i)^\\s*SRID=\\d+;", ""));
            if (geometry == null) {
                throw badText(wkt, "it is empty");
            }
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw badText(wkt, String.valueOf(e.getMessage()));
        }
    }

    private static StaProblem badText(String wkt, String why) {
        return StaProblem.bad(
                "\"%s\" is no geometry: %s.".formatted(StaProblem.shown(wkt), StaProblem.shown(why)),
                "Maybe write it as geography'POLYGON((60 40,70 40,70 50,60 40))'.");
    }

    /** The geometry of a GeoJSON text; null where it is none that can be searched. */
    public static @Nullable Geometry ofJson(String json) {
        try {
            return ofJson(JSON.readTree(json));
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The geometry of GeoJSON, of a Feature too; null where it is none that can be searched. */
    public static @Nullable Geometry ofJson(JsonNode json) {
        try {
            return read(json);
        } catch (RuntimeException e) {
            return null; // a location may be anything; what is no geometry is never found by place
        }
    }

    /** The same for what claims to be GeoJSON: null where it is in order, else what is wrong with it. */
    public static @Nullable String fault(JsonNode json) {
        try {
            return read(json) == null ? "it is no GeoJSON geometry" : null;
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static @Nullable Geometry read(JsonNode json) {
        return switch (json.path("type").asString("")) {
            case "Feature" -> read(json.path("geometry"));
            case "FeatureCollection" -> collection(json.path("features"));
            case "GeometryCollection" -> collection(json.path("geometries"));
            case "Point" -> FACTORY.createPoint(point(json.path("coordinates")));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(line(json.path("coordinates")));
            case "LineString" -> FACTORY.createLineString(line(json.path("coordinates")));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(list(json.path("coordinates"), c -> FACTORY.createLineString(line(c)))
                        .toArray(org.locationtech.jts.geom.LineString[]::new));
            case "Polygon" -> polygon(json.path("coordinates"));
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        list(json.path("coordinates"), Shapes::polygon).toArray(Polygon[]::new));
            default -> null;
        };
    }

    private static Geometry collection(JsonNode members) {
        var geometries = new ArrayList<Geometry>();
        for (JsonNode member : members) {
            Geometry geometry = read(member);
            if (geometry != null) {
                geometries.add(geometry);
            }
        }
        return FACTORY.createGeometryCollection(geometries.toArray(Geometry[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = list(rings, ring -> FACTORY.createLinearRing(line(ring)));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a polygon has no ring");
        }
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(JsonNode points) {
        return list(points, Shapes::point).toArray(Coordinate[]::new);
    }

    private static Coordinate point(JsonNode numbers) {
        if (numbers.size() < 2 || !numbers.get(0).isNumber() || !numbers.get(1).isNumber()) {
            throw new IllegalArgumentException(
                    "a position is no pair of numbers: " + StaProblem.shown(numbers.toString()));
        }
        return new Coordinate(numbers.get(0).doubleValue(), numbers.get(1).doubleValue());
    }

    private static <T> List<T> list(JsonNode array, java.util.function.Function<JsonNode, T> read) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("coordinates are no array");
        }
        var items = new ArrayList<T>();
        for (JsonNode item : array) {
            items.add(read.apply(item));
        }
        return items;
    }
}

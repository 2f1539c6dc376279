package org.darya.portal.map;

import java.util.List;
import java.util.Objects;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of the region: its size and the shapes on it, in the order they are drawn.
 *
 * @param sheet how places of the earth come onto it
 */
public record RegionMap(int width, int height, List<Shape> shapes, Sheet sheet) {
    /** The corner of the sheet in the projection, and how large it is drawn. */
    record Sheet(double west, double north, double scale, double edge) {
        double x(Lambert.Point point) {
            return (point.x() - west) * scale + edge;
        }

        double y(Lambert.Point point) {
            return (point.y() - north) * scale + edge;
        }
    }

    /** A place on the drawing. */
    public record Spot(int x, int y) {}

    /**
     * Where a place of the earth lies on the drawing; null where it lies beside it.
     *
     * @param longitude degrees east, WGS 84
     * @param latitude degrees north
     */
    public @Nullable Spot spot(double longitude, double latitude) {
        if (!(Math.abs(latitude) < 89 && Math.abs(longitude) <= 180)) {
            return null;
        }
        Lambert.Point point = Lambert.project(longitude, latitude);
        double x = sheet.x(point);
        double y = sheet.y(point);
        return x < 0 || y < 0 || x > width || y > height ? null : new Spot((int) Math.round(x), (int) Math.round(y));
    }

    /**
     * One shape.
     *
     * @param kind what it is: {@code country}, {@code sea} (drawn below the countries), {@code lake}, {@code former-lake},
     *     {@code river}
     * @param id code of the country, or a name for the shape
     * @param path outline in the language of SVG
     * @param x where its name goes
     * @param y where its name goes
     * @param note what a reader of the map must know of it
     */
    public record Shape(
            String kind,
            String id,
            LocalText name,
            String path,
            int x,
            int y,
            @Nullable LocalText note) {}

    /** What the legend says, in the order of the shapes. */
    public List<LocalText> notes() {
        return shapes.stream().map(Shape::note).filter(Objects::nonNull).toList();
    }

    public List<Shape> of(String kind) {
        return shapes.stream().filter(shape -> shape.kind().equals(kind)).toList();
    }
}

package org.darya.portal.map;

import java.util.List;
import org.darya.register.LocalText;

/** A drawing of the region: its size and the shapes on it, in the order they are drawn. */
public record RegionMap(int width, int height, List<Shape> shapes) {
    /**
     * One shape.
     *
     * @param kind what it is, such as {@code country} or {@code river}
     * @param id code of the country, or a name for the shape
     * @param path outline in the language of SVG
     * @param x where its name goes
     * @param y where its name goes
     */
    public record Shape(String kind, String id, LocalText name, String path, int x, int y) {}

    public List<Shape> of(String kind) {
        return shapes.stream().filter(shape -> shape.kind().equals(kind)).toList();
    }
}

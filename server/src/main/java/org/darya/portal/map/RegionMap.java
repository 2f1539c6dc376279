package org.darya.portal.map;

import java.util.List;
import java.util.Objects;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/** A drawing of the region: its size and the shapes on it, in the order they are drawn. */
public record RegionMap(int width, int height, List<Shape> shapes) {
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

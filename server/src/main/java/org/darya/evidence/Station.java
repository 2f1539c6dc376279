package org.darya.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where is measured: a Thing of SensorThings as a reader meets it.
 *
 * @param country alpha-3 code of the state it names; null where it names none
 * @param visibility {@code public}, {@code shared} or {@code national XXX}
 * @param owner the service that answers for it; null where it names none
 * @param position null where it has no location, or one that is no place on the ground
 * @param streams how many series it has that the reader may see
 * @param latest time of its newest value; null where it has none
 */
public record Station(
        int id,
        String name,
        String description,
        @Nullable String country,
        String visibility,
        @Nullable String owner,
        @Nullable Position position,
        int streams,
        @Nullable Instant latest) {
    /**
     * A place on the ground: that of a point, the middle of a shape.
     *
     * @param longitude degrees east, WGS 84
     * @param latitude degrees north
     * @param name what the location is called
     */
    public record Position(double longitude, double latitude, String name) {}

    /** One of several pages of stations. */
    public record Part(List<Station> stations, long total) {
        public Part {
            stations = List.copyOf(stations);
        }
    }
}

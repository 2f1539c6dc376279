package org.darya.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station measures: a Datastream or MultiDatastream of SensorThings as a reader meets it.
 *
 * @param multi whether each value is a list, one for each of {@code properties}
 * @param properties what is observed, in the order of the values
 * @param datum zero of a height, such as {@code BHS77}; null where there is none
 * @param party whose data it is; null where nobody is named
 * @param count values that are kept
 * @param first time of the earliest value; null where there is none
 * @param last time of the newest value
 * @param latest the newest value
 */
public record Stream(
        int id,
        boolean multi,
        String name,
        String description,
        List<Observed> properties,
        String visibility,
        @Nullable String datum,
        @Nullable String party,
        @Nullable License license,
        long count,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Reading latest) {
    public Stream {
        properties = List.copyOf(properties);
    }

    /**
     * A property and its unit as the stream names it.
     *
     * @param unit a UCUM code where the stream's definition of the unit is one, else its symbol; {@code 1} where it has none
     */
    public record Observed(String name, String definition, String unit) {}

    /** Terms of use. */
    public record License(String name, String definition) {}

    /** The first of the properties; a Datastream has no other. */
    public Observed property() {
        return properties.getFirst();
    }
}

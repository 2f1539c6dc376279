package org.darya.evidence.sensorthings.read;

import java.util.List;
import org.darya.evidence.sensorthings.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What an address gave.
 *
 * @param single whether the address names one entity
 * @param count of all that pass, where it was asked for
 * @param estimated whether the count is the planner's
 * @param after where the next page begins; null where this is the last one
 */
public record Page(
        EntityType type,
        List<Entity> entities,
        boolean single,
        @Nullable Long count,
        boolean estimated,
        @Nullable String after) {}

package org.darya.evidence.sensorthings.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.darya.evidence.sensorthings.model.EntityType;
import org.jspecify.annotations.Nullable;

/** An entity as it was read, with what was asked to come along. */
public final class Entity {
    private final EntityType type;
    private final long id;
    /** in the order of the type's properties; null for what it does not have or what was not asked for */
    private final @Nullable Object[] values;
    /** ids of the entities that its columns name, by column; 0 for none */
    private final Map<String, Integer> holds;

    private final Map<String, Related> related = new HashMap<>(4);
    /** id of the entity it was fetched for */
    final long parent;

    Entity(EntityType type, long id, long parent, @Nullable Object[] values, Map<String, Integer> holds) {
        this.type = type;
        this.id = id;
        this.parent = parent;
        this.values = values;
        this.holds = holds;
    }

    /** JSON as it is kept. */
    public record Json(String text) {}

    /** What came along by one relation. */
    public sealed interface Related {
        record One(@Nullable Entity entity) implements Related {}

        /** @param count null where it was not asked for @param next whether there are more */
        record Many(List<Entity> entities, @Nullable Long count, boolean next) implements Related {}
    }

    public EntityType type() {
        return type;
    }

    public long id() {
        return id;
    }

    /** String, {@link Json}, Long for an instant, Interval, Double; null for nothing. */
    public @Nullable Object value(int property) {
        return values[property];
    }

    void set(int property, @Nullable Object value) {
        values[property] = value;
    }

    public int holds(String column) {
        return holds.getOrDefault(column, 0);
    }

    public @Nullable Related related(String navigation) {
        return related.get(navigation);
    }

    void relate(String navigation, Related to) {
        related.put(navigation, to);
    }
}

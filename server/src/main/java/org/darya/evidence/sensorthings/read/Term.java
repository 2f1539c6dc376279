package org.darya.evidence.sensorthings.read;

import org.darya.evidence.sensorthings.model.EntityType;
import org.jspecify.annotations.Nullable;

/** What an expression became: SQL with a type, so that operators know what they meet. */
sealed interface Term {
    enum Type {
        NUMBER,
        /** a whole number that has an index */
        ID,
        /** an observation's id, whose index is of its upper bits */
        LONG_ID,
        TEXT,
        BOOL,
        TIME,
        DATE,
        TIME_OF_DAY,
        DURATION
    }

    /** @param constant the value where it is known before asking, for coercion */
    record Scalar(Sql sql, Type type, @Nullable Object constant) implements Term {
        Scalar(Sql sql, Type type) {
            this(sql, type, null);
        }
    }

    /** @param end null where it is an instant always; SQL null where it is one in this row */
    record Span(Sql start, @Nullable Sql end) implements Term {
        Sql last() {
            return end == null ? start : Sql.of("coalesce({}, {})", end, start);
        }
    }

    record Json(Sql sql) implements Term {}

    /** An observation's result: a double in a column, or JSON in another. */
    record Result(String alias) implements Term {}

    /** A geometry kept with an entity. @param observation alias of the observation whose feature it is, or null */
    record Shape(
            EntityType type,
            String alias,
            String column,
            @Nullable String observation) implements Term {}

    record Constant(org.locationtech.jts.geom.Geometry geometry) implements Term {}

    /** The literal null. */
    record Nothing() implements Term {}
}

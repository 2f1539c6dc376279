package org.darya.methods;

import org.jspecify.annotations.Nullable;

/** An output that a method declares; a perfect value is there for scores alone. */
public record Output(
        String name,
        UnitRule unit,
        Direction direction,
        Range range,
        @Nullable Double perfect) {}

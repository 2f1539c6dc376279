package org.darya.basin.model;

import org.darya.basin.time.Step;

/** How often the values of a parameter can change. */
public enum Rhythm {
    /** Never. */
    NEVER,
    /** When another month begins. */
    MONTH,
    /** When another week of the year begins, or another month. */
    WEEK,
    /** In any step. */
    STEP;

    /** True if values of this rhythm can change in a step. */
    public boolean beats(Step step, Step before) {
        return switch (this) {
            case NEVER -> false;
            case MONTH -> step.month() != before.month();
            case WEEK -> step.month() != before.month() || step.weekIndex() != before.weekIndex();
            case STEP -> true;
        };
    }

    /** The quicker of two. */
    public Rhythm and(Rhythm other) {
        return compareTo(other) > 0 ? this : other;
    }
}

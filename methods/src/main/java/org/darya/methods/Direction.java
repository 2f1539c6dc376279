package org.darya.methods;

/** Which way is better, for a value of which this can be said at all. */
public enum Direction {
    UP,
    DOWN,
    /** One value is best and both sides are worse: the bias of a forecast. */
    TOWARDS_PERFECT,
    NEUTRAL
}

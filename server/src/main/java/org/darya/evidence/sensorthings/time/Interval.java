package org.darya.evidence.sensorthings.time;

import org.darya.evidence.sensorthings.StaProblem;

/**
 * A time that may have a length, in microseconds since 1970.
 *
 * @param end {@link Instants#NONE} for an instant
 */
public record Interval(long start, long end) {
    public boolean instant() {
        return end == Instants.NONE;
    }

    /** The last instant of it. */
    public long last() {
        return instant() ? start : end;
    }

    /** Reads {@code instant} or {@code start/end}. */
    public static Interval parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Interval(Instants.parse(text), Instants.NONE);
        }
        long start = Instants.parse(text.substring(0, slash));
        long end = Instants.parse(text.substring(slash + 1));
        if (end < start) {
            throw StaProblem.bad(
                    "The interval \"%s\" ends before it starts.".formatted(StaProblem.shown(text)),
                    "Maybe its two times were swapped.");
        }
        return new Interval(start, end);
    }

    @Override
    public String toString() {
        return instant() ? Instants.write(start) : Instants.write(start) + "/" + Instants.write(end);
    }
}

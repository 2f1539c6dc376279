package org.darya.methods;

import java.util.List;

/** Which values went into an outcome: a stretch of one series under the name of an input. */
public record Used(String input, String series, Period first, Period last, int count) {

    /** A stretch of values in order of time, at least one. */
    public static Used of(String input, Series series, List<Sample> samples) {
        return new Used(
                input,
                series.id(),
                samples.getFirst().period(),
                samples.getLast().period(),
                samples.size());
    }
}

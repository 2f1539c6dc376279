package org.darya.evidence.sensorthings.store;

import org.jspecify.annotations.Nullable;

/**
 * What a writer must know of a Datastream or MultiDatastream.
 *
 * @param results how many results an observation has: 0 for the one of a Datastream
 * @param feature the feature of interest that observations get which name none; 0 where it is still to be made
 */
public record Stream(
        int id,
        int thing,
        int results,
        Duplicates duplicates,
        String visibility,
        @Nullable String country,
        int feature) {
    /** What becomes of an observation of a time at which its stream has one already. */
    public enum Duplicates {
        ALLOW,
        REJECT,
        IGNORE,
        REPLACE
    }
}

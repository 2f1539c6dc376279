package org.darya.evidence.sensorthings.store;

import org.darya.evidence.sensorthings.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * An observation to be kept.
 *
 * @param datastream id of the Datastream or MultiDatastream
 * @param feature id of the feature of interest
 * @param result null where it is no number, or none that a double holds exactly
 * @param resultTime microseconds, or Instants.NONE
 * @param detail JSON object of what is rare: result, resultQuality, validTime, parameters; null for nothing
 */
public record NewObservation(
        int datastream,
        int feature,
        Interval time,
        @Nullable Double result,
        long resultTime,
        @Nullable String detail) {}

package org.darya.evidence.sensorthings.store;

/** Who writes, as kept in the history: an id of observation.author. */
public record Author(int id) {}

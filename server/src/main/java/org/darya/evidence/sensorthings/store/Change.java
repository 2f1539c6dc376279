package org.darya.evidence.sensorthings.store;

import org.darya.evidence.sensorthings.model.EntityType;

/** An entity that was created or changed. @param stream that an observation belongs to; 0 for other entities */
public record Change(EntityType type, long id, int stream) {}

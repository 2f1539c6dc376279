/** The entity types of SensorThings, their properties and relations, and where each is kept. */
@NullMarked
package org.darya.evidence.sensorthings.model;

import org.jspecify.annotations.NullMarked;

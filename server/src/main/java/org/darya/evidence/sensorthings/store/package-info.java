/** Writing: entities, observations, former values. */
@NullMarked
package org.darya.evidence.sensorthings.store;

import org.jspecify.annotations.NullMarked;

/** Times as ISO 8601 writes them, held as microseconds. */
@NullMarked
package org.darya.evidence.sensorthings.time;

import org.jspecify.annotations.NullMarked;

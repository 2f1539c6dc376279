/** Pages of stations: where they are, what they measure now, and how it went. */
@NullMarked
package org.darya.portal.station;

import org.jspecify.annotations.NullMarked;

/** OGC SensorThings API 1.1 (18-088): the Sensing profile over HTTP and MQTT. */
@NullMarked
package org.darya.evidence.sensorthings;

import org.jspecify.annotations.NullMarked;

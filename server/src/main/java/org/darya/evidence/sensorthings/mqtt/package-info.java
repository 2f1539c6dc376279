/** The broker: subscriptions and creation of observations over MQTT 3.1.1 and 5. */
@NullMarked
package org.darya.evidence.sensorthings.mqtt;

import org.jspecify.annotations.NullMarked;

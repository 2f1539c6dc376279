package org.darya.evidence.sensorthings.mqtt;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import java.util.List;

/**
 * What the broker says to a client, in the words of its version of the protocol.
 *
 * @param five whether it speaks MQTT 5, which has a reason for everything
 */
record Replies(boolean five) {
    MqttConnAckMessage connected(MqttConnectReturnCode code, boolean present, MqttProperties properties) {
        return new MqttConnAckMessage(
                header(MqttMessageType.CONNACK), new MqttConnAckVariableHeader(code, present, properties));
    }

    MqttMessage disconnected(byte reason) {
        return new MqttMessage(
                header(MqttMessageType.DISCONNECT),
                new MqttReasonCodeAndPropertiesVariableHeader(reason, MqttProperties.NO_PROPERTIES));
    }

    MqttMessage subscribed(int id, List<Integer> codes) {
        return new MqttSubAckMessage(header(MqttMessageType.SUBACK), about(id), new MqttSubAckPayload(codes));
    }

    MqttMessage unsubscribed(int id, List<Short> codes) {
        return new MqttUnsubAckMessage(header(MqttMessageType.UNSUBACK), about(id), new MqttUnsubAckPayload(codes));
    }

    /** PUBACK, PUBREC or PUBCOMP. */
    MqttMessage published(MqttMessageType type, int id, byte reason) {
        return five
                ? new MqttMessage(
                        header(type), new MqttPubReplyMessageVariableHeader(id, reason, MqttProperties.NO_PROPERTIES))
                : new MqttMessage(header(type), MqttMessageIdVariableHeader.from(id));
    }

    private static MqttFixedHeader header(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }

    private static MqttMessageIdAndPropertiesVariableHeader about(int id) {
        return new MqttMessageIdAndPropertiesVariableHeader(id, MqttProperties.NO_PROPERTIES);
    }
}

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
import org.jspecify.annotations.Nullable;

/**
 * What the broker says to a client, in the words of its version of the protocol.
 *
 * @param five whether it speaks MQTT 5, which has a reason for everything
 */
record Replies(boolean five) {
    MqttMessage connected(boolean present, MqttProperties properties) {
        return connected(MqttConnectReturnCode.CONNECTION_ACCEPTED, present, properties);
    }

    /** Null where the version has no word for it: then the connection is only closed (3.1.1, MQTT-3.2.2-6). */
    @Nullable
    MqttMessage notConnected(Reason reason) {
        int code = five ? reason.code() : reason.returnCode();
        return code < 0
                ? null
                : connected(MqttConnectReturnCode.valueOf((byte) code), false, MqttProperties.NO_PROPERTIES);
    }

    private static MqttConnAckMessage connected(
            MqttConnectReturnCode code, boolean present, MqttProperties properties) {
        return new MqttConnAckMessage(
                header(MqttMessageType.CONNACK), new MqttConnAckVariableHeader(code, present, properties));
    }

    /** Null before MQTT 5, where a server only closes. */
    @Nullable
    MqttMessage disconnected(Reason reason) {
        return five
                ? new MqttMessage(
                        header(MqttMessageType.DISCONNECT),
                        new MqttReasonCodeAndPropertiesVariableHeader(
                                (byte) reason.code(), MqttProperties.NO_PROPERTIES))
                : null;
    }

    /** @param codes for each topic the quality that is granted, or why there is none */
    MqttMessage subscribed(int id, List<Integer> codes) {
        List<Integer> said = five
                ? codes
                : codes.stream()
                        .map(code -> Math.min(code, Reason.UNSPECIFIED_ERROR.code()))
                        .toList();
        return new MqttSubAckMessage(header(MqttMessageType.SUBACK), about(id), new MqttSubAckPayload(said));
    }

    MqttMessage unsubscribed(int id, List<Reason> reasons) {
        var codes = reasons.stream().map(reason -> (short) reason.code()).toList();
        return new MqttUnsubAckMessage(
                header(MqttMessageType.UNSUBACK), about(id), new MqttUnsubAckPayload(five ? codes : List.of()));
    }

    /** PUBACK, PUBREC or PUBCOMP. */
    MqttMessage published(MqttMessageType type, int id, Reason reason) {
        return five
                ? new MqttMessage(
                        header(type),
                        new MqttPubReplyMessageVariableHeader(id, (byte) reason.code(), MqttProperties.NO_PROPERTIES))
                : new MqttMessage(header(type), MqttMessageIdVariableHeader.from(id));
    }

    private static MqttFixedHeader header(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }

    private static MqttMessageIdAndPropertiesVariableHeader about(int id) {
        return new MqttMessageIdAndPropertiesVariableHeader(id, MqttProperties.NO_PROPERTIES);
    }
}

package org.darya.evidence.sensorthings.mqtt;

/** How something went, by its number in MQTT 5 (section 2.4). Before that only CONNACK had numbers. */
enum Reason {
    SUCCESS(0x00),
    NO_SUBSCRIPTION_EXISTED(0x11),
    UNSPECIFIED_ERROR(0x80),
    MALFORMED_PACKET(0x81),
    PROTOCOL_ERROR(0x82),
    /** The message is in order, but what it asks for cannot be done. */
    IMPLEMENTATION_SPECIFIC_ERROR(0x83),
    UNSUPPORTED_PROTOCOL_VERSION(0x84, 1),
    CLIENT_IDENTIFIER_NOT_VALID(0x85, 2),
    BAD_USER_NAME_OR_PASSWORD(0x86, 4),
    NOT_AUTHORIZED(0x87, 5),
    SERVER_UNAVAILABLE(0x88, 3),
    BAD_AUTHENTICATION_METHOD(0x8C),
    KEEP_ALIVE_TIMEOUT(0x8D),
    SESSION_TAKEN_OVER(0x8E),
    TOPIC_FILTER_INVALID(0x8F),
    TOPIC_NAME_INVALID(0x90),
    PACKET_IDENTIFIER_NOT_FOUND(0x92),
    TOPIC_ALIAS_INVALID(0x94),
    PACKET_TOO_LARGE(0x95),
    QUOTA_EXCEEDED(0x97),
    RETAIN_NOT_SUPPORTED(0x9A),
    SHARED_SUBSCRIPTIONS_NOT_SUPPORTED(0x9E),
    SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED(0xA1),
    WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED(0xA2);

    private static final int NONE = -1;

    private final int code;
    private final int returnCode;

    Reason(int code) {
        this(code, NONE);
    }

    Reason(int code, int returnCode) {
        this.code = code;
        this.returnCode = returnCode;
    }

    int code() {
        return code;
    }

    /** What CONNACK of MQTT 3.1.1 says (its table 3.1); negative where it has no word for it. */
    int returnCode() {
        return this == SUCCESS ? 0 : returnCode;
    }
}

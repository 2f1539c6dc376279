package org.darya.platform;

/** The stable codes of errors in the API; {@code messages/errors_*.properties} says each in words. */
public enum ProblemCode {
    NO_SUCH_RECORD("no-such-record", 404),
    NO_SUCH_ADDRESS("no-such-address", 404),
    UNKNOWN_PARAMETER("unknown-parameter", 400),
    BAD_PARAMETER("bad-parameter", 400),
    MISSING_PARAMETER("missing-parameter", 400),
    BAD_REQUEST("bad-request", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    FORBIDDEN("forbidden", 403),
    CONFLICT("conflict", 409),
    TOO_LARGE("too-large", 413),
    TOO_MANY("too-many", 429),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    INTERNAL("internal", 500);

    private final String code;
    private final int status;

    ProblemCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The word clients may rely on. */
    public String code() {
        return code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}

package org.darya.evidence.sensorthings.web;

import org.jspecify.annotations.Nullable;

/**
 * What a request gets.
 *
 * @param location address of what was created; null for nothing
 * @param length how many bytes of the body count
 */
public record Answer(int status, @Nullable String location, String contentType, byte[] body, int length) {
    static final String JSON = "application/json;charset=UTF-8";

    static Answer json(int status, byte[] body) {
        return new Answer(status, null, JSON, body, body.length);
    }

    static Answer empty(int status) {
        return new Answer(status, null, JSON, new byte[0], 0);
    }

    static Answer created(String location) {
        return new Answer(201, location, JSON, new byte[0], 0);
    }

    static Answer of(int status, String contentType, Bytes out) {
        return new Answer(status, null, contentType, out.array(), out.size());
    }

    byte[] exactly() {
        return length == body.length ? body : java.util.Arrays.copyOf(body, length);
    }
}

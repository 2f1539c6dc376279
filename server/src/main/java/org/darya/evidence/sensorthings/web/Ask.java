package org.darya.evidence.sensorthings.web;

import org.darya.evidence.sensorthings.Rights;
import org.jspecify.annotations.Nullable;

/**
 * A request, however it came: over HTTP, as part of a batch, or as a message.
 *
 * @param path behind the root, without a slash before it, unescaped
 * @param query behind the question mark, escaped; null for none
 * @param root address of the service, without a slash at its end
 * @param prefer value of the Prefer header
 */
public record Ask(
        String method,
        String path,
        @Nullable String query,
        byte[] body,
        String contentType,
        String prefer,
        String root,
        Rights rights) {}

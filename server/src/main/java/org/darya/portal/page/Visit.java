package org.darya.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import org.darya.platform.Language;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page being asked for.
 *
 * @param language from the first part of the address
 * @param path the rest of the address, without a slash at the beginning; empty for the front page
 * @param query the question with its mark, or nothing
 * @param origin scheme, host and port as the reader sees them
 */
public record Visit(Language language, String path, String query, String origin) {
    /** The visit behind a request; an address without a language is read in the one the browser prefers. */
    static Visit of(HttpServletRequest request, String uri) {
        String[] parts = uri.substring(1).split("/", 2);
        Language named = Language.ofTag(parts[0]);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String origin =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        if (named != null && Language.OF_PAGES.contains(named)) {
            return new Visit(named, parts.length > 1 ? parts[1] : "", query, origin);
        }
        return new Visit(Language.ofHeader(request.getHeader("Accept-Language")), "", "", origin);
    }

    /** The address of the same page in a language. */
    public String in(Language other) {
        return "/" + other.tag() + "/" + path + query;
    }
}

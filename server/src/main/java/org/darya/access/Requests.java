package org.darya.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.darya.access.Sessions.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What is known of a request besides its caller. */
public final class Requests {
    private static final String SESSION = Requests.class.getName() + ".session";

    private Requests() {}

    /** The session behind the request, also one that does not let in yet. */
    public static @Nullable Session session(HttpServletRequest request) {
        return (Session) request.getAttribute(SESSION);
    }

    static void session(HttpServletRequest request, Session session) {
        request.setAttribute(SESSION, session);
    }

    /** The word that a form of a page must send back under {@code _csrf}. */
    public static String formToken(HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf ? csrf.getToken() : "";
    }

    /** Where the request came from; a question mark where what a proxy forwarded is no address. */
    public static String address(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).getHostAddress();
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }

    /** Whether a password may pass: over TLS, or on this very machine. */
    public static boolean confidential(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

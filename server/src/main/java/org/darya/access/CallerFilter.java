package org.darya.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.darya.access.Sessions.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by a token or else by a session; a token that is none is refused rather than taken for nobody. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final Sessions sessions;
    private final Tokens tokens;

    CallerFilter(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false; // an error page too is shown to somebody
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = caller(request);
        if (caller == null) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            request.setAttribute(UNKNOWN, true);
            caller = Caller.ANONYMOUS;
        }
        response.addHeader("Vary", "Cookie, Authorization");
        if (!caller.anonymous()) {
            response.setHeader("Cache-Control", "private, no-store"); // it may show what others must not see
        }
        try {
            Callers.as(caller, Requests.address(request), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new Failed(e);
                }
                return null;
            });
        } catch (Failed failed) {
            if (failed.getCause() instanceof ServletException e) {
                throw e;
            }
            throw (IOException) failed.getCause();
        }
    }

    /** Set where a token was given that is none. */
    static final String UNKNOWN = CallerFilter.class.getName() + ".unknown";

    private @Nullable Caller caller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.caller(authorization.substring(BEARER.length()).strip())
                    : null;
        }
        String word = Cookies.SESSION.of(request);
        Session session = word == null ? null : sessions.find(word);
        if (session == null) {
            return Caller.ANONYMOUS;
        }
        Requests.session(request, session);
        return session.caller();
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            Throwable cause = super.getCause();
            return cause == null ? this : cause;
        }
    }
}

package org.darya.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The word that shows that a form came from our own page: it follows from the session's cookie, or before there is a session
 * from a cookie of the form's own. Nothing is kept on the server, and a new session has a new word.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final String FRESH = FormTokens.class.getName();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String secret = Secrets.word();
        request.setAttribute(FRESH, secret);
        return token(secret);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String secret) {
            Cookies.FORM.set(request, response, secret);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String session = Requests.session(request) == null ? null : Cookies.SESSION.of(request);
        String secret = session == null ? Cookies.FORM.of(request) : session;
        return secret == null ? null : token(secret);
    }

    private static CsrfToken token(String secret) {
        return new DefaultCsrfToken(
                "X-CSRF-TOKEN",
                "_csrf",
                Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash("form", secret)));
    }
}

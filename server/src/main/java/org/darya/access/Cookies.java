package org.darya.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of those who sign in; readers get none. All are HttpOnly and SameSite=Strict; over TLS they are Secure and bound
 * to the host by the prefix of their name.
 */
public enum Cookies {
    SESSION("darya-session", Duration.ofSeconds(-1)),
    /** Knows a browser again, so that others' failures do not block it. */
    DEVICE("darya-device", Duration.ofDays(400)),
    /** Binds a form to the browser before anybody is signed in. */
    FORM("darya-form", Duration.ofSeconds(-1));

    private static final int LONGEST = 100;

    private final String name;
    private final Duration life;

    Cookies(String name, Duration life) {
        this.name = name;
        this.life = life;
    }

    /** The word in the cookie, or null. */
    public @Nullable String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name(request))
                        && !cookie.getValue().isEmpty()
                        && cookie.getValue().length() <= LONGEST) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String word) {
        write(request, response, word, life);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String word, Duration age) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(name(request), word)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}

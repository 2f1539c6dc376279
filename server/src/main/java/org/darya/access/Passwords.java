package org.darya.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords as Argon2id with the least cost that OWASP advises: 19 MiB, two passes, one lane. */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Compared with where there is no account, so that the answer takes as long. */
    private static final String NOBODYS = ARGON2ID.encode(Secrets.word());

    private Passwords() {}

    static String encode(String password) {
        return ARGON2ID.encode(password);
    }

    static boolean matches(String password, @Nullable String encoded) {
        boolean same = ARGON2ID.matches(password, encoded == null ? NOBODYS : encoded);
        return same && encoded != null;
    }

    /** Long, and not the name again: what NIST SP 800-63B asks for without rules about signs. */
    static boolean acceptable(String password, String name) {
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.chars().distinct().count() >= 5
                && !password.toLowerCase(Locale.ROOT).contains(name);
    }
}

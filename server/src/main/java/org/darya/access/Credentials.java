package org.darya.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account proves itself by: its password and the codes of its authenticator. */
@Component
class Credentials {
    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the new password was taken. */
    boolean changePassword(Account account, String password) {
        if (!Passwords.acceptable(password, account.name())) {
            return false;
        }
        jdbc.sql("update access.account set password = :password, must_change = false where id = :id")
                .param("password", Passwords.encode(password))
                .param("id", account.id())
                .update();
        return true;
    }

    @Nullable
    String password(long id) {
        return jdbc.sql("select coalesce(password, '') from access.account where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .filter(encoded -> !encoded.isEmpty())
                .orElse(null);
    }

    /** Whether the code is that of now and was not used before; a code that was used is used up. */
    boolean useCode(Account account, String code) {
        record Factor(String secret, long step) {}
        Factor factor = jdbc.sql("""
                        select totp_secret, coalesce(totp_step, 0) from access.account
                        where id = :id and totp_secret is not null""")
                .param("id", account.id())
                .query((row, i) -> new Factor(row.getString(1), row.getLong(2)))
                .optional()
                .orElse(null);
        if (factor == null) {
            return false;
        }
        long step = Totp.match(factor.secret(), code, Totp.step(System.currentTimeMillis() / 1000), factor.step());
        return step > 0
                && jdbc.sql("""
                                update access.account set totp_step = :step
                                where id = :id and coalesce(totp_step, 0) < :step""").param("step", step).param("id", account.id()).update() == 1;
    }

    /** Sets up the authenticator; whether the code shows that it works. */
    boolean enrol(Account account, String secret, String code) {
        long step = Totp.match(secret, code, Totp.step(System.currentTimeMillis() / 1000), 0);
        if (step <= 0) {
            return false;
        }
        jdbc.sql("update access.account set totp_secret = :secret, totp_step = :step where id = :id")
                .param("secret", secret)
                .param("step", step)
                .param("id", account.id())
                .update();
        return true;
    }
}

package org.darya.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who is signed in. A session lives twelve hours at most and ends after one without a request. Of the word in the cookie
 * only the hash is kept; a new one is given whenever more is allowed than before.
 */
@Service
public class Sessions {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    Sessions(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** How far somebody has come. Only {@link #FULL} lets in; the others lead to the page that asks for more. */
    public enum Stage {
        /** Has to choose a password. */
        PASSWORD,
        /** Has to set up an authenticator. */
        ENROL,
        /** Has to show a code. */
        CODE,
        FULL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A session in use. */
    public record Session(
            Account account, Stage stage, @Nullable String enrolling, byte[] hash) {
        public Caller caller() {
            return stage == Stage.FULL ? account.caller(Caller.Means.SESSION, java.util.Set.of()) : Caller.ANONYMOUS;
        }
    }

    /** Begins a session and gives the word for the cookie. */
    String begin(Account account, Stage stage, String address) {
        jdbc.sql("delete from access.session where expires_at < now()").update();
        String word = Secrets.word();
        jdbc.sql("""
                        insert into access.session (hash, account, stage, enrolling, expires_at, address)
                        values (:hash, :account, :stage, :enrolling, now() + interval '1 hour' * :hours, :address)""")
                .param("hash", Secrets.hash(word))
                .param("account", account.id())
                .param("stage", stage.word())
                .param("enrolling", stage == Stage.ENROL ? Totp.secret() : null)
                .param("hours", stage == Stage.FULL ? 12 : 1)
                .param("address", address)
                .update();
        return word;
    }

    /** The session of a cookie, or null where it is none, has ended, or its account may not sign in. */
    public @Nullable Session find(String word) {
        record Row(long account, String stage, @Nullable String enrolling, boolean stale) {}
        byte[] hash = Secrets.hash(word);
        Row row = jdbc.sql("""
                        select account, stage, enrolling, seen_at < now() - interval '1 minute' from access.session
                        where hash = :hash and expires_at > now() and seen_at > now() - interval '1 hour'""")
                .param("hash", hash)
                .query((one, i) -> new Row(one.getLong(1), one.getString(2), one.getString(3), one.getBoolean(4)))
                .optional()
                .orElse(null);
        Account account = row == null ? null : accounts.find(row.account());
        if (row == null || account == null || account.disabledAt() != null) {
            return null;
        }
        if (row.stale()) {
            jdbc.sql("update access.session set seen_at = now() where hash = :hash")
                    .param("hash", hash)
                    .update();
        }
        return new Session(account, Stage.valueOf(row.stage().toUpperCase(Locale.ROOT)), row.enrolling(), hash);
    }

    void end(Session session) {
        jdbc.sql("delete from access.session where hash = :hash")
                .param("hash", session.hash())
                .update();
    }

    /** Ends every session of the account but this one. */
    void endOthers(Session session) {
        jdbc.sql("delete from access.session where account = :account and hash <> :hash")
                .param("account", session.account().id())
                .param("hash", session.hash())
                .update();
    }
}

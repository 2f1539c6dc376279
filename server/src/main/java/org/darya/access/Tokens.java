package org.darya.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Words by which programs speak for an account. Only the SHA-256 of the 256 random bits is kept. A token may do no more than
 * its account, and of that only what its scopes name; it expires, and can be revoked.
 */
@Service
public class Tokens {
    /** Every token begins so, so that searchers for lost secrets know it. */
    public static final String PREFIX = "darya_";

    /** Reading, sending observations, and proposing or making changes of records. */
    public static final List<String> SCOPES = List.of("read", "observations", "records");

    /** What a token of such an account can be for: more would be refused when it is used. */
    public static List<String> of(Role role) {
        return switch (role) {
            case SECRETARIAT -> SCOPES;
            case FOCAL_POINT, PARTNER -> List.of("read", "records");
            case HYDROMET_OPERATOR, ADMINISTRATOR -> List.of("read", "observations");
            case READER, ANONYMOUS -> List.of("read");
        };
    }

    public static final int LONGEST_DAYS = 366;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;

    Tokens(JdbcClient jdbc, Accounts accounts, Audit audit) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** A token as its owner sees it. */
    public record Token(
            long id,
            String name,
            String beginning,
            List<String> scopes,
            Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant used) {
        public boolean valid() {
            return revoked == null && expires.isAfter(Instant.now());
        }
    }

    /** Makes a token and gives its word, which is shown once. */
    public String create(long account, String name, Set<String> scopes, Duration life) {
        if (!SCOPES.containsAll(scopes) || scopes.isEmpty() || life.toDays() > LONGEST_DAYS || life.isNegative()) {
            throw new IllegalArgumentException("no such token: %s, %s".formatted(scopes, life));
        }
        String word = PREFIX + Secrets.word();
        String beginning = word.substring(0, PREFIX.length() + 4);
        jdbc.sql("""
                        insert into access.token (account, name, beginning, hash, scopes, expires_at)
                        values (:account, :name, :beginning, :hash, :scopes, :expires)""")
                .param("account", account)
                .param("name", name)
                .param("beginning", beginning)
                .param("hash", Secrets.hash(word))
                .param("scopes", scopes.stream().sorted().toArray(String[]::new))
                .param("expires", Timestamp.from(Instant.now().plus(life)))
                .update();
        audit.write("add", "token", beginning, null, name + " " + scopes);
        return word;
    }

    public List<Token> of(long account) {
        return jdbc.sql("""
                        select id, name, beginning, scopes, expires_at, revoked_at, used_at from access.token
                        where account = :account order by id desc""")
                .param("account", account)
                .query((row, i) -> new Token(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Arrays.asList((String[]) row.getArray(4).getArray()),
                        row.getTimestamp(5).toInstant(),
                        instant(row.getTimestamp(6)),
                        instant(row.getTimestamp(7))))
                .list();
    }

    /** Whether the account had such a token that was still good. */
    public boolean revoke(long account, long id) {
        boolean done = jdbc.sql("""
                                update access.token set revoked_at = now()
                                where id = :id and account = :account and revoked_at is null""").param("id", id).param("account", account).update() == 1;
        if (done) {
            audit.write("revoke", "token", Long.toString(id), null, null);
        }
        return done;
    }

    /** For whom the word speaks, or null where it is not, no longer, or not yet a token. */
    public @Nullable Caller caller(String word) {
        record Row(long id, long account, Set<String> scopes, boolean stale) {}
        if (!word.startsWith(PREFIX)) {
            return null;
        }
        Row row = jdbc.sql("""
                        select id, account, scopes, coalesce(used_at < now() - interval '1 minute', true) from access.token
                        where hash = :hash and revoked_at is null and expires_at > now()""")
                .param("hash", Secrets.hash(word))
                .query((one, i) -> new Row(
                        one.getLong(1),
                        one.getLong(2),
                        Set.of((String[]) one.getArray(3).getArray()),
                        one.getBoolean(4)))
                .optional()
                .orElse(null);
        Account account = row == null ? null : accounts.find(row.account());
        if (row == null || account == null || account.disabledAt() != null || account.mustChange()) {
            return null;
        }
        if (row.stale()) {
            jdbc.sql("update access.token set used_at = now() where id = :id")
                    .param("id", row.id())
                    .update();
        }
        return account.caller(Caller.Means.TOKEN, row.scopes());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

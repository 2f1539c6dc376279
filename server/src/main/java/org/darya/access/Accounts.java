package org.darya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.darya.platform.DaryaException;
import org.darya.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The accounts. Whatever is done to one stands in the trail; no password and no secret ever does. */
@Service
public class Accounts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
    private static final String COLUMNS =
            "id, name, display, role, country, organisation, service, password, must_change, totp_secret, disabled_at";

    private final JdbcClient jdbc;
    private final Audit audit;

    public Accounts(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * What a new account is to be.
     *
     * @param display name of the person; the login name where it is empty
     */
    public record Wanted(
            String name,
            String display,
            Role role,
            @Nullable String country,
            @Nullable String organisation,
            @Nullable String service) {}

    /** What is wrong with a wish for an account. */
    public enum Refusal {
        NAME,
        TAKEN,
        ROLE,
        COUNTRY,
        ORGANISATION,
        SERVICE
    }

    /** An account with the password it was given, which is shown once and kept nowhere. */
    public record Given(Account account, String oneTimePassword) {}

    public List<Account> all() {
        return jdbc.sql("select %s from access.account order by name".formatted(COLUMNS))
                .query(Accounts::read)
                .list();
    }

    public @Nullable Account find(long id) {
        return jdbc.sql("select %s from access.account where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Accounts::read)
                .optional()
                .orElse(null);
    }

    public @Nullable Account find(String name) {
        return jdbc.sql("select %s from access.account where name = :name".formatted(COLUMNS))
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(Accounts::read)
                .optional()
                .orElse(null);
    }

    /** The account that a provider of identities vouches for, or null. */
    @Nullable
    Account find(String issuer, String subject) {
        return jdbc.sql("select %s from access.account where issuer = :issuer and subject = :subject"
                        .formatted(COLUMNS))
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Accounts::read)
                .optional()
                .orElse(null);
    }

    /** Null where the wish is in order. */
    public @Nullable Refusal refusal(Wanted wanted) {
        if (!NAME.matcher(wanted.name()).matches()) {
            return Refusal.NAME;
        }
        if (wanted.role() == Role.ANONYMOUS) {
            return Refusal.ROLE;
        }
        String country = wanted.country();
        if (country == null
                ? wanted.role() == Role.FOCAL_POINT
                : !COUNTRY.matcher(country).matches()) {
            return Refusal.COUNTRY;
        }
        if (wanted.role() == Role.PARTNER && wanted.organisation() == null) {
            return Refusal.ORGANISATION;
        }
        if (wanted.role() == Role.HYDROMET_OPERATOR && wanted.service() == null) {
            return Refusal.SERVICE;
        }
        return find(wanted.name()) == null ? null : Refusal.TAKEN;
    }

    /**
     * Adds an account with a password to be changed at the first sign-in.
     *
     * @throws DaryaException where the wish is not in order
     */
    public Given add(Wanted wanted) {
        Refusal refusal = refusal(wanted);
        if (refusal != null) {
            throw new DaryaException(
                    "The account \"%s\" cannot be made: %s.".formatted(wanted.name(), said(refusal, wanted)),
                    "Maybe ./darya user add --help says what belongs together.");
        }
        String password = Secrets.oneTimePassword();
        try {
            jdbc.sql("""
                            insert into access.account (name, display, role, country, organisation, service, password, must_change)
                            values (:name, :display, :role, :country, :organisation, :service, :password, true)""")
                    .param("name", wanted.name())
                    .param(
                            "display",
                            wanted.display().isBlank()
                                    ? wanted.name()
                                    : wanted.display().strip())
                    .param("role", Words.of(wanted.role()))
                    .param("country", wanted.country())
                    .param("organisation", wanted.organisation())
                    .param("service", wanted.service())
                    .param("password", Passwords.encode(password))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DaryaException(
                    "There is an account \"%s\" already.".formatted(wanted.name()),
                    "Maybe ./darya user reset gives it a new password.");
        }
        Account account = need(wanted.name());
        audit.write("add", "account", account.name(), null, account.toString());
        return new Given(account, password);
    }

    private static String said(Refusal refusal, Wanted wanted) {
        return switch (refusal) {
            case NAME -> "a name has two to a hundred small Latin letters, digits and . _ @ + -";
            case TAKEN -> "there is one of that name";
            case ROLE -> "it needs a role";
            case COUNTRY ->
                wanted.country() == null
                        ? "a focal point speaks for one country"
                        : "\"" + wanted.country() + "\" is no code of a country such as KAZ";
            case ORGANISATION -> "a partner speaks for one organisation";
            case SERVICE -> "a hydromet operator speaks for one service";
        };
    }

    /** A new password to be changed at the next sign-in; second factor, sessions and blocks are gone, and it may sign in again. */
    public Given reset(String name) {
        Account before = need(name);
        String password = Secrets.oneTimePassword();
        jdbc.sql("""
                        update access.account set password = :password, must_change = true, totp_secret = null, totp_step = null,
                            disabled_at = null where id = :id""")
                .param("password", Passwords.encode(password))
                .param("id", before.id())
                .update();
        endSessions(before.id());
        jdbc.sql("delete from access.attempt where key = :key")
                .param("key", Attempts.ofCode(before.id()))
                .update();
        Account after = need(name);
        audit.write("reset", "account", name, before.toString(), after.toString());
        return new Given(after, password);
    }

    /** It may not sign in any more; its sessions end and its tokens are of no use. */
    public void disable(String name) {
        Account before = need(name);
        jdbc.sql("update access.account set disabled_at = coalesce(disabled_at, now()) where id = :id")
                .param("id", before.id())
                .update();
        endSessions(before.id());
        audit.write("disable", "account", name, before.toString(), need(name).toString());
    }

    /** Lets the account sign in through a provider of identities as this subject. */
    public void link(String name, String issuer, String subject) {
        Account account = need(name);
        try {
            jdbc.sql("update access.account set issuer = :issuer, subject = :subject where id = :id")
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .param("id", account.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DaryaException(
                    "Another account signs in as \"%s\" of %s already.".formatted(subject, issuer),
                    "Maybe the subject is misspelt, or one person has two accounts.");
        }
        audit.write("link", "account", name, null, issuer + " " + subject);
    }

    private void endSessions(long account) {
        jdbc.sql("delete from access.session where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("delete from access.device where account = :account")
                .param("account", account)
                .update();
    }

    private Account need(String name) {
        Account account = find(name);
        if (account == null) {
            throw new DaryaException(
                    "There is no account \"%s\".".formatted(name), "Maybe ./darya user list shows the right name.");
        }
        return account;
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        Timestamp disabled = row.getTimestamp(11);
        Role role = Words.of(Role.class).get(row.getString(4));
        if (role == null) {
            throw new IllegalStateException("a role nobody knows: " + row.getString(4));
        }
        return new Account(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                role,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8) != null,
                row.getBoolean(9),
                row.getString(10) != null,
                disabled == null ? null : disabled.toInstant());
    }
}

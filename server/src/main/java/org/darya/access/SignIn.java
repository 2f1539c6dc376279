package org.darya.access;

import java.util.List;
import java.util.Locale;
import org.darya.access.Sessions.Session;
import org.darya.access.Sessions.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The way in: a name and a password or a provider's word, then what the account still owes, then a full session. */
@Service
public class SignIn {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final JdbcClient jdbc;

    SignIn(
            Accounts accounts,
            Credentials credentials,
            Sessions sessions,
            Attempts attempts,
            Audit audit,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** What came of a step. */
    public sealed interface Outcome {
        /**
         * One step further.
         *
         * @param word for the cookie
         * @param device word for the cookie by which the browser is known again, where it is new
         */
        record In(String word, Stage stage, @Nullable String device) implements Outcome {}

        /** Name or password, or code, is wrong; which of them is not said. */
        record Wrong() implements Outcome {}

        /** Too many failures: wait. */
        record Blocked() implements Outcome {}

        /** The new password is too short, too simple, or holds the name. */
        record Weak() implements Outcome {}
    }

    /** First step, with a password. */
    public Outcome password(String name, String password, String address, @Nullable String device) {
        String login = name.strip().toLowerCase(Locale.ROOT);
        Account account = accounts.find(login);
        String known = account != null && device != null && knows(device, account) ? device : null;
        List<Attempts.Key> keys =
                known == null ? Attempts.ofStranger(address, login) : Attempts.ofKnownDevice(known, login);
        if (!attempts.begin(keys)) {
            return blocked(keys, account, address, login);
        }
        boolean right = Passwords.matches(
                password.length() > Passwords.LONGEST ? "" : password,
                account == null ? null : credentials.password(account.id()));
        if (!right || account == null || account.disabledAt() != null) {
            trail(account, address, "wrong-password", login);
            return new Outcome.Wrong();
        }
        attempts.succeeded(keys);
        return further(account, address, known, false, false);
    }

    /**
     * First step, vouched for by a provider of identities.
     *
     * @param secondFactor whether the provider says that it asked for one
     */
    public Outcome provider(String issuer, String subject, boolean secondFactor, String address) {
        Account account = accounts.find(issuer, subject);
        List<Attempts.Key> keys = Attempts.ofStranger(address, issuer + " " + subject);
        if (!attempts.begin(keys)) {
            return blocked(keys, account, address, account == null ? "?" : account.name());
        }
        if (account == null || account.disabledAt() != null) {
            trail(account, address, "unknown-subject", issuer + " " + subject);
            return new Outcome.Wrong();
        }
        attempts.succeeded(keys);
        return further(account, address, null, true, secondFactor);
    }

    /** A password of one's own. The one before ends with every session but this. */
    public Outcome choose(Session session, String before, String password, String address) {
        Account account = session.account();
        if (!attempts.begin(Attempts.ofCodes(account.id()))) {
            return blocked(Attempts.ofCodes(account.id()), account, address, account.name());
        }
        if (!Passwords.matches(before, credentials.password(account.id()))) {
            trail(account, address, "wrong-password", account.name());
            return new Outcome.Wrong();
        }
        attempts.succeeded(Attempts.ofCodes(account.id()));
        if (password.equals(before) || !credentials.changePassword(account, password)) {
            return new Outcome.Weak();
        }
        sessions.endOthers(session);
        sessions.end(session);
        trail(account, address, "change-password", account.name());
        Account changed = accounts.find(account.id());
        return further(changed == null ? account : changed, address, null, false, session.stage() == Stage.FULL);
    }

    /** Second step: a code of the authenticator that is set up, or being set up. */
    public Outcome code(Session session, String code, String address) {
        Account account = session.account();
        if (!attempts.begin(Attempts.ofCodes(account.id()))) {
            return blocked(Attempts.ofCodes(account.id()), account, address, account.name());
        }
        String digits = code.replaceAll("\\s", "");
        String secret = session.enrolling();
        boolean enrolling = session.stage() == Stage.ENROL && secret != null;
        boolean right = secret != null && enrolling
                ? credentials.enrol(account, secret, digits)
                : session.stage() == Stage.CODE && credentials.useCode(account, digits);
        if (!right) {
            trail(account, address, "wrong-code", account.name());
            return new Outcome.Wrong();
        }
        attempts.succeeded(Attempts.ofCodes(account.id()));
        sessions.end(session);
        if (enrolling) {
            trail(account, address, "set-up-codes", account.name());
        }
        return full(account, address, null);
    }

    public void out(Session session, String address) {
        sessions.end(session);
        trail(session.account(), address, "sign-out", session.account().name());
    }

    private Outcome further(
            Account account, String address, @Nullable String device, boolean vouchedFor, boolean factorShown) {
        // a password that was not used need not be changed now
        Stage stage = account.mustChange() && !vouchedFor
                ? Stage.PASSWORD
                : factorShown
                        ? Stage.FULL
                        : account.secondFactor() ? Stage.CODE : account.needsSecondFactor() ? Stage.ENROL : Stage.FULL;
        return stage == Stage.FULL
                ? full(account, address, device)
                : new Outcome.In(sessions.begin(account, stage, address), stage, null);
    }

    private Outcome full(Account account, String address, @Nullable String device) {
        String word = sessions.begin(account, Stage.FULL, address);
        String fresh = null;
        if (device == null) {
            fresh = Secrets.word();
            jdbc.sql("delete from access.device where seen_at < now() - interval '400 days'")
                    .update();
            jdbc.sql("insert into access.device (hash, account) values (:hash, :account)")
                    .param("hash", Secrets.hash(fresh))
                    .param("account", account.id())
                    .update();
        }
        trail(account, address, "sign-in", account.name());
        return new Outcome.In(word, Stage.FULL, fresh);
    }

    private boolean knows(String device, Account account) {
        return jdbc.sql("update access.device set seen_at = now() where hash = :hash and account = :account")
                        .param("hash", Secrets.hash(device))
                        .param("account", account.id())
                        .update()
                == 1;
    }

    private Outcome blocked(List<Attempts.Key> keys, @Nullable Account account, String address, String name) {
        if (attempts.untold(keys)) {
            trail(account, address, "blocked", name);
        }
        return new Outcome.Blocked();
    }

    /** A name that is none may be a password typed into the wrong field, so it is not kept. */
    private void trail(@Nullable Account account, String address, String action, String name) {
        Caller caller = account == null ? Caller.ANONYMOUS : account.caller(Caller.Means.SESSION, java.util.Set.of());
        audit.write(new Callers.Act(caller, address, ""), action, "account", account == null ? "?" : name, null, null);
    }
}

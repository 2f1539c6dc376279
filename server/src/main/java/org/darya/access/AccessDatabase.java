package org.darya.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.Migrations;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two roles of the database. The owner makes tables and does the operator's work; the application may only read and
 * write rows, and the row-level security of every table binds it.
 */
public final class AccessDatabase {
    private static final int LONGEST_NAME = 63;

    private AccessDatabase() {}

    /**
     * The application's role of a database, by a name and a password that follow from the owner's: every server that knows
     * the owner's password comes to the same, and none is stored.
     */
    public static DatabaseLocation application(DatabaseLocation owner) {
        String name = name(owner);
        return new DatabaseLocation(owner.url(), name, password(owner.password(), name));
    }

    private static String name(DatabaseLocation owner) {
        String database = owner.url().replaceFirst("[?].*$", "").replaceFirst("^.*/", "");
        String name = "darya_" + database.replaceAll("[^A-Za-z0-9_]", "_") + "_app";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Connections of the owner that say in the trail that the operator did it at the command line. */
    public static DataSource asOperator(DatabaseLocation owner) {
        return asOperator(owner, "");
    }

    /**
     * The same, for a reason that the trail tells. Where from is the user of the machine.
     *
     * @param why such as the command and its words
     */
    public static DataSource asOperator(DatabaseLocation owner, String why) {
        var source = new PGSimpleDataSource();
        source.setUrl(owner.url());
        source.setUser(owner.user());
        source.setPassword(owner.password());
        source.setOptions("-c darya.who=%s -c darya.means=command -c darya.address=%s -c darya.why=%s"
                .formatted(Caller.OPERATOR.name(), escaped(operatorsAddress()), escaped(why)));
        return source;
    }

    /** Where an operator comes from, as the trail tells it: the user of the machine. */
    public static String operatorsAddress() {
        return System.getProperty("user.name", "");
    }

    /** PostgreSQL parts options at blanks; a line end or a zero has no place in one. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\\\s])", "\\\\$1");
    }

    /** Brings the tables up to date, sees to the application's role, and puts the guards on every table. */
    public static void prepare(DatabaseLocation owner, DatabaseLocation application, List<String> rooms) {
        Migrations.migrate(owner.dataSource(), rooms);
        try (Connection connection = owner.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('access.guard'))");
            if (!application.answers()) {
                if (!application.user().equals(name(owner))) {
                    application.check(); // a role of the operator's own: says why not
                }
                make(connection, application);
            }
            refuseTooMighty(connection, application.user());
            try (PreparedStatement guard = connection.prepareStatement("select access.guard_all(?, ?)")) {
                Array schemas = connection.createArrayOf("text", rooms.toArray());
                guard.setString(1, application.user());
                guard.setArray(2, schemas);
                guard.execute();
            }
        } catch (SQLException e) {
            throw new DaryaException(
                    "The role %s of the application could not be prepared: %s"
                            .formatted(application.user(), e.getMessage()),
                    "Maybe %s may not create roles: grant it CREATEROLE, or make the role yourself and name it with --db-app-user; docs/security.md says how."
                            .formatted(owner.user()));
        }
    }

    private static void make(Connection connection, DatabaseLocation application) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement known = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            known.setString(1, application.user());
            try (ResultSet row = known.executeQuery()) {
                // the name has letters, digits and underscores only, the password those of Base64 for addresses
                statement.execute("%s role \"%s\" login nosuperuser nocreatedb nocreaterole noreplication password '%s'"
                        .formatted(row.next() ? "alter" : "create", application.user(), application.password()));
            }
        }
    }

    private static void refuseTooMighty(Connection connection, String role) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("""
                select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, 'member') and rolname <> current_user
                    or rolname = current_user from pg_roles where rolname = ?""")) {
            asked.setString(1, role);
            try (ResultSet row = asked.executeQuery()) {
                if (!row.next() || row.getBoolean(1)) {
                    throw new DaryaException(
                            "The role %s may pass by the row-level security, so the application must not use it."
                                    .formatted(role),
                            "Maybe it is a superuser, has BYPASSRLS, or is the owner itself; give the application a plain role.");
                }
            }
        }
    }

    private static String password(String ofOwner, String name) {
        byte[] bytes = new byte[32];
        if (ofOwner.isEmpty()) {
            new SecureRandom().nextBytes(bytes); // an owner let in without one would make it easy to guess
        } else {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(ofOwner.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                bytes = mac.doFinal(("application role " + name).getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

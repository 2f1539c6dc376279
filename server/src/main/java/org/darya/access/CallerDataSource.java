package org.darya.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.darya.access.Callers.Act;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database with each connection who asks. A connection at rest is told nothing and sees what is public, so that a
 * reader costs no question more and a way around this class leaks nothing.
 */
final class CallerDataSource extends DelegatingDataSource {
    private static final String TELL = """
            select set_config('darya.sees', ?, false), set_config('darya.account', ?, false),
                   set_config('darya.who', ?, false), set_config('darya.means', ?, false),
                   set_config('darya.address', ?, false), set_config('darya.why', ?, false)""";
    private static final Act NOBODY = new Act(Caller.ANONYMOUS, "", "");

    /** What each connection was told last; those not in here were told nothing. */
    private final Map<PGConnection, Act> told = Collections.synchronizedMap(new WeakHashMap<>());

    CallerDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return withCaller(obtainTargetDataSource().getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return withCaller(obtainTargetDataSource().getConnection(username, password));
    }

    private Connection withCaller(Connection connection) throws SQLException {
        try {
            PGConnection physical = connection.unwrap(PGConnection.class);
            Act act = Callers.act();
            if (!act.equals(told.getOrDefault(physical, NOBODY))) {
                tell(connection, physical, act);
            }
            return act.equals(NOBODY) ? connection : forgetting(connection, physical);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void tell(Connection connection, PGConnection physical, Act act) throws SQLException {
        Caller caller = act.caller();
        boolean transaction = !connection.getAutoCommit();
        told.put(physical, act); // before, so that a half-told connection is told again
        try (PreparedStatement set = connection.prepareStatement(TELL)) {
            set.setString(1, caller.handedOver());
            set.setString(2, caller.accountText());
            set.setString(3, caller.name());
            set.setString(4, caller.means().name().toLowerCase(Locale.ROOT));
            set.setString(5, act.address());
            set.setString(6, act.why());
            set.execute();
        } catch (SQLException e) {
            told.put(physical, new Act(Caller.ANONYMOUS, "?", "?")); // equals nothing that is ever asked for
            throw e;
        }
        if (transaction) {
            connection.commit(); // else a rollback would take it back unseen
        }
    }

    /** The connection, told to forget when it goes back; one that cannot be told is thrown away. */
    private Connection forgetting(Connection connection, PGConnection physical) {
        return (Connection) Proxy.newProxyInstance(
                CallerDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        forget(connection, physical);
                    }
                    return invoke(connection, method, values);
                });
    }

    private void forget(Connection connection, PGConnection physical) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            tell(connection, physical, NOBODY);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    private static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] values)
            throws Throwable {
        try {
            return method.invoke(connection, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}

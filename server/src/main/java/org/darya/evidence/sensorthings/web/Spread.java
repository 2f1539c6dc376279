package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Whether observations lie on the machines of a Citus cluster: asked once, and again after the cluster refused something. */
final class Spread {
    private final boolean always;
    private volatile @Nullable Boolean known;

    /** @param always whether to ask as one asks a cluster, whatever the database is; both give the same answers */
    Spread(boolean always) {
        this.always = always;
    }

    boolean over(Connection connection) throws SQLException {
        Boolean now = known;
        if (now == null) {
            now = always || distributed(connection);
            known = now;
        }
        return now;
    }

    /** The tables may have been spread meanwhile. */
    void lookAgain() {
        known = null;
    }

    private static boolean distributed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (var catalog =
                    statement.executeQuery("select to_regclass('pg_catalog.pg_dist_partition') is not null")) {
                catalog.next();
                if (!catalog.getBoolean(1)) {
                    return false;
                }
            }
            try (var row = statement.executeQuery("select exists (select 1 from pg_catalog.pg_dist_partition"
                    + " where logicalrelid = 'observation.observation'::regclass and partmethod = 'h')")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}

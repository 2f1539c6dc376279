package org.darya.platform;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema of each room to its newest state: one schema and one folder of migrations per room. */
public final class Migrations {
    private Migrations() {}

    /**
     * @param rooms schema names, ground floor first; the migrations of a room lie in {@code classpath:db/<room>}
     * @throws DaryaException where a migration fails; what it did is rolled back
     */
    public static void migrate(DataSource database, List<String> rooms) {
        migrate(database, rooms, "latest");
    }

    /**
     * @param target version to stop at
     */
    static void migrate(DataSource database, List<String> rooms, String target) {
        for (String room : rooms) {
            try {
                Flyway.configure()
                        .dataSource(database)
                        .schemas(room)
                        .defaultSchema(room)
                        .locations("classpath:db/" + room)
                        .table("migration")
                        .target(target)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw new DaryaException(
                        "The tables of %s could not be brought up to date: %s".formatted(room, e.getMessage()),
                        "Maybe a newer Darya wrote this database, or its user may not create tables.");
            }
        }
    }
}

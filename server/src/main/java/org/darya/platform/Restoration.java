package org.darya.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.darya.platform.BackupTables.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Brings a backup into a database that holds nothing of Darya's; where it fails, the database is as empty as before. */
final class Restoration {
    private final DatabaseLocation owner;
    private final List<String> rooms;
    private final ZipFile zip;
    private final BackupManifest manifest;

    Restoration(DatabaseLocation owner, List<String> rooms, ZipFile zip, Path file) throws IOException {
        this.owner = owner;
        this.rooms = rooms;
        this.zip = zip;
        this.manifest = BackupManifest.read(zip, file);
    }

    /** Gives how many rows the backup held. */
    long run() throws IOException, SQLException {
        try (Connection connection = owner.dataSource().getConnection()) {
            refuseFull(connection);
            try {
                // the tables as they were when the backup was written; a newer Darya brings them up to date afterwards
                for (String room : rooms) {
                    String version = manifest.version(room);
                    if (version != null) {
                        Migrations.migrate(owner.dataSource(), room, version);
                    }
                }
                refuseNewer(connection);
                connection.setAutoCommit(false);
                long rows = load(connection);
                connection.commit();
                return rows;
            } catch (IOException | SQLException | RuntimeException e) {
                connection.close(); // what it holds locked could not be taken away
                empty(); // a half restored database would be taken for a whole one
                throw e;
            }
        }
    }

    private void refuseFull(Connection connection) throws SQLException {
        if (!BackupTables.of(connection, rooms).isEmpty()) {
            throw new DaryaException(
                    "The database holds tables of Darya already.",
                    "Maybe restore into an empty data folder: --data DIR; nothing is ever restored over what is there.");
        }
    }

    private void refuseNewer(Connection connection) throws SQLException {
        List<String> migrated =
                rooms.stream().filter(room -> manifest.version(room) != null).toList();
        for (Map.Entry<String, String> now :
                BackupTables.versions(connection, migrated).entrySet()) {
            String wanted = manifest.version(now.getKey());
            if (!now.getValue().equals(wanted)) {
                throw new DaryaException(
                        "The backup %s has the tables of %s in state %s, and this Darya knows %s."
                                .formatted(zip.getName(), now.getKey(), wanted, now.getValue()),
                        "Maybe a newer Darya wrote it; restore with that one.");
            }
        }
    }

    private long load(Connection connection) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> part : manifest.parts().entrySet()) {
                statement.execute("create table if not exists %s %s".formatted(part.getKey(), part.getValue()));
            }
            for (Map.Entry<String, String> counter : manifest.counters().entrySet()) {
                statement.execute("select setval('%s', %s)".formatted(counter.getKey(), counter.getValue()));
            }
            List<Table> tables = BackupTables.of(connection, rooms);
            for (Table table : BackupTables.byReference(connection, tables)) {
                ZipEntry entry = zip.getEntry(table.entry());
                if (!manifest.holds(table) || entry == null) {
                    throw manifest.damaged(table.entry());
                }
                // what a migration put in comes back with the backup
                statement.execute("alter table %s disable trigger user".formatted(table.quoted()));
                statement.execute("delete from " + table.quoted());
                try (InputStream in = zip.getInputStream(entry)) {
                    rows += copy.copyIn("copy %s (%s) from stdin".formatted(table.quoted(), table.columns()), in);
                }
            }
            for (Table table : tables) {
                statement.execute("alter table %s enable trigger user".formatted(table.quoted()));
            }
            statement.execute("""
                    do $$ declare s record; begin
                      for s in select n.nspname, c.relname, a.attname,
                                      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) seq
                               from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               join pg_attribute a on a.attrelid = c.oid
                               where n.nspname not like 'pg\\_%' and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped
                      loop
                        execute format('select setval(%L, coalesce((select max(%I) from %I.%I), 0) + 1, false)',
                                       s.seq, s.attname, s.nspname, s.relname);
                      end loop; end $$""");
        }
        return rows;
    }

    private void empty() {
        try (Connection connection = owner.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String room : rooms) {
                statement.execute("drop schema if exists \"%s\" cascade".formatted(room));
            }
        } catch (SQLException e) {
            // what went wrong first is told
        }
    }
}

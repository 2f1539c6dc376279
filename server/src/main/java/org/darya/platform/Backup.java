package org.darya.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Everything in one file: each table as PostgreSQL's own COPY text, all of one moment, with the state of each room's tables
 * and a SHA-256 of every part. Restored into a database that is empty.
 */
public final class Backup {
    private static final String MANIFEST = "manifest.properties";
    private static final String TABLES = """
            select n.nspname, c.relname,
                   (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r' and c.relname not in ('migration', 'migrated')
            order by array_position(?, n.nspname::text), c.relname""";

    private Backup() {}

    /** A table with the columns that are copied: those that follow from others are computed again. */
    private record Table(String schema, String name, String columns) {
        String entry() {
            return schema + "/" + name + ".copy";
        }

        String quoted() {
            return "\"%s\".\"%s\"".formatted(schema, name);
        }
    }

    /**
     * Writes a backup. Others may go on reading and writing; it holds what was committed when it began.
     *
     * @return how many rows it holds
     * @throws DaryaException where the file is there already or cannot be written
     */
    public static long write(DatabaseLocation owner, List<String> rooms, Path file) {
        if (Files.exists(file)) {
            throw new DaryaException(
                    "The file %s is there already.".formatted(file.toAbsolutePath()),
                    "Maybe choose another name: a backup never overwrites one.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try (Connection connection = owner.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long rows = 0;
            var manifest = new Properties();
            manifest.setProperty("format", "1");
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                for (Map.Entry<String, String> version :
                        versions(connection, rooms).entrySet()) {
                    manifest.setProperty("version." + version.getKey(), version.getValue());
                }
                beside(connection, rooms, manifest);
                for (Table table : tables(connection, rooms)) {
                    zip.putNextEntry(new ZipEntry(table.entry()));
                    var sum = new DigestOutputStream(zip, sha256());
                    // the stream of the archive stays open for the next table
                    rows += copy.copyOut("copy %s (%s) to stdout".formatted(table.quoted(), table.columns()), sum);
                    zip.closeEntry();
                    manifest.setProperty("sha256." + table.entry(), hex(sum.getMessageDigest()));
                    manifest.setProperty("columns." + table.entry(), table.columns());
                }
                zip.putNextEntry(new ZipEntry(MANIFEST));
                manifest.store(zip, null);
                zip.closeEntry();
            }
            connection.rollback();
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException | SQLException e) {
            throw new DaryaException(
                    "The backup %s could not be written: %s".formatted(file, e.getMessage()),
                    "Maybe the disk is full or this user may not write there.");
        }
    }

    /**
     * Restores a backup into a database without any table of Darya's.
     *
     * @return how many rows it held
     * @throws DaryaException where the database is not empty, or the file is no backup, damaged, or of a newer Darya
     */
    public static long read(DatabaseLocation owner, List<String> rooms, Path file) {
        try (var zip = new ZipFile(file.toFile());
                Connection connection = owner.dataSource().getConnection()) {
            Properties manifest = manifest(zip, file);
            refuseFull(connection, rooms);
            check(zip, manifest, file);
            // the tables as they were when the backup was written; a newer Darya brings them up to date afterwards
            for (String room : rooms) {
                String version = manifest.getProperty("version." + room);
                if (version != null) {
                    Migrations.migrate(owner.dataSource(), room, version);
                }
            }
            connection.setAutoCommit(false);
            long rows = load(connection, zip, manifest, rooms);
            connection.commit();
            return rows;
        } catch (IOException e) {
            throw new DaryaException(
                    "The backup %s cannot be read: %s".formatted(file, e.getMessage()),
                    "Maybe the file is misspelt, or it is no backup of Darya.");
        } catch (SQLException e) {
            empty(owner, rooms); // as it was before: a half restored database would be taken for a whole one
            throw new DaryaException(
                    "The backup %s could not be restored: %s".formatted(file, e.getMessage()),
                    "Maybe the disk is full, or the owner of the database may not write.");
        }
    }

    /** What is not in tables: parts that were made as they were needed, and counters that belong to no column. */
    private static void beside(Connection connection, List<String> rooms, Properties manifest) throws SQLException {
        Array schemas = connection.createArrayOf("text", rooms.toArray());
        try (PreparedStatement parts = connection.prepareStatement("""
                select format('%I.%I', n.nspname, c.relname),
                    format('partition of %s %s', i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
                where c.relispartition and c.relkind = 'r' and n.nspname = any (?)""")) {
            parts.setArray(1, schemas);
            read(parts, "part.", manifest);
        }
        try (PreparedStatement counters = connection.prepareStatement("""
                select format('%I.%I', s.schemaname, s.sequencename), s.last_value::text from pg_sequences s
                where s.schemaname = any (?) and s.last_value is not null and not exists (
                    select 1 from pg_depend d where d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass
                        and d.deptype in ('a', 'i') and d.refobjsubid > 0)""")) {
            counters.setArray(1, schemas);
            read(counters, "counter.", manifest);
        }
    }

    private static void read(PreparedStatement asked, String prefix, Properties into) throws SQLException {
        try (ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                into.setProperty(prefix + rows.getString(1), rows.getString(2));
            }
        }
    }

    private static void makeBeside(Statement statement, Properties manifest) throws SQLException {
        for (String name : manifest.stringPropertyNames()) {
            if (name.startsWith("part.")) {
                statement.execute(
                        "create table if not exists %s %s".formatted(name.substring(5), manifest.getProperty(name)));
            } else if (name.startsWith("counter.")) {
                statement.execute("select setval('%s', %d)"
                        .formatted(name.substring(8), Long.parseLong(manifest.getProperty(name))));
            }
        }
    }

    private static long load(Connection connection, ZipFile zip, Properties manifest, List<String> rooms)
            throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            makeBeside(statement, manifest);
            List<Table> tables = tables(connection, rooms);
            for (Table table : byReference(connection, tables)) {
                ZipEntry entry = zip.getEntry(table.entry());
                // what a migration put in comes back with the backup
                statement.execute("alter table %s disable trigger user".formatted(table.quoted()));
                statement.execute("delete from " + table.quoted());
                if (entry != null) {
                    String columns = manifest.getProperty("columns." + table.entry());
                    try (InputStream in = zip.getInputStream(entry)) {
                        rows += copy.copyIn("copy %s (%s) from stdin".formatted(table.quoted(), columns), in);
                    }
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
                               where n.nspname not like 'pg\\_%' and c.relkind = 'r' and a.attidentity <> ''
                      loop
                        execute format('select setval(%L, coalesce((select max(%I) from %I.%I), 0) + 1, false)',
                                       s.seq, s.attname, s.nspname, s.relname);
                      end loop; end $$""");
        }
        return rows;
    }

    private static void empty(DatabaseLocation owner, List<String> rooms) {
        try (Connection connection = owner.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String room : rooms) {
                statement.execute("drop schema if exists \"%s\" cascade".formatted(room));
            }
        } catch (SQLException e) {
            // what went wrong first is told
        }
    }

    /** Tables after those that they refer to. */
    private static List<Table> byReference(Connection connection, List<Table> tables) throws SQLException {
        Map<String, Table> waiting = new LinkedHashMap<>();
        tables.forEach(table -> waiting.put(table.schema() + "." + table.name(), table));
        Map<String, List<String>> needs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname from pg_constraint k
                        join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                        join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                        where k.contype = 'f' and k.conrelid <> k.confrelid""")) {
            while (row.next()) {
                needs.computeIfAbsent(row.getString(1), one -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        List<Table> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.keySet().stream()
                    .filter(name -> needs.getOrDefault(name, List.of()).stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a circle: " + waiting));
            order.add(waiting.remove(next));
        }
        return order;
    }

    private static void refuseFull(Connection connection, List<String> rooms) throws SQLException {
        if (!tables(connection, rooms).isEmpty()) {
            throw new DaryaException(
                    "The database holds tables of Darya already.",
                    "Maybe restore into an empty data folder: --data DIR; nothing is ever restored over what is there.");
        }
    }

    private static Properties manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        var manifest = new Properties();
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                manifest.load(in);
            }
        }
        if (!"1".equals(manifest.getProperty("format"))) {
            throw new DaryaException(
                    "The file %s is no backup that this Darya reads.".formatted(file),
                    "Maybe it was written by a newer Darya, or is another file.");
        }
        return manifest;
    }

    private static void check(ZipFile zip, Properties manifest, Path file) throws IOException {
        for (String key : manifest.stringPropertyNames()) {
            if (key.startsWith("sha256.")) {
                String name = key.substring("sha256.".length());
                ZipEntry entry = zip.getEntry(name);
                MessageDigest digest = sha256();
                if (entry != null) {
                    try (var in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
                if (entry == null || !hex(digest).equals(manifest.getProperty(key))) {
                    throw new DaryaException(
                            "The backup %s is damaged: %s is not what was written.".formatted(file, name),
                            "Maybe it was cut off or changed on its way; use another copy.");
                }
            }
        }
    }

    private static List<Table> tables(Connection connection, List<String> rooms) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var asked = connection.prepareStatement(TABLES)) {
            asked.setArray(1, connection.createArrayOf("text", rooms.toArray()));
            asked.setArray(2, connection.createArrayOf("text", rooms.toArray()));
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return tables;
    }

    private static Map<String, String> versions(Connection connection, List<String> rooms) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String room : rooms) {
                try (ResultSet row = statement.executeQuery(
                        "select version from \"%s\".migration where success and version is not null order by installed_rank desc limit 1"
                                .formatted(room))) {
                    if (row.next()) {
                        versions.put(room, row.getString(1));
                    }
                }
            }
        }
        return versions;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

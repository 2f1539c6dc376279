package org.darya.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.darya.platform.BackupTables.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Everything in one file: each table as PostgreSQL's own COPY text, all of one moment, with the state of each room's tables
 * and a SHA-256 of every part. Restored into a database that is empty.
 */
public final class Backup {
    private Backup() {}

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
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            long rows;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                rows = write(connection, rooms, file, out);
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

    private static long write(Connection connection, List<String> rooms, Path file, OutputStream out)
            throws SQLException, IOException {
        long rows = 0;
        var manifest = BackupManifest.begin(file);
        BackupTables.versions(connection, rooms).forEach(manifest::version);
        manifest.parts(BackupTables.parts(connection, rooms));
        manifest.counters(BackupTables.counters(connection, rooms));
        try (var zip = new ZipOutputStream(out)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Table table : BackupTables.of(connection, rooms)) {
                zip.putNextEntry(new ZipEntry(table.entry()));
                var sum = new DigestOutputStream(zip, BackupManifest.sha256());
                // the stream of the archive stays open for the next table
                rows += copy.copyOut("copy %s (%s) to stdout".formatted(table.quoted(), table.columns()), sum);
                zip.closeEntry();
                manifest.table(table, sum.getMessageDigest());
            }
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            manifest.write(zip);
            zip.closeEntry();
        }
        return rows;
    }

    /**
     * Restores a backup into a database without any table of Darya's.
     *
     * @return how many rows it held
     * @throws DaryaException where the database is not empty, or the file is no backup, damaged, or of a newer Darya; then the
     *     database is as it was
     */
    public static long read(DatabaseLocation owner, List<String> rooms, Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return new Restoration(owner, rooms, zip, file).run();
        } catch (IOException e) {
            throw new DaryaException(
                    "The backup %s cannot be read: %s".formatted(file, e.getMessage()),
                    "Maybe the file is misspelt, or it is no backup of Darya.");
        } catch (SQLException e) {
            throw new DaryaException(
                    "The backup %s could not be restored: %s".formatted(file, e.getMessage()),
                    "Maybe the disk is full, the rows are not what was written, or the owner of the database may not write.");
        }
    }
}

package org.darya.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.darya.access.AccessDatabase;
import org.darya.evidence.intake.ImportJob;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Importing from the command line, and the journal of what was imported. */
public final class Imports {
    private static final int AT_ONCE = 1000;

    private Imports() {}

    /**
     * Imports everything that is asked for in one transaction.
     *
     * @throws DaryaException where it cannot be done at all; then nothing has changed
     */
    public static ImportSummary run(DatabaseLocation database, ImportRequest request, ImportRequest.Listener listener) {
        String why = "import %s %s".formatted(request.format().name().toLowerCase(Locale.ROOT), words(request));
        try (Connection connection = AccessDatabase.asOperator(database, why).getConnection()) {
            long id = ImportJob.run(connection, request, listener);
            return summary(database, id);
        } catch (IOException | SQLException e) {
            throw new DaryaException(
                    "The import was broken off, and nothing of it is stored: %s".formatted(e.getMessage()),
                    "Maybe a file may not be read, the disk is full, or the database was stopped.");
        }
    }

    private static String words(ImportRequest request) {
        return request.paths().stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(" "));
    }

    /**
     * What came of an import.
     *
     * @param id null for the last one
     * @throws DaryaException where there is none
     */
    public static ImportSummary summary(DatabaseLocation database, @Nullable Long id) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select id, format, office, imported_at::text as imported_at, files, unread, series, added, changed,
                            unchanged, rejected
                        from evidence.import where id = coalesce(:id, (select max(id) from evidence.import))""")
                .param("id", id, java.sql.Types.BIGINT)
                .query(ImportSummary.class)
                .optional()
                .orElseThrow(() -> new DaryaException(
                        id == null ? "Nothing was imported yet." : "There is no import %d.".formatted(id),
                        "Maybe another data folder is meant (--data DIR); without a number the last import is told."));
    }

    /** Every row an import rejected, in the order of its files; they are never held all at once. */
    public static void rejected(DatabaseLocation database, long id, Consumer<RejectedRow> told) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false); // else the driver would fetch them all
            var jdbc = new JdbcTemplate(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            jdbc.setFetchSize(AT_ONCE);
            jdbc.query(
                    """
                    select f.path, r.line, r.col, r.reason, r.maybe
                    from evidence.rejected r join evidence.import_file f on (f.import, f.nr) = (r.import, r.file)
                    where r.import = ? order by r.file, r.line, r.nr""",
                    row -> {
                        told.accept(new RejectedRow(
                                row.getString(1),
                                row.getLong(2),
                                (Integer) row.getObject(3),
                                row.getString(4),
                                row.getString(5)));
                    },
                    id);
        } catch (SQLException e) {
            throw new DaryaException(
                    "The rejected rows cannot be listed: %s".formatted(e.getMessage()),
                    "Maybe the database was stopped.");
        }
    }
}

package org.darya.evidence.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.darya.evidence.ImportRequest;
import org.darya.evidence.RejectedRow;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One import in one transaction: read every file into a temporary table, then merge. A file that breaks off leaves
 * nothing but the report of where; an import that breaks off leaves nothing at all.
 */
public final class ImportJob {
    private static final int EVERY = 50_000;

    private final Connection connection;
    private final ImportRequest request;
    private final ImportRequest.Listener listener;
    private final JdbcClient jdbc;
    private final @Nullable String dataset;
    private long nr;
    private int dataFiles;
    private int unread;

    private ImportJob(
            Connection connection, ImportRequest request, ImportRequest.Listener listener, @Nullable String dataset) {
        this.connection = connection;
        this.request = request;
        this.listener = listener;
        this.dataset = dataset;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Gives the number of the import. The connection is left as it was found: with or without everything. */
    public static long run(Connection connection, ImportRequest request, ImportRequest.Listener listener)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            long id = new ImportJob(connection, request, listener, null).run();
            connection.commit();
            return id;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            connection.rollback();
            throw e;
        }
    }

    /**
     * Imports the table of a dataset in the transaction of the caller: what an earlier import of the same dataset brought
     * and this one no longer has becomes a former value.
     */
    static long ofDataset(Connection connection, ImportRequest request, String dataset)
            throws SQLException, IOException {
        return new ImportJob(connection, request, (nr, files, file, rows) -> {}, dataset).run();
    }

    private long run() throws SQLException, IOException {
        FileFormat format = switch (request.format()) {
            case SDMX -> new Sdmx();
            case OPENSDG -> new OpenSdg();
            case CSV -> new PlainCsv();
        };
        List<SourceFile> files = files(format);
        // one import at a time: the second sees what the first has stored
        jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence.import'))").query(rows -> {});
        Merge.createStage(jdbc);
        long id = jdbc.sql("""
                        insert into evidence.import (format, office, licence, source, dataset)
                        values (:format, :office, :licence, :source, :dataset) returning id""")
                .param("format", request.format().name().toLowerCase(Locale.ROOT))
                .param("office", request.office())
                .param("licence", request.licence())
                .param("source", request.source())
                .param("dataset", dataset)
                .query(Long.class)
                .single();
        for (int i = 0; i < files.size(); i++) {
            take(id, i + 1, files, format);
        }
        var merge = new Merge(jdbc, id, request.office());
        Merge.Counts counts = merge.run();
        if (dataset != null) {
            merge.dataset(dataset);
        }
        jdbc.sql("""
                        update evidence.import set files = :files, unread = :unread, series = :series, added = :added,
                            changed = :changed, unchanged = :unchanged, rejected = :rejected
                        where id = :id""")
                .param("files", dataFiles)
                .param("unread", unread)
                .param("series", counts.series())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected() - unread)
                .param("id", id)
                .update();
        return id;
    }

    /** Companions first: they name what stands in the others. */
    private List<SourceFile> files(FileFormat format) throws IOException {
        List<SourceFile> companions = new ArrayList<>();
        List<SourceFile> data = new ArrayList<>();
        for (Path given : request.paths()) {
            try {
                for (SourceFile file : format.files(given)) {
                    (file.companion() ? companions : data).add(file);
                }
            } catch (NoSuchFileException e) {
                throw new DaryaException(
                        "There is no file %s.".formatted(e.getMessage()), "Maybe its name is misspelt.");
            }
        }
        if (data.isEmpty()) {
            throw new DaryaException(
                    "There is no data file in %s.".formatted(request.paths()),
                    "Maybe another folder is meant, or another of sdmx, opensdg and csv.");
        }
        companions.addAll(data);
        return companions;
    }

    private void take(long id, int number, List<SourceFile> files, FileFormat format) throws SQLException, IOException {
        SourceFile file = files.get(number - 1);
        listener.at(number, files.size(), file.name(), nr);
        String sha256 = Originals.keep(connection, file.path());
        if (!file.companion()) {
            dataFiles++;
        }
        Unreadable broken = null;
        long before = nr;
        try (var writer = new StageWriter(connection, request.office(), number, nr)) {
            try {
                refuseWhatIsNoText(file.path());
                format.read(file, counting(writer, number, files));
            } catch (Unreadable e) {
                broken = e;
            }
            nr = writer.nr();
        }
        jdbc.sql("insert into evidence.import_file values (:id, :nr, :path, :sha256, :companion, :unread)")
                .param("id", id)
                .param("nr", number)
                .param("path", file.name())
                .param("sha256", sha256)
                .param("companion", file.companion())
                .param("unread", broken != null)
                .update();
        if (broken != null) {
            undo(file, number, before, broken);
        }
    }

    private void undo(SourceFile file, int number, long before, Unreadable broken) throws SQLException, IOException {
        unread++;
        if (nr > before) {
            jdbc.sql("delete from stage where file = :file")
                    .param("file", number)
                    .update();
        }
        try (var writer = new StageWriter(connection, request.office(), number, nr)) {
            writer.rejected(new RejectedRow(file.name(), broken.line, null, broken.reason(), broken.maybe));
            nr = writer.nr();
        }
    }

    private static void refuseWhatIsNoText(Path path) throws IOException, Unreadable {
        byte[] head;
        try (var in = Files.newInputStream(path)) {
            head = in.readNBytes(2);
        }
        if (head.length == 0) {
            throw new Unreadable(0, "The file is empty.", "Maybe it was not copied whole.");
        }
        if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
            throw new Unreadable(
                    0, "The file is a ZIP archive.", "Maybe unpack it and import what is in it, if anything.");
        }
    }

    private Sink counting(StageWriter writer, int number, List<SourceFile> files) {
        return new Sink() {
            @Override
            public void stored(Observation row) throws IOException {
                writer.stored(row);
                tell();
            }

            @Override
            public void rejected(RejectedRow row) throws IOException {
                writer.rejected(row);
                tell();
            }

            private void tell() {
                if (writer.nr() % EVERY == 0) {
                    listener.at(number, files.size(), files.get(number - 1).name(), writer.nr());
                }
            }
        };
    }
}

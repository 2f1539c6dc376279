package org.darya.evidence.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.evidence.Dataset;
import org.darya.evidence.ImportRequest;
import org.darya.platform.DaryaException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes in the tables of a programme's datasets, those alone whose bytes are not the ones taken in last. */
public final class DatasetImport {
    private final JdbcTemplate template;

    public DatasetImport(JdbcTemplate template) {
        this.template = template;
    }

    /** @param tables bytes of values.csv by id of the dataset */
    public void take(List<Dataset> datasets, Map<String, byte[]> tables) {
        Map<String, String> known = new HashMap<>();
        template.query("select dataset, office || ' ' || sha256 from evidence.dataset_import", row -> {
            known.put(row.getString(1), row.getString(2));
        });
        List<Dataset> changed = datasets.stream()
                .filter(dataset ->
                        !(dataset.publisher() + ' ' + sha256(table(dataset, tables))).equals(known.get(dataset.id())))
                .toList();
        if (!changed.isEmpty()) {
            template.execute((ConnectionCallback<Boolean>) connection -> {
                for (Dataset dataset : changed) {
                    take(connection, dataset, table(dataset, tables));
                }
                return true;
            });
        }
    }

    private static byte[] table(Dataset dataset, Map<String, byte[]> tables) {
        return Objects.requireNonNull(tables.get(dataset.id()), dataset.id());
    }

    private static void take(Connection connection, Dataset dataset, byte[] values) throws SQLException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("darya-dataset");
            Path file = folder.resolve("evidence").resolve(dataset.id()).resolve("values.csv");
            Files.createDirectories(file.getParent());
            Files.write(file, values);
            long id = ImportJob.ofDataset(connection, request(dataset, folder), dataset.id());
            refuseRejected(connection, dataset, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder, dataset);
        }
    }

    private static ImportRequest request(Dataset dataset, Path folder) {
        Dataset.Original origin = dataset.origin();
        return new ImportRequest(
                ImportRequest.Format.CSV,
                List.of(folder),
                dataset.publisher(),
                dataset.licence(),
                origin == null ? dataset.source() : origin.repository() + ' ' + origin.path());
    }

    private static void refuseRejected(Connection connection, Dataset dataset, long id) throws SQLException {
        try (var query = connection.prepareStatement(
                "select line, reason, maybe from evidence.rejected where import = ? order by nr limit 1")) {
            query.setLong(1, id);
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    throw new DaryaException(
                            "The dataset %s has a row that cannot be stored, line %d: %s"
                                    .formatted(dataset.id(), row.getLong(1), row.getString(2)),
                            String.valueOf(row.getString(3)));
                }
            }
        }
    }

    private static void delete(@Nullable Path folder, Dataset dataset) {
        if (folder == null) {
            return;
        }
        try {
            Path own = folder.resolve("evidence").resolve(dataset.id());
            Files.deleteIfExists(own.resolve("values.csv"));
            Files.deleteIfExists(own);
            Files.deleteIfExists(folder.resolve("evidence"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

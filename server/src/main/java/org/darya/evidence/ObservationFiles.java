package org.darya.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.darya.access.AccessDatabase;
import org.darya.evidence.sensorthings.file.Exporter;
import org.darya.evidence.sensorthings.file.Loader;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.jspecify.annotations.Nullable;

/** Observations in files, from the command line. */
public final class ObservationFiles {
    private ObservationFiles() {}

    /** Is told now and then how far it came. */
    public interface Listener {
        void rows(long read, long created, long known);
    }

    /**
     * What came of a load.
     *
     * @param rows of the file
     * @param skipped of them, because an earlier run had come so far
     * @param known that their streams had already
     * @param faults the first hundred, each with its row
     */
    public record Loaded(long rows, long skipped, long created, long known, long rejected, List<String> faults) {
        public Loaded {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "%d rows: %d stored, %d known already, %d rejected%s"
                    .formatted(
                            rows,
                            created,
                            known,
                            rejected,
                            skipped == 0 ? "" : "; %d were done before".formatted(skipped));
        }
    }

    /**
     * Loads a CSV or, where its name ends so, the JSON of dataArray.
     *
     * @param stream the one that all rows belong to, where they name none
     * @throws DaryaException where the file as a whole cannot be taken
     */
    public static Loaded load(DatabaseLocation database, Path file, @Nullable Integer stream, Listener listener) {
        if (!Files.isRegularFile(file)) {
            throw new DaryaException("There is no file %s.".formatted(file), "Maybe the path is mistyped.");
        }
        String why = "import observations " + file.toAbsolutePath().normalize();
        try (Connection connection = AccessDatabase.asOperator(database, why).getConnection()) {
            return Loader.load(connection, file, stream, listener);
        } catch (SQLException e) {
            throw new DaryaException(
                    "The database cannot be reached: %s".formatted(e.getMessage()), "Maybe it was stopped.");
        }
    }

    /** How observations are written. */
    public enum Format {
        /** RFC 4180; {@link #load} takes it again. */
        CSV,
        /** Apache Parquet: columns with types, times in microseconds UTC, units in the metadata of the file. */
        PARQUET
    }

    /** Writes the observations of streams; gives how many there were. */
    public static long export(
            DatabaseLocation database, List<Integer> streams, Path file, Format format, Listener listener) {
        try (Connection connection = database.dataSource().getConnection()) {
            return Exporter.write(connection, streams, file, format, listener);
        } catch (SQLException e) {
            throw new DaryaException(
                    "The database cannot be reached: %s".formatted(e.getMessage()), "Maybe it was stopped.");
        }
    }
}

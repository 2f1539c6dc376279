package org.darya.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a run; every test class takes a database of its own. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/postgresql")), "run")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(FOLDER, programs());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            try {
                Processes.deleteTree(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return server;
    }

    /** What the database says of itself. */
    public static Path log() {
        return FOLDER.resolve("postgresql.log");
    }

    /** Where the programs of PostgreSQL lie unpacked, for all tests. */
    public static Path programs() {
        return Path.of("target/postgresql/programs").toAbsolutePath();
    }

    /** A new empty database. */
    public static DatabaseLocation create() {
        DatabaseLocation main = SERVER.location();
        String name = "test" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseLocation(main.url().replaceFirst("/[^/]+$", "/" + name), main.user(), main.password());
    }
}

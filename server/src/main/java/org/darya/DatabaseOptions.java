package org.darya;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.darya.access.AccessDatabase;
import org.darya.platform.DataFolder;
import org.darya.platform.DatabaseLocation;
import org.darya.platform.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Which database a command works on: the embedded one of a data folder, or one of the operator's own. */
final class DatabaseOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "folder of the embedded database (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "a PostgreSQL 15 or newer of your own, as jdbc:postgresql://host/database")
    private @Nullable String url;

    @Option(
            names = "--db-user",
            paramLabel = "NAME",
            defaultValue = "darya",
            description = "its user (default: ${DEFAULT-VALUE}); the password is taken from DARYA_DB_PASSWORD")
    private String user = "darya";

    @Option(
            names = "--db-app-user",
            paramLabel = "NAME",
            description =
                    "the plain role that the application reads and writes as (default: one is made); its password is"
                            + " taken from DARYA_DB_APP_PASSWORD")
    private @Nullable String applicationUser;

    /** A database in use, as its owner and as the role of the application. */
    record Open(DatabaseLocation location, DatabaseLocation application, Runnable closing) implements AutoCloseable {
        Open(DatabaseLocation location, Runnable closing) {
            this(location, AccessDatabase.application(location), closing);
        }

        /** Connections of the owner that tell the trail that it was done at the command line. */
        DataSource asOperator() {
            return AccessDatabase.asOperator(location);
        }

        /** Brings the tables up to date and puts the guards on them. */
        Open prepared() {
            quiet();
            AccessDatabase.prepare(location, application, Serve.ROOMS);
            return this;
        }

        @Override
        public void close() {
            closing.run();
        }
    }

    /** What the migrations log is of use to nobody at the command line. */
    static void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    /** Opens it for this process alone. */
    Open own() {
        if (url != null) {
            return external(url);
        }
        DataFolder folder = DataFolder.open(data);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(folder.database());
            return new Open(server.location(), () -> {
                server.close();
                folder.close();
            });
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Opens it, or joins the server that another Darya runs on the same folder. */
    Open open() {
        DatabaseLocation running =
                url == null ? EmbeddedPostgres.running(data.toAbsolutePath().resolve("postgresql")) : null;
        return running != null && running.answers() ? new Open(running, () -> {}) : own();
    }

    private Open external(String address) {
        String password = System.getenv("DARYA_DB_PASSWORD");
        DatabaseLocation location = new DatabaseLocation(address, user, password == null ? "" : password);
        location.check();
        if (applicationUser == null) {
            return new Open(location, () -> {});
        }
        String own = System.getenv("DARYA_DB_APP_PASSWORD");
        return new Open(location, new DatabaseLocation(address, applicationUser, own == null ? "" : own), () -> {});
    }
}

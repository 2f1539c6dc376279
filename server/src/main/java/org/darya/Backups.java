package org.darya;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.darya.access.AccessDatabase;
import org.darya.access.Audit;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.platform.Backup;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything into one file, also while Darya runs. */
@Command(
        name = "backup",
        description = "Writes everything that Darya keeps into one file, also while it runs.",
        mixinStandardHelpOptions = true)
final class Backups implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a new file; only its owner may read it")
    private Path file = Path.of("");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() {
        try (var open = database.open().prepared()) {
            long rows = Backup.write(open.location(), Serve.ROOMS, file);
            tell(open, "backup", file, rows);
            System.out.printf("%d rows written to %s%n", rows, file);
        }
        return 0;
    }

    /** Leaves a row of the trail: a backup holds everything, so that one was made is worth knowing. */
    private static void tell(DatabaseOptions.Open open, String action, Path file, long rows) {
        Callers.as(Caller.OPERATOR, AccessDatabase.operatorsAddress(), () -> {
            new Audit(JdbcClient.create(open.asOperator()))
                    .write(action, "database", file.getFileName().toString(), null, rows + " rows");
            return null;
        });
    }

    /** And back again, into a database that holds nothing of Darya's. */
    @Command(
            name = "restore",
            description = "Restores a backup into an empty data folder or database.",
            mixinStandardHelpOptions = true)
    static final class Restore implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "written by ./darya backup")
        private Path file = Path.of("");

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Override
        public Integer call() {
            try (var open = database.open()) {
                DatabaseOptions.quiet();
                long rows = Backup.read(open.location(), Serve.ROOMS, file);
                AccessDatabase.prepare(open.location(), open.application(), Serve.ROOMS);
                // whoever took the file may hold cookies of then
                JdbcClient.create(open.asOperator())
                        .sql("delete from access.session")
                        .update();
                tell(open, "restore", file, rows);
                System.out.printf("%d rows restored from %s%n", rows, file);
            }
            return 0;
        }
    }
}

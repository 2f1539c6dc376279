package org.darya;

import java.nio.file.Path;
import java.util.List;
import org.darya.evidence.ObservationFiles;
import org.darya.platform.DaryaException;
import org.darya.programme.ProgrammeCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Parameters;

/** The command line: {@code serve}, {@code check}, {@code export}, {@code import}. */
@Command(
        name = "darya",
        mixinStandardHelpOptions = true,
        description = "A regional environmental programme: what was said, what is done, what is measured.",
        subcommands = {
            Serve.class,
            Rehearse.class,
            Darya.Check.class,
            Darya.Export.class,
            Import.class,
            Users.class,
            AuditCommand.class,
            Backups.class,
            Backups.Restore.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Darya {
    private Darya() {}

    /** Runs one command and exits with its code: 0 done, 1 refused or failed, 2 wrong words. */
    public static void main(String[] words) {
        int code = commandLine().execute(words);
        if (code != Serve.RUNNING) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Darya()).setExecutionExceptionHandler(problems());
    }

    private static IExecutionExceptionHandler problems() {
        return (exception, line, parsed) -> {
            if (exception instanceof DaryaException known) {
                System.err.println(known.getMessage());
                System.err.println(known.maybe());
                return 1;
            }
            throw exception;
        };
    }

    /** Examines something without changing anything. */
    @Command(name = "check", description = "Says everything that is wrong with a folder.")
    static final class Check {
        @Command(name = "programme", description = "Checks a programme folder.")
        int programme(@Parameters(paramLabel = "DIR", description = "the folder") Path folder) {
            return ProgrammeCommands.check(folder);
        }
    }

    /** Writes out what is kept. */
    @Command(name = "export", description = "Writes out what Darya keeps.")
    static final class Export {
        @Command(name = "programme", description = "Writes the loaded programme folder, byte for byte.")
        int programme(
                @Parameters(paramLabel = "DIR", description = "a new or empty folder") Path folder,
                @CommandLine.Mixin DatabaseOptions database) {
            try (var open = database.open()) {
                int files = ProgrammeCommands.export(open.location(), folder);
                System.out.printf("%d files written to %s%n", files, folder);
            }
            return 0;
        }

        @Command(
                name = "observations",
                description = "Writes observations of Datastreams as CSV or Parquet, to be loaded elsewhere.")
        int observations(
                @CommandLine.Option(
                                names = "--datastream",
                                required = true,
                                split = ",",
                                paramLabel = "ID",
                                description = "ids of Datastreams, with commas between")
                        List<Integer> streams,
                @CommandLine.Option(names = "--format", defaultValue = "csv", description = "csv (default) or parquet")
                        String format,
                @Parameters(paramLabel = "FILE", description = "the file to write") Path file,
                @CommandLine.Mixin DatabaseOptions database) {
            ObservationFiles.Format as = switch (format) {
                case "csv" -> ObservationFiles.Format.CSV;
                case "parquet" -> ObservationFiles.Format.PARQUET;
                default ->
                    throw new DaryaException(
                            "Observations are not written as %s.".formatted(format), "Maybe csv or parquet was meant.");
            };
            try (var open = database.open()) {
                long rows = ObservationFiles.export(open.location(), streams, file, as, (read, created, known) -> {
                    System.err.printf("\r%,d rows ", read);
                });
                System.out.printf("%d observations written to %s%n", rows, file);
            }
            return 0;
        }
    }
}

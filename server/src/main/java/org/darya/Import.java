package org.darya;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.evidence.ImportRequest;
import org.darya.evidence.ImportRequest.Format;
import org.darya.evidence.ImportSummary;
import org.darya.evidence.Imports;
import org.darya.evidence.ObservationFiles;
import org.darya.platform.DaryaException;
import org.darya.platform.DatabaseLocation;
import org.darya.programme.FolderPlan;
import org.darya.programme.ProgrammeCommands;
import org.darya.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in official series: all that can be stored of the files, or nothing where it breaks off. */
@Command(
        name = "import",
        description = "Takes in series of statistical offices, or a programme folder.",
        mixinStandardHelpOptions = true)
final class Import {
    private static final long PAUSE = 500_000_000;

    /** What every kind of import is told. */
    static final class Words {
        @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders")
        private List<Path> paths = List.of();

        @Option(names = "--office", required = true, paramLabel = "NAME", description = "whose numbers these are")
        private String office = "";

        @Option(names = "--licence", paramLabel = "TEXT", description = "under which terms they may be used")
        private @Nullable String licence;

        @Option(names = "--source", paramLabel = "TEXT", description = "where the files were taken from")
        private @Nullable String source;

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();
    }

    @Command(
            name = "sdmx",
            description = "SDMX-ML: 2.1 structure-specific and 2.0 generic.",
            mixinStandardHelpOptions = true)
    int sdmx(@Mixin Words words) {
        return run(Format.SDMX, words);
    }

    @Command(name = "opensdg", description = "The data folder of an Open SDG site.", mixinStandardHelpOptions = true)
    int opensdg(@Mixin Words words) {
        return run(Format.OPENSDG, words);
    }

    @Command(name = "csv", description = "The plain CSV of docs/guide/import.md.", mixinStandardHelpOptions = true)
    int csv(@Mixin Words words) {
        return run(Format.CSV, words);
    }

    @Command(
            name = "observations",
            description =
                    "Observations of Datastreams: CSV, or the JSON of dataArray. The same file again is harmless, and goes on"
                            + " where it was stopped.",
            mixinStandardHelpOptions = true)
    int observations(
            @Parameters(paramLabel = "FILE", description = "CSV, or JSON where its name ends with .json") Path file,
            @Option(
                            names = "--datastream",
                            paramLabel = "ID",
                            description = "the Datastream of all rows, where the file has no column of that name")
                    @Nullable
                    Integer stream,
            @Mixin DatabaseOptions database) {
        try (var open = database.open().prepared()) {
            var loaded = ObservationFiles.load(open.location(), file, stream, bar());
            System.err.println();
            System.out.println(loaded);
            loaded.faults().forEach(System.out::println);
            return loaded.rejected() == 0 ? 0 : 1;
        }
    }

    /** One line that is written over. */
    private static ObservationFiles.Listener bar() {
        long start = System.nanoTime();
        return (read, created, known) -> {
            double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
            System.err.printf(
                    "\r%,d rows read, %,d stored, %,d known, %,.0f a second ", read, created, known, read / seconds);
        };
    }

    @Command(
            name = "programme",
            description = "Loads a programme folder; --dry-run says what would change and changes nothing.",
            mixinStandardHelpOptions = true)
    int programme(
            @Parameters(paramLabel = "DIR", description = "the folder") Path folder,
            @Option(names = "--dry-run", description = "say what would change, and change nothing") boolean dryRun,
            @Option(
                            names = "--take",
                            paramLabel = "SIDE",
                            description = "folder or browser: whose state holds where both changed the same record")
                    @Nullable
                    String take,
            @Mixin DatabaseOptions database) {
        if (take != null && !take.equals("folder") && !take.equals("browser")) {
            throw new DaryaException(
                    "There is no side \"%s\".".formatted(take), "Maybe one of these is meant: folder, browser.");
        }
        FolderPlan.Take side = take == null ? null : FolderPlan.Take.valueOf(take.toUpperCase(Locale.ROOT));
        try (var open = database.open().prepared();
                ConfigurableApplicationContext context = rooms(open)) {
            return Callers.as(
                    Caller.OPERATOR,
                    () -> ProgrammeCommands.load(context.getBean(Programmes.class), folder, side, dryRun));
        }
    }

    /** The rooms without their doors: nothing answers requests. */
    private static ConfigurableApplicationContext rooms(DatabaseOptions.Open open) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", open.application().url(),
                        "spring.datasource.username", open.application().user(),
                        "spring.datasource.password", open.application().password()))
                .run();
    }

    @Command(name = "report", description = "Tells again what came of an import.", mixinStandardHelpOptions = true)
    int report(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "its number (default: the last one)") @Nullable
                    Long id,
            @Mixin DatabaseOptions database) {
        try (var open = database.open().prepared()) {
            tell(open.location(), Imports.summary(open.location(), id));
        }
        return 0;
    }

    private static int run(Format format, Words words) {
        try (var open = words.database.open().prepared()) {
            var request = new ImportRequest(format, words.paths, words.office, words.licence, words.source);
            ImportSummary summary = Imports.run(open.location(), request, progress());
            tell(open.location(), summary);
            return summary.unread() == 0 ? 0 : 1;
        }
    }

    private static void tell(DatabaseLocation database, ImportSummary summary) {
        System.out.println(summary);
        Imports.rejected(database, summary.id(), System.out::println);
    }

    /** A line now and then: the same on a terminal and in a log. */
    private static ImportRequest.Listener progress() {
        long[] next = {System.nanoTime()};
        return (nr, files, file, rows) -> {
            if (System.nanoTime() - next[0] >= 0) {
                next[0] = System.nanoTime() + PAUSE;
                System.err.printf("reading file %d of %d, %d rows so far: %s%n", nr, files, rows, file);
            }
        };
    }
}

package org.darya.programme;

import java.nio.file.Path;
import org.darya.platform.DatabaseLocation;
import org.darya.programme.read.ProgrammeReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be done with a programme folder from the command line. */
public final class ProgrammeCommands {
    private ProgrammeCommands() {}

    /** Says everything that is wrong with the folder. Returns the exit code: 0 where it is in order, else 1. */
    public static int check(Path folder) {
        return switch (ProgrammeReader.read(ProgrammeFolder.read(folder))) {
            case Reading.Faulty faulty -> {
                System.err.println(Report.of(folder, faulty.problems()));
                yield 1;
            }
            case Reading.Sound sound -> {
                ProgrammeContent content = sound.content();
                System.out.printf(
                        "%s is in order: %d themes, %d countries, %d organisations, %d sources, %d meetings, %d documents,"
                                + " %d commitments, %d claims, %d initiatives, %d projects%n",
                        folder,
                        content.themes().size(),
                        content.countries().size(),
                        content.organisations().size(),
                        content.sources().size(),
                        content.meetings().size(),
                        content.documents().size(),
                        content.commitments().size(),
                        content.claims().size(),
                        content.initiatives().size(),
                        content.projects().size());
                yield 0;
            }
        };
    }

    /**
     * Loads a folder, or says what that would change. Returns the exit code: 0 done, 1 where somebody has to decide or to mend
     * something first.
     */
    public static int load(Programmes programmes, Path folder, FolderPlan.@Nullable Take take, boolean dryRun) {
        ProgrammeFolder files = ProgrammeFolder.read(folder);
        FolderPlan plan = programmes.plan(files, take);
        if (plan.reading() instanceof Reading.Faulty faulty) {
            System.err.println(Report.of(folder, faulty.problems()));
            return 1;
        }
        System.out.print(plan);
        if (!plan.conflicts().isEmpty()) {
            System.err.println("Nothing was changed.");
            System.err.println(
                    "Maybe decide with --take folder or --take browser; the history of each record says who changed what.");
            return 1;
        }
        if (!dryRun) {
            programmes.carryOut(plan, files.fingerprint() + ' ' + System.getProperty("darya.build", ""));
            System.out.println("Loaded.");
        }
        return 0;
    }

    /** Writes the folder that is loaded in a database. Returns how many files there were. */
    public static int export(DatabaseLocation database, Path folder) {
        ProgrammeFolder files = StoredFiles.read(JdbcClient.create(database.dataSource()));
        files.write(folder);
        return files.files().size();
    }
}

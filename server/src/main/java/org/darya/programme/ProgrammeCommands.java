package org.darya.programme;

import java.nio.file.Path;
import org.darya.platform.DatabaseLocation;
import org.darya.programme.read.ProgrammeReader;
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
                                + " %d commitments, %d claims, %d initiatives, %d projects, %d datasets, %d indicators%n",
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
                        content.projects().size(),
                        content.datasets().size(),
                        content.indicators().size());
                yield 0;
            }
        };
    }

    /** Writes the folder that is loaded in a database. Returns how many files there were. */
    public static int export(DatabaseLocation database, Path folder) {
        ProgrammeFolder files = StoredFiles.read(JdbcClient.create(database.dataSource()));
        files.write(folder);
        return files.files().size();
    }
}

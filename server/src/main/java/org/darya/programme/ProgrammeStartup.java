package org.darya.programme;

import java.nio.file.Path;
import org.darya.platform.DaryaException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** At the start, the programme folder is loaded where it changed. A faulty folder leaves the programme that was there. */
@Component
@ConditionalOnProperty("darya.programme")
class ProgrammeStartup implements ApplicationRunner {
    private final Programmes programmes;
    private final Measurements measurements;
    private final Path folder;
    private final String build;

    /**
     * @param folder the programme folder
     * @param build names the state of the code: another build may read the same files into other records
     */
    ProgrammeStartup(
            Programmes programmes,
            Measurements measurements,
            @Value("${darya.programme}") Path folder,
            @Value("${darya.build:}") String build) {
        this.measurements = measurements;
        this.programmes = programmes;
        this.folder = folder;
        this.build = build;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ProgrammeFolder files = ProgrammeFolder.read(folder);
        String fingerprint = files.fingerprint() + ' ' + build;
        String loaded = programmes.loaded();
        if (fingerprint.equals(loaded) && !build.isEmpty()) {
            if (measurements.outdated()) {
                measurements.renew(); // an import was broken off between its values and what follows from them
            }
            return;
        }
        if (programmes.load(files, fingerprint) instanceof Reading.Faulty faulty) {
            System.err.println(Report.of(folder, faulty.problems()));
            if (loaded == null) {
                throw new DaryaException(
                        "The programme %s was not loaded, and there is no earlier one to show.".formatted(folder),
                        "Maybe mend the problems above; ./darya check programme %s lists them again."
                                .formatted(folder));
            }
            System.err.println("The programme that was loaded before stays.");
        }
    }
}

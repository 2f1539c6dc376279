package org.darya.programme;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The problems of a folder as a person reads them. */
final class Report {
    private Report() {}

    static String of(Path folder, List<Problem> problems) {
        return "%s: %d problems%n%s"
                .formatted(
                        folder,
                        problems.size(),
                        problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}

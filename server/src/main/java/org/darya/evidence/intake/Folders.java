package org.darya.evidence.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finding the files of a folder, always in the same order. */
final class Folders {
    private Folders() {}

    /** Files with one of the endings in the folder and the folders in it; or the given file itself. */
    static List<Path> with(Path given, String... endings) throws IOException {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> paths = Files.walk(given)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> Stream.of(endings).anyMatch(path.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** How reports call a file: by its path from the folder that was given. */
    static String name(Path given, Path file) {
        Path name = Files.isDirectory(given) ? given.relativize(file) : file.getFileName();
        return String.valueOf(name).replace('\\', '/');
    }
}

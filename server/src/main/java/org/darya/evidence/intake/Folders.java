package org.darya.evidence.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.darya.platform.DaryaException;

/** Finding the files of a folder, always in the same order. */
final class Folders {
    private Folders() {}

    /** Files with one of the endings in the folder and the folders in it; or the given file itself. */
    static List<Path> with(Path given, String... endings) throws IOException {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> paths = Files.walk(given)) {
            List<Path> found = paths.filter(Files::isRegularFile)
                    .filter(path -> Stream.of(endings).anyMatch(path.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
            for (Path path : found) {
                within(given, path);
            }
            return found;
        }
    }

    /** A folder that came from elsewhere may hold links to what is on this machine. */
    private static void within(Path given, Path path) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(given.toRealPath())) {
            throw new DaryaException(
                    "The link %s leads out of the folder, to %s.".formatted(path, real),
                    "Maybe put the file itself there, or name it beside the folder.");
        }
    }

    /** How reports call a file: by its path from the folder that was given. */
    static String name(Path given, Path file) {
        Path name = Files.isDirectory(given) ? given.relativize(file) : file.getFileName();
        return String.valueOf(name).replace('\\', '/');
    }
}

package org.darya.programme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.darya.platform.DaryaException;

/**
 * The files of a programme, byte for byte.
 *
 * @param files contents by path inside the folder, with slashes
 */
public record ProgrammeFolder(SortedMap<String, byte[]> files) {
    /**
     * Reads every file below the folder except hidden ones.
     *
     * @throws DaryaException where there is no such folder or it cannot be read
     */
    public static ProgrammeFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DaryaException(
                    "There is no programme folder %s.".formatted(folder.toAbsolutePath()),
                    "Maybe the path is meant from another folder; programmes/res2026 is the one that comes with Darya.");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (var paths = Files.walk(folder.toRealPath())) {
            Path root = folder.toRealPath();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    within(root, path.toRealPath(), name);
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new DaryaException(
                    "The programme folder %s cannot be read: %s.".formatted(folder, e.getMessage()),
                    "Maybe this user may not read one of its files.");
        }
        return new ProgrammeFolder(files);
    }

    /**
     * Writes the files as they are.
     *
     * @throws DaryaException where the folder is not empty or cannot be written
     */
    public void write(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw new DaryaException(
                                "The folder %s is not empty.".formatted(folder.toAbsolutePath()),
                                "Maybe choose a new folder, so that nothing is overwritten.");
                    }
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                within(
                        folder.toAbsolutePath().normalize(),
                        path.toAbsolutePath().normalize(),
                        file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new DaryaException(
                    "The programme could not be written to %s: %s.".formatted(folder, e.getMessage()),
                    "Maybe this user may not write there, or the disk is full.");
        }
    }

    /** What lies elsewhere on the machine is no part of a programme, whatever a link or a name says. */
    private static void within(Path root, Path path, String name) {
        if (!path.startsWith(root)) {
            throw new DaryaException(
                    "%s leads out of the programme folder, to %s.".formatted(name, path),
                    "Maybe put the file itself there in place of a link, or give it a plain name.");
        }
    }

    /** SHA-256 over names and contents. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
